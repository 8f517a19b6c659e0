// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Reads one record of a journal as {@link JournalWriter} writes it.
 *
 * <p>What is announced is compared with what is left before anything is made room for. All methods
 * throw {@link SceneFormatException} where the bytes are none of ours.
 */
final class JournalReader {
    // What the innermost list or struct of a file holds is one level deeper still.
    private static final int DEEPEST = JsonScanner.DEEPEST + 1;
    private static final int MOST_VALUES = 1 << 26;
    private static final List<JournalWriter.Tag> TAGS = List.of(JournalWriter.Tag.values());
    // About what an object takes, or an entry of a table.
    private static final int ITSELF = 48;

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private final List<Value> cells = new ArrayList<>();
    private final List<VersionVector> vectors = new ArrayList<>();
    private int at;
    private int values;
    private int depth;
    private long room;

    /** Reads what this program wrote itself. */
    JournalReader(byte[] bytes) {
        this(bytes, Long.MAX_VALUE);
    }

    /**
     * @param room about how many bytes of memory what is read may take
     */
    JournalReader(byte[] bytes, long room) {
        this.bytes = bytes;
        this.room = room;
    }

    /** Notes that what comes next takes memory; it is refused where there is no room for it. */
    void take(long weight) {
        room -= weight;
        require(room >= 0);
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new SceneFormatException("The journal is damaged.", 0);
        }
    }

    /** Requires that nothing is left. */
    void finish() {
        require(at == bytes.length);
    }

    private int left() {
        return bytes.length - at;
    }

    int octet() {
        require(left() > 0);
        return bytes[at++] & 0xFF;
    }

    long number() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            number |= (octet & 0x7FL) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        throw new SceneFormatException("The journal is damaged.", 0);
    }

    long signed() {
        long number = number();
        return number >>> 1 ^ -(number & 1);
    }

    boolean flag() {
        int octet = octet();
        require(octet <= 1);
        return octet == 1;
    }

    /** How many things follow, of which each takes a byte at least. */
    private int count() {
        long count = number();
        require(count >= 0 && count <= left());
        return (int) count;
    }

    /** One of some constants. */
    <E> E choice(List<E> constants) {
        int index = octet();
        require(index < constants.size());
        return constants.get(index);
    }

    private long fixed(int octets) {
        long bits = 0;
        for (int i = 0; i < octets; i++) {
            bits = bits << 8 | octet();
        }
        return bits;
    }

    String text() {
        return known(texts, this::newText);
    }

    private String newText() {
        int length = count();
        take(ITSELF + 2L * length);
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            long character = number();
            require(character >= 0 && character <= Character.MAX_VALUE);
            text.append((char) character);
        }
        return text.toString();
    }

    /** One that was there before, by its number, or a new one. */
    private <T> T known(List<T> before, Supplier<T> reader) {
        long index = number();
        require(index >= 0 && index <= before.size());
        if (index > 0) {
            return before.get((int) index - 1);
        }
        before.add(reader.get());
        return before.getLast();
    }

    Entity entity() {
        long bits = number();
        require(bits >= 0 && bits <= 0xFFFF_FFFFL);
        return new Entity((int) bits);
    }

    OrderKey key() {
        long position = signed();
        require(position == (int) position);
        return new OrderKey((int) position, text());
    }

    byte[] bytes() {
        int length = count();
        take(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    FieldPath path() {
        return new FieldPath(all(this::text));
    }

    /** A number of an entity, or its version. */
    int index() {
        long number = number();
        require(number >= 0 && number <= 0xFFFF);
        return (int) number;
    }

    Author author() {
        String address = text();
        long sharing = number();
        require(address.length() <= Author.MAX_ADDRESS && sharing >= 0);
        return new Author(address, sharing);
    }

    VersionVector seen() {
        return known(vectors, this::newVector);
    }

    private VersionVector newVector() {
        var last = new HashMap<Author, Long>();
        for (int i = count(); i > 0; i--) {
            take(ITSELF);
            last.put(author(), number());
        }
        return last.isEmpty() ? VersionVector.NOTHING : new VersionVector(last);
    }

    <T> List<T> all(Supplier<T> item) {
        int count = count();
        var items = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            take(Long.BYTES);
            items.add(item.get());
        }
        return items;
    }

    <T> Optional<T> maybe(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    /** The value of a component. */
    Value cell() {
        return cell(UnaryOperator.identity());
    }

    /** The value of a component, or what is to stand for it where it was not there before. */
    Value cell(UnaryOperator<Value> shared) {
        return known(cells, () -> shared.apply(value()));
    }

    Value value() {
        require(++values <= MOST_VALUES && ++depth <= DEEPEST);
        take(ITSELF);
        var value =
                switch (choice(TAGS)) {
                    case NOTHING -> JournalWriter.NOTHING;
                    case OFF -> JournalWriter.OFF;
                    case ON -> JournalWriter.ON;
                    case WHOLE -> Value.of((double) signed());
                    case SINGLE ->
                            Value.of((double) Float.intBitsToFloat((int) fixed(Float.BYTES)));
                    case DOUBLE -> Value.of(Double.longBitsToDouble(fixed(Double.BYTES)));
                    case TEXT -> Value.of(text());
                    case ITEMS -> Value.of(all(this::value));
                    case FIELDS -> fields();
                };
        depth--;
        return value;
    }

    private Value fields() {
        int count = count();
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < count; i++) {
            take(ITSELF);
            fields.put(text(), value());
        }
        return count == 0 ? Value.EMPTY : new Value.Fields(fields);
    }
}
