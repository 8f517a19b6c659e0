// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bytes of a {@link Batch}: first the plain messages, as anybody understands them, then what
 * only our own replicas want to know.
 *
 * <p>Big-endian; texts in modified UTF-8 with a length of 16 bits. Usable from any thread.
 */
public final class BatchCodec {
    private static final int VERSION = 3;

    /** How many fields a write can mean one by one. */
    private static final int MAX_FIELDS = 1024;

    /** Of how many components a batch can say what they look like. */
    private static final int MAX_SCHEMAS = 10_000;

    private static final int MAX_STEPS = 128;

    // A character takes three of the bytes that a length of 16 bits counts.
    private static final int LONGEST_STEP = 0xFFFF / 3;

    private BatchCodec() {}

    /** Whether a write can mean these fields one by one. */
    static boolean takes(List<FieldPath> fields) {
        return fields.size() <= MAX_FIELDS && fields.stream().allMatch(BatchCodec::takes);
    }

    private static boolean takes(FieldPath path) {
        return path.steps().size() <= MAX_STEPS
                && path.steps().stream().allMatch(step -> step.length() <= LONGEST_STEP);
    }

    public static byte[] write(Batch batch) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var messages = CrdtCodec.toBytes(batch.messages());
            out.writeByte(VERSION);
            out.writeInt(messages.length);
            out.write(messages);
            write(batch.author(), out);
            out.writeLong(batch.sequence());
            out.writeInt(batch.seen().last().size());
            // In order, as those of one address pack better then.
            for (var known : new TreeMap<>(batch.seen().last()).entrySet()) {
                write(known.getKey(), out);
                out.writeLong(known.getValue());
            }
            for (var write : batch.writes()) {
                write(write.fields(), out);
                write(write.whole().map(ValueJson::print).orElse(""), out);
            }
            out.writeInt(batch.schemas().size());
            for (var schema : new TreeMap<>(batch.schemas()).entrySet()) {
                out.writeUTF(schema.getKey());
                write(schema.getValue(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Author author, DataOutputStream out) throws IOException {
        out.writeUTF(author.address());
        out.writeLong(author.sharing());
    }

    private static void write(List<FieldPath> fields, DataOutputStream out) throws IOException {
        out.writeInt(fields.size());
        for (var path : fields) {
            out.writeByte(path.steps().size());
            for (String step : path.steps()) {
                out.writeUTF(step);
            }
        }
    }

    /**
     * Reads a batch that somebody sent.
     *
     * @throws IOException when the bytes are no batch; the message says what is wrong
     */
    public static Batch read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != VERSION) {
                throw new IOException("a batch of another version");
            }
            var messages = messages(in);
            var author = author(in);
            long sequence = positive(in.readLong());
            var seen = seen(in);
            var writes = new ArrayList<Batch.Write>();
            for (var message : messages) {
                writes.add(new Batch.Write(message, fields(in), whole(in)));
            }
            var schemas = schemas(in);
            if (in.available() > 0) {
                throw new IOException("a batch with " + in.available() + " bytes too many");
            }
            return new Batch(author, sequence, seen, writes, schemas);
        }
    }

    private static List<CrdtMessage> messages(DataInputStream in) throws IOException {
        var reading = CrdtCodec.read(in.readNBytes(bounded(in.readInt(), in.available())));
        if (reading.complaint().isPresent()) {
            throw new IOException(reading.complaint().get());
        }
        return reading.messages();
    }

    private static VersionVector seen(DataInputStream in) throws IOException {
        int size = bounded(in.readInt(), VersionVector.MOST_AUTHORS);
        var last = new HashMap<Author, Long>();
        for (int i = 0; i < size; i++) {
            last.put(author(in), positive(in.readLong()));
        }
        return new VersionVector(last);
    }

    private static Map<String, String> schemas(DataInputStream in) throws IOException {
        int size = bounded(in.readInt(), MAX_SCHEMAS);
        var schemas = new HashMap<String, String>();
        for (int i = 0; i < size; i++) {
            schemas.put(in.readUTF(), text(in));
        }
        return schemas;
    }

    /** A text that may be longer than what modified UTF-8 takes. */
    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(bounded(in.readInt(), in.available()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<Value> whole(DataInputStream in) throws IOException {
        String json = text(in);
        try {
            return json.isEmpty() ? Optional.empty() : Optional.of(ValueJson.parse(json));
        } catch (SchemaException broken) {
            throw new IOException("a value that is none: " + broken.getMessage(), broken);
        }
    }

    private static List<FieldPath> fields(DataInputStream in) throws IOException {
        int size = bounded(in.readInt(), MAX_FIELDS);
        var fields = new ArrayList<FieldPath>();
        for (int i = 0; i < size; i++) {
            var steps = new ArrayList<String>();
            for (int left = bounded(in.readUnsignedByte(), MAX_STEPS); left > 0; left--) {
                steps.add(in.readUTF());
            }
            fields.add(new FieldPath(steps));
        }
        return fields;
    }

    private static Author author(DataInputStream in) throws IOException {
        String address = in.readUTF();
        bounded(address.length(), Author.MAX_ADDRESS);
        long sharing = in.readLong();
        if (sharing < 0) {
            throw new IOException("a sharing of " + sharing);
        }
        return new Author(address, sharing);
    }

    private static long positive(long number) throws IOException {
        if (number < 1) {
            throw new IOException("a sequence of " + number);
        }
        return number;
    }

    private static int bounded(int number, int limit) throws IOException {
        if (number < 0 || number > limit) {
            throw new IOException("a length of " + number + " where " + limit + " is the most");
        }
        return number;
    }
}
