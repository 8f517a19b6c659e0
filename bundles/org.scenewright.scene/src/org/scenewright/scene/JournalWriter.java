// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes one record of a journal: whole numbers in groups of seven bits, texts and cells that occur
 * again by their number.
 */
final class JournalWriter {
    static final Value NOTHING = new Value.Nothing();
    static final Value ON = Value.of(true);
    static final Value OFF = Value.of(false);

    private static final long LARGEST_EXACT = 1L << 52;

    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Value, Integer> cells = new IdentityHashMap<>();
    private final Map<VersionVector, Integer> vectors = new IdentityHashMap<>();
    private final Map<VersionVector, Integer> equals = new HashMap<>();
    private byte[] bytes = new byte[256];
    private int length;

    /** The kinds of values; the order is that of the numbers in journals. */
    enum Tag {
        NOTHING,
        OFF,
        ON,
        WHOLE,
        SINGLE,
        DOUBLE,
        TEXT,
        ITEMS,
        FIELDS
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void octet(int octet) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + 1, length + (length >> 1)));
        }
        bytes[length++] = (byte) octet;
    }

    /** A number without sign, small ones in few bytes. */
    void number(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** A number with sign, small ones in few bytes. */
    void signed(long number) {
        number(number << 1 ^ number >> 63);
    }

    void flag(boolean on) {
        octet(on ? 1 : 0);
    }

    private void fixed(long bits, int octets) {
        for (int i = octets - 1; i >= 0; i--) {
            octet((int) (bits >>> 8 * i));
        }
    }

    /** A text; in UTF-16, since files may hold what is no proper text. */
    void text(String text) {
        var known = texts.get(text);
        if (known != null) {
            number(known);
            return;
        }
        texts.put(text, texts.size() + 1);
        number(0);
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
    }

    void entity(Entity entity) {
        number(entity.toLong());
    }

    void key(OrderKey key) {
        signed(key.position());
        text(key.fine());
    }

    void bytes(ByteBuffer bytes) {
        var rest = bytes.duplicate();
        number(rest.remaining());
        while (rest.hasRemaining()) {
            octet(rest.get());
        }
    }

    void path(FieldPath path) {
        all(path.steps(), this::text);
    }

    /** What somebody had seen, which is written once. */
    void seen(VersionVector seen) {
        // Mostly it is the same object, for which nobody has to look at what it says.
        var known = Optional.ofNullable(vectors.get(seen)).or(() -> equal(seen));
        number(known.orElse(0));
        if (known.isEmpty()) {
            equals.put(seen, equals.size() + 1);
            all(
                    new TreeMap<>(seen.last()).entrySet(),
                    entry -> {
                        author(entry.getKey());
                        number(entry.getValue());
                    });
        }
        vectors.putIfAbsent(seen, known.orElse(equals.size()));
    }

    private Optional<Integer> equal(VersionVector seen) {
        return Optional.ofNullable(equals.get(seen));
    }

    void author(Author author) {
        text(author.address());
        number(author.sharing());
    }

    <T> void all(Collection<T> items, Consumer<T> item) {
        number(items.size());
        items.forEach(item);
    }

    /** Something that may be missing. */
    <T> void maybe(Optional<T> thing, Consumer<T> writer) {
        flag(thing.isPresent());
        thing.ifPresent(writer);
    }

    /** The value of a component; the same object is written once. */
    void cell(Value cell) {
        var value = plain(cell);
        var known = cells.get(value);
        if (known != null) {
            number(known);
            return;
        }
        cells.put(value, cells.size() + 1);
        number(0);
        value(value);
    }

    /** The same object for values that say as good as nothing, as whoever reads them has it. */
    private static Value plain(Value value) {
        return switch (value) {
            case Value.Nothing n -> NOTHING;
            case Value.Flag(var on) -> on ? ON : OFF;
            case Value.Fields(var fields) -> fields.isEmpty() ? Value.EMPTY : value;
            case Value.Num n -> value;
            case Value.Text t -> value;
            case Value.Items i -> value;
        };
    }

    void value(Value value) {
        switch (value) {
            case Value.Nothing n -> tag(Tag.NOTHING);
            case Value.Flag(var on) -> tag(on ? Tag.ON : Tag.OFF);
            case Value.Num(var number) -> decimal(number);
            case Value.Text(var text) -> {
                tag(Tag.TEXT);
                text(text);
            }
            case Value.Items(var items) -> {
                tag(Tag.ITEMS);
                all(items, this::value);
            }
            case Value.Fields(var fields) -> {
                tag(Tag.FIELDS);
                all(fields.entrySet(), this::field);
            }
        }
    }

    private void field(Map.Entry<String, Value> field) {
        text(field.getKey());
        value(field.getValue());
    }

    private void decimal(double number) {
        long whole = (long) number;
        boolean isSame = Double.doubleToRawLongBits(whole) == Double.doubleToRawLongBits(number);
        if (isSame && Math.abs(whole) < LARGEST_EXACT) {
            tag(Tag.WHOLE);
            signed(whole);
        } else if ((float) number == number) {
            tag(Tag.SINGLE);
            fixed(Float.floatToRawIntBits((float) number), Float.BYTES);
        } else {
            tag(Tag.DOUBLE);
            fixed(Double.doubleToRawLongBits(number), Double.BYTES);
        }
    }

    private void tag(Tag tag) {
        octet(tag.ordinal());
    }
}
