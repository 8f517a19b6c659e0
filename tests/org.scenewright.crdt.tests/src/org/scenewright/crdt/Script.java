// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Messages written as text: {@code put e512 c1@3 0a}, {@code delete e512 c1@3}, {@code delete
 * e512}.
 */
final class Script {
    private static final Pattern PUT = Pattern.compile("put e(\\d+) c(\\d+)@(\\d+) ?([0-9a-f]*)");
    private static final Pattern DELETE = Pattern.compile("delete e(\\d+) c(\\d+)@(\\d+)");
    private static final Pattern DESPAWN = Pattern.compile("delete e(\\d+)");

    private Script() {}

    static CrdtMessage message(String line) {
        var put = PUT.matcher(line);
        if (put.matches()) {
            byte[] data = HexFormat.of().parseHex(put.group(4));
            return new CrdtMessage.PutComponent(
                    entity(put.group(1)), component(put.group(2)), time(put.group(3)), data);
        }
        var delete = DELETE.matcher(line);
        if (delete.matches()) {
            return new CrdtMessage.DeleteComponent(
                    entity(delete.group(1)), component(delete.group(2)), time(delete.group(3)));
        }
        var despawn = DESPAWN.matcher(line);
        if (despawn.matches()) {
            return new CrdtMessage.DeleteEntity(entity(despawn.group(1)));
        }
        throw new IllegalArgumentException(line);
    }

    static List<CrdtMessage> messages(String lines) {
        return lines.isEmpty()
                ? List.of()
                : List.of(lines.split("; ")).stream().map(Script::message).toList();
    }

    static Entity entity(String number) {
        return new Entity(Integer.parseUnsignedInt(number));
    }

    static ComponentId component(String number) {
        return new ComponentId(Integer.parseUnsignedInt(number));
    }

    private static int time(String number) {
        return Integer.parseUnsignedInt(number);
    }
}
