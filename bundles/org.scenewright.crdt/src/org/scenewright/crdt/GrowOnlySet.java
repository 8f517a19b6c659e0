// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import org.jspecify.annotations.NonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The newest values that were ever appended to a component of an entity.
 *
 * <p>Not thread-safe. Sets that were given the same values, in any order and any number of times,
 * hold the same: values are ordered by timestamp, then as {@link LwwStore} orders data, and the
 * greatest stay.
 */
public final class GrowOnlySet {
    private final int maxElements;
    private final Function<ByteBuffer, OptionalLong> timestamp;
    private final TreeSet<Element> elements = new TreeSet<>();

    /** A value with its place in time. */
    private record Element(long timestamp, byte[] value) implements Comparable<@NonNull Element> {
        private static final Comparator<Element> ORDER =
                Comparator.comparingLong(Element::timestamp)
                        .thenComparingInt(element -> element.value.length)
                        .thenComparing(Element::value, Arrays::compareUnsigned);

        @Override
        public int compareTo(Element other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * An empty set.
     *
     * @param maxElements how many values it holds at most, at least 1
     * @param timestamp reads the timestamp out of little-endian bytes, and nothing else; empty for
     *     bytes that are no value
     */
    public GrowOnlySet(int maxElements, Function<ByteBuffer, OptionalLong> timestamp) {
        if (maxElements < 1) {
            throw new IllegalArgumentException("maxElements: " + maxElements);
        }
        this.maxElements = maxElements;
        this.timestamp = timestamp;
    }

    /**
     * Adds a value, which is not copied.
     *
     * @return whether the set is another now: it is not when it held the value already, when so
     *     many are newer that there is no place for it, or when the bytes are no value
     */
    public boolean append(byte[] value) {
        var bytes = ByteBuffer.wrap(value).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        var time = timestamp.apply(bytes);
        if (time.isEmpty()) {
            return false;
        }
        var element = new Element(time.getAsLong(), value);
        boolean isNew = elements.add(element);
        return isNew && (elements.size() <= maxElements || elements.pollFirst() != element);
    }

    /** The values from the oldest to the newest. */
    public List<byte[]> values() {
        return elements.stream().map(Element::value).toList();
    }
}
