// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.scenewright.crdt.ComponentId;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** The way from a component's name to its number, as the SDK goes it; usable from any thread. */
public final class ComponentNumbers {
    private static final int NAME_BYTES = 128;
    private static final int FIRST_FREE = 2048;

    // What every JavaScript object inherits: looked up in the SDK's table of core components, these
    // names give a function or an object where a number is expected.
    private static final Set<String> INHERITED =
            Set.of(
                    "__defineGetter__",
                    "__defineSetter__",
                    "__lookupGetter__",
                    "__lookupSetter__",
                    "__proto__",
                    "constructor",
                    "hasOwnProperty",
                    "isPrototypeOf",
                    "propertyIsEnumerable",
                    "toLocaleString",
                    "toString",
                    "valueOf");

    private ComponentNumbers() {}

    /**
     * The number of a component: fixed for core components, derived from the name for all others.
     */
    public static ComponentId of(String name) {
        return CoreTable.number(name).orElseGet(() -> derived(name));
    }

    // The SDK takes the CRC over the whole zero-padded buffer; what does not fit does not count.
    private static ComponentId derived(String name) {
        var padded = ByteBuffer.allocate(NAME_BYTES);
        byte[] utf8 = Utf8.encode(name);
        padded.put(utf8, 0, Math.min(utf8.length, NAME_BYTES));
        return number(padded.array());
    }

    /**
     * The number that ADR-165 writes down for a name, with the CRC over the name alone.
     *
     * <p>No SDK was ever built that way; it is here to explain numbers that come from elsewhere.
     */
    public static ComponentId unpadded(String name) {
        return number(Utf8.encode(name));
    }

    private static ComponentId number(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return new ComponentId((int) (crc.getValue() + FIRST_FREE));
    }

    /** Why no component can bear a name, as a sentence; nothing where one can. */
    public static Optional<String> refusal(String name) {
        if (INHERITED.contains(name)) {
            return Optional.of(
                    "\"%s\" is the name of something that every JavaScript object has."
                            .formatted(name));
        }
        if (CoreTable.number(name).isEmpty() && of(name).toLong() < FIRST_FREE) {
            return Optional.of(
                    "\"%s\" would have the number %s, which is reserved for components of the SDK."
                            .formatted(name, of(name)));
        }
        return Optional.empty();
    }
}
