// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;

import org.scenewright.crdt.ComponentId;

import java.util.Optional;

/**
 * A kind of component: its name, its number, its schema and its bytes.
 *
 * @param name the name that files and people use, for example {@code core::Transform}
 * @param id the number on the wire
 * @param schema the shape of its values
 * @param codec the way between its values and its bytes
 * @param role who writes it
 * @param about what people may want to know of it
 * @param definition its {@code jsonSchema} as its definition in a source file of the project says
 *     it, as JSON; empty for all types that have no such definition
 */
public record ComponentType(
        String name,
        ComponentId id,
        Schema schema,
        ComponentCodec codec,
        Role role,
        About about,
        Optional<String> definition) {

    /** A type of which nothing more is known. */
    public ComponentType(
            String name, ComponentId id, Schema schema, ComponentCodec codec, Role role) {
        this(name, id, schema, codec, role, About.NOTHING, Optional.empty());
    }

    /** Who writes a component. */
    public enum Role {
        /** Scene authors and scripts. */
        AUTHORED,
        /** Editors, for themselves: never part of what a player sees. */
        EDITOR,
        /** The renderer, as an answer to the scene; never saved. */
        RESULT,
        /** Nobody: it has a number, but the SDK's tools refuse scenes that hold it. */
        UNSUPPORTED
    }

    /** A type that a file or an editor declares: all else follows from its name and its schema. */
    public static ComponentType declared(String name, Schema schema) {
        return new ComponentType(
                name, ComponentNumbers.of(name), schema, new FlatCodec(schema), declaredRole(name));
    }

    /**
     * A type that a source file of the project defines; composites carry its {@code jsonSchema} as
     * it is.
     *
     * @throws SchemaException when it is no schema
     */
    public static ComponentType defined(String name, JsonNode jsonSchema) {
        var type = declared(name, JsonSchemas.read(jsonSchema));
        return new ComponentType(
                name,
                type.id,
                type.schema,
                type.codec,
                type.role,
                type.about,
                Optional.of(jsonSchema.toString()));
    }

    /** This type with what people may want to know of it. */
    public ComponentType with(About more) {
        return new ComponentType(name, id, schema, codec, role, more, definition);
    }

    /** This type with fields that start from the parts of a value, where it has them. */
    public ComponentType startingFrom(Value initial) {
        var starting = schema.startingFrom(initial);
        return new ComponentType(
                name, id, starting, new FlatCodec(starting), role, about, definition);
    }

    /** This type with values whose bytes are those of another schema of it. */
    public ComponentType storedAs(Schema stored) {
        return new ComponentType(name, id, schema, new FlatCodec(stored), role, about, definition);
    }

    /** The schema of which the bytes of its values are. */
    public Schema storedSchema() {
        return codec instanceof FlatCodec(var stored) ? stored : schema;
    }

    /** Later versions of the editors' components are not known yet but are theirs all the same. */
    private static Role declaredRole(String name) {
        boolean forEditors =
                name.startsWith("inspector::")
                        || name.startsWith("composite::")
                        || name.startsWith("scenewright::")
                        || name.equals("asset-packs::Placeholder");
        return forEditors ? Role.EDITOR : Role.AUTHORED;
    }

    /** The part of the name after its last "::", which menus and headings show. */
    public String shortName() {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** The value of a new component of this type. */
    public Value initial() {
        return schema.initial();
    }
}
