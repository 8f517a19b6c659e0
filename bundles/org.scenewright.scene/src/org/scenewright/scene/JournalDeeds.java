// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Reads and writes what was done to a document, as records of a journal. */
final class JournalDeeds {
    private static final List<Sort> SORTS = List.of(Sort.values());
    private static final List<Deed.Kind> KINDS = List.of(Deed.Kind.values());
    private static final List<Origin.Kind> SOURCES = List.of(Origin.Kind.values());
    private static final List<Word> WORDS = List.of(Word.values());

    private JournalDeeds() {}

    /** The kinds of deeds; the order is that of the numbers in journals. */
    private enum Sort {
        EDITED,
        HEARD,
        MERGED,
        CAUGHT_UP,
        SHARED,
        MET,
        LEASED,
        FORGOT,
        SAVED,
        LEFT,
        RESTATED
    }

    /** The kinds of acts; the order is that of the numbers in journals. */
    private enum Word {
        WROTE,
        CONFIGURED,
        DECLARED,
        SPAWNED,
        PLACED,
        ENDED,
        ORDERED
    }

    static void write(Deed deed, JournalWriter out) {
        switch (deed) {
            case Deed.Edited(var kind, var origin, var label, var drafts) -> {
                tag(Sort.EDITED, out);
                out.octet(kind.ordinal());
                write(origin, out);
                out.text(label);
                out.all(drafts, acts -> out.all(acts, act -> write(act, out)));
            }
            case Deed.Heard(var origin, var messages) -> {
                tag(Sort.HEARD, out);
                write(origin, out);
                out.bytes(ByteBuffer.wrap(messages));
            }
            case Deed.Merged(var origin, var batch) -> {
                tag(Sort.MERGED, out);
                write(origin, out);
                out.bytes(ByteBuffer.wrap(BatchCodec.write(batch)));
            }
            case Deed.CaughtUp(var origin) -> {
                tag(Sort.CAUGHT_UP, out);
                write(origin, out);
            }
            case Deed.Shared(var me) -> {
                tag(Sort.SHARED, out);
                out.author(me);
            }
            case Deed.Met(var present) -> {
                tag(Sort.MET, out);
                out.all(present, out::text);
            }
            case Deed.Leased(var block) -> {
                tag(Sort.LEASED, out);
                out.number(block.first());
                out.number(block.size());
            }
            case Deed.Forgot(var until) -> {
                tag(Sort.FORGOT, out);
                out.number(until);
            }
            case Deed.Saved(var fingerprint) -> {
                tag(Sort.SAVED, out);
                out.text(fingerprint);
            }
            case Deed.Left l -> tag(Sort.LEFT, out);
            case Deed.Restated(var buckets) -> {
                tag(Sort.RESTATED, out);
                out.all(buckets, bucket -> write(bucket, out));
            }
        }
    }

    private static void tag(Sort sort, JournalWriter out) {
        out.octet(sort.ordinal());
    }

    private static void write(Origin origin, JournalWriter out) {
        out.octet(origin.kind().ordinal());
        out.text(origin.source());
        out.signed(origin.gesture());
    }

    private static Origin origin(JournalReader in) {
        return new Origin(in.choice(SOURCES), in.text(), in.signed());
    }

    static Deed read(JournalReader in) {
        return switch (in.choice(SORTS)) {
            case EDITED ->
                    new Deed.Edited(
                            in.choice(KINDS),
                            origin(in),
                            in.text(),
                            in.all(() -> in.all(() -> act(in))));
            case HEARD -> new Deed.Heard(origin(in), in.bytes());
            case MERGED -> new Deed.Merged(origin(in), batch(in.bytes()));
            case CAUGHT_UP -> new Deed.CaughtUp(origin(in));
            case SHARED -> new Deed.Shared(in.author());
            case MET -> new Deed.Met(Set.copyOf(in.all(in::text)));
            case LEASED -> new Deed.Leased(block(in.index(), in.index()));
            case FORGOT -> new Deed.Forgot(in.number());
            case SAVED -> new Deed.Saved(in.text());
            case LEFT -> new Deed.Left();
            case RESTATED -> new Deed.Restated(in.all(() -> bucket(in)));
        };
    }

    private static Batch batch(byte[] bytes) {
        try {
            return BatchCodec.read(bytes);
        } catch (IOException unfit) {
            throw new SceneFormatException(
                    "The journal names what is no batch: " + unfit.getMessage(), 0);
        }
    }

    private static void write(StateDigest.Bucket bucket, JournalWriter out) {
        out.text(bucket.component());
        out.octet(bucket.index());
    }

    private static StateDigest.Bucket bucket(JournalReader in) {
        return new StateDigest.Bucket(in.text(), in.octet());
    }

    private static NumberBlock block(int first, int size) {
        JournalReader.require(first >= Entity.FIRST_FREE_NUMBER && size > 0);
        JournalReader.require(first + size - 1 <= Entity.LAST_NUMBER);
        return new NumberBlock(first, size);
    }

    private static void write(Act act, JournalWriter out) {
        switch (act) {
            case Act.Wrote(var entity, var component, var after) -> {
                out.octet(Word.WROTE.ordinal());
                out.entity(entity);
                out.text(component);
                out.maybe(after, out::cell);
            }
            case Act.Configured(var after) -> {
                out.octet(Word.CONFIGURED.ordinal());
                out.cell(after);
            }
            case Act.Declared(var type) -> {
                out.octet(Word.DECLARED.ordinal());
                write(type, out);
            }
            case Act.Spawned(var entity, var parent, var key) -> {
                out.octet(Word.SPAWNED.ordinal());
                out.entity(entity);
                out.entity(parent);
                out.key(key);
            }
            case Act.Placed(var entity, var parent, var key) -> {
                out.octet(Word.PLACED.ordinal());
                out.entity(entity);
                out.entity(parent);
                out.key(key);
            }
            case Act.Ended(var entity) -> {
                out.octet(Word.ENDED.ordinal());
                out.entity(entity);
            }
            case Act.Ordered(var parent, var children) -> {
                out.octet(Word.ORDERED.ordinal());
                out.entity(parent);
                out.all(children, out::entity);
            }
        }
    }

    private static Act act(JournalReader in) {
        return switch (in.choice(WORDS)) {
            case WROTE -> new Act.Wrote(in.entity(), in.text(), in.maybe(in::cell));
            case CONFIGURED -> new Act.Configured(in.cell());
            case DECLARED -> new Act.Declared(type(in));
            case SPAWNED -> new Act.Spawned(in.entity(), in.entity(), in.key());
            case PLACED -> new Act.Placed(in.entity(), in.entity(), in.key());
            case ENDED -> new Act.Ended(in.entity());
            case ORDERED -> new Act.Ordered(in.entity(), in.all(in::entity));
        };
    }

    static void write(ComponentType type, JournalWriter out) {
        out.text(type.name());
        Value schema = ValueJson.read(JsonSchemas.write(type));
        out.value(schema);
    }

    static ComponentType type(JournalReader in) {
        String name = in.text();
        var schema = in.value();
        try {
            return ComponentType.declared(name, JsonSchemas.read(ValueJson.write(schema)));
        } catch (SchemaException unfit) {
            throw new SceneFormatException(
                    "The journal names a component without a schema: " + unfit.getMessage(), 0);
        }
    }
}
