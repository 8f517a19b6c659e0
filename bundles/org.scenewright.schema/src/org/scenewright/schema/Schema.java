// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The shape of a value: what a property sheet, a codec and a check need to know about it. */
public sealed interface Schema {

    /** The value that something of this shape starts from. */
    default Value initial() {
        return Defaults.of(this);
    }

    /** This shape with fields that start from the parts of a value, where it has them. */
    default Schema startingFrom(Value initial) {
        return Defaults.startingFrom(initial, this);
    }

    /** A check box. */
    record Flag() implements Schema {}

    /**
     * A number of a given width.
     *
     * @param unit what it counts, for example {@code m/s}; empty where nobody has said so
     */
    record Number(NumberKind kind, String unit) implements Schema {
        /** A number of something. */
        public Number(NumberKind kind) {
            this(kind, "");
        }
    }

    /** A text, with a hint of what it is used for. */
    record Text(TextUse use) implements Schema {}

    /** One of several named values; the options carry the stored value, a number or a text. */
    record Choice(List<Option> options) implements Schema {}

    /** A set of named bits in one number, for example collision layers. */
    record Mask(List<Option> bits) implements Schema {}

    /** Two to four numbers that belong together. */
    record Vector(VectorKind kind) implements Schema {}

    /** The number of another entity. */
    record EntityReference() implements Schema {}

    /** A list of equal elements. */
    record Items(Schema element) implements Schema {}

    /** Named fields in their order, which the bytes of custom components depend on. */
    record Struct(List<Field> fields) implements Schema {}

    /**
     * Exactly one of several named cases, or none; JSON spells it with {@code $case}.
     *
     * @param cases what can be chosen
     * @param boxed whether what was chosen stands under the key {@code value}, as in custom
     *     components, and not under the name of its case, as in core components
     */
    record OneOf(List<Field> cases, boolean boxed) implements Schema {
        /** The key of the chosen case's name. */
        public static final String CASE = "$case";

        /** The key under which the value of a case stands. */
        public String key(String caseName) {
            return boxed ? "value" : caseName;
        }

        /** The case that a value has chosen. */
        public Optional<Field> chosen(Value value) {
            String name = value.text(CASE, "");
            return cases.stream().filter(c -> c.name().equals(name)).findFirst();
        }

        /** What stands under the chosen case. */
        public Optional<Value> content(Value value) {
            return chosen(value).flatMap(c -> value.at(FieldPath.of(key(c.name()))));
        }

        /** The value that chooses a case with its initial content. */
        public Value.Fields choose(Field chosen) {
            return choose(chosen, chosen.fallback());
        }

        /** The value that chooses a case with the given content. */
        public Value.Fields choose(Field chosen, Value content) {
            var fields = new LinkedHashMap<String, Value>();
            fields.put(CASE, Value.of(chosen.name()));
            fields.put(key(chosen.name()), content);
            return new Value.Fields(fields);
        }
    }

    /** A value that may be absent. */
    record Maybe(Schema schema) implements Schema {}

    /** Something that is kept as it is but not understood. */
    record Opaque(String reason) implements Schema {}

    /**
     * A field of a struct or a case of a one-of.
     *
     * @param name the key in JSON
     * @param schema its shape; {@link Maybe} when it may be absent
     * @param fallback the value that holds while the field is absent
     */
    record Field(String name, Schema schema, Value fallback) {}

    /**
     * A named value of a choice or a mask; the value is a {@link Value.Num} or a {@link
     * Value.Text}.
     */
    record Option(String label, Value value) {}

    /** The width of a number on the wire. */
    enum NumberKind {
        INT8,
        INT16,
        INT32,
        INT64,
        UINT32,
        UINT64,
        FLOAT32,
        FLOAT64;

        public boolean isWhole() {
            return this != FLOAT32 && this != FLOAT64;
        }
    }

    /** What a text stands for. */
    enum TextUse {
        PLAIN,
        LONG,
        ASSET_PATH
    }

    /** The named parts of a vector in their order. */
    enum VectorKind {
        VECTOR2("x", "y"),
        VECTOR3("x", "y", "z"),
        QUATERNION("x", "y", "z", "w"),
        COLOR3("r", "g", "b"),
        COLOR4("r", "g", "b", "a");

        private final List<String> parts;

        VectorKind(String... parts) {
            this.parts = List.of(parts);
        }

        public List<String> parts() {
            return parts;
        }

        /**
         * What a part is where nothing else is said: rotations do not turn and colours are opaque.
         */
        public double neutral(String part) {
            return part.equals("w") || part.equals("a") ? 1 : 0;
        }
    }
}
