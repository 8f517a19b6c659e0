// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;

/** Reads and writes what was done to a document, as records of a journal. */
final class JournalDeeds {
    private static final List<Deed.Kind> KINDS = List.of(Deed.Kind.values());
    private static final List<Origin.Kind> SOURCES = List.of(Origin.Kind.values());
    private static final List<Word> WORDS = List.of(Word.values());

    private JournalDeeds() {}

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
        out.octet(deed.kind().ordinal());
        out.octet(deed.origin().kind().ordinal());
        out.text(deed.origin().source());
        out.signed(deed.origin().gesture());
        out.text(deed.label());
        out.all(deed.drafts(), acts -> out.all(acts, act -> write(act, out)));
    }

    static Deed read(JournalReader in) {
        var kind = in.choice(KINDS);
        var origin = new Origin(in.choice(SOURCES), in.text(), in.signed());
        return new Deed(kind, origin, in.text(), in.all(() -> in.all(() -> act(in))));
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
