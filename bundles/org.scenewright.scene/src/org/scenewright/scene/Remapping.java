// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lets the references inside a value point to the entities of an instance, by the letter of the
 * SDK's loader.
 *
 * <p>That includes what it does to a one-of: one with a list or a struct, and one that holds an
 * entity in a struct or a list, loses its case and is then written as having none. References
 * inside optional parts stay.
 */
final class Remapping {
    private static final String ITEM = "item";

    private final UnaryOperator<Entity> mapping;

    /**
     * @param mapping the entity of the instance that stands for one of the composite
     */
    Remapping(UnaryOperator<Entity> mapping) {
        this.mapping = mapping;
    }

    /**
     * Changes a value in place.
     *
     * @throws SchemaException where a struct or a list is missing; the message names the field
     */
    void change(Schema schema, JsonNode value) {
        switch (schema) {
            case Schema.Struct(var fields) -> struct(fields, value);
            case Schema.Items(var element) -> items(element, value);
            case Schema.OneOf o -> {}
            case Schema.Flag f -> {}
            case Schema.Number n -> {}
            case Schema.Text t -> {}
            case Schema.Choice c -> {}
            case Schema.Mask m -> {}
            case Schema.Vector v -> {}
            case Schema.EntityReference e -> {}
            case Schema.Maybe m -> {}
            case Schema.Opaque o -> {}
        }
    }

    private void struct(List<Schema.Field> fields, JsonNode value) {
        for (var field : fields) {
            if (value instanceof ObjectNode object) {
                within(field.name(), () -> field(field, object));
            } else {
                throw new SchemaException("expected a struct");
            }
        }
    }

    private void field(Schema.Field field, ObjectNode holder) {
        var value = holder.path(field.name());
        switch (field.schema()) {
            case Schema.OneOf oneOf -> oneOf(oneOf, field.name(), holder);
            case Schema.EntityReference e ->
                    mapped(value).ifPresent(entity -> holder.set(field.name(), entity));
            case Schema other -> change(other, value);
        }
    }

    private void oneOf(Schema.OneOf oneOf, String name, ObjectNode holder) {
        var value = chosen(holder.path(name));
        for (var chosen : oneOf.cases()) {
            if (chosen.name().equals(caseOf(value))) {
                var content = value.path("value");
                if (isCompound(chosen.schema())) {
                    holder.set(name, LiveValue.struct().set(chosen.name(), content));
                    within(chosen.name(), () -> change(chosen.schema(), content));
                } else if (chosen.schema() instanceof Schema.EntityReference) {
                    mapped(content);
                    holder.set(name, LiveValue.struct());
                }
            }
        }
    }

    private static JsonNode chosen(JsonNode oneOf) {
        if (oneOf.isMissingNode() || oneOf.isNull()) {
            throw new SchemaException("expected a struct but found nothing");
        }
        return oneOf;
    }

    private static String caseOf(JsonNode oneOf) {
        return oneOf.path(Schema.OneOf.CASE).asText();
    }

    private static boolean isCompound(Schema schema) {
        return schema instanceof Schema.Struct || schema instanceof Schema.Items;
    }

    private void items(Schema element, JsonNode value) {
        if (!(value instanceof ArrayNode array)) {
            throw new SchemaException("expected a list");
        }
        for (int i = 0; i < array.size(); i++) {
            int index = i;
            within(Integer.toString(i), () -> item(element, array, index));
        }
    }

    private void item(Schema element, ArrayNode array, int index) {
        var value = array.get(index);
        switch (element) {
            case Schema.OneOf oneOf -> oneOfItem(oneOf, array, index);
            case Schema.EntityReference e ->
                    mapped(value).ifPresent(entity -> array.set(index, entity));
            case Schema other -> change(other, value);
        }
    }

    /** Of an item the SDK spoils only a copy, unless it holds an entity. */
    private void oneOfItem(Schema.OneOf oneOf, ArrayNode array, int index) {
        var copy = LiveValue.struct();
        copy.set(ITEM, array.get(index));
        oneOf(oneOf, ITEM, copy);
        if (copy.path(ITEM).isEmpty()) {
            array.set(index, copy.path(ITEM));
        }
    }

    private Optional<JsonNode> mapped(JsonNode value) {
        return (value.isNumber() ? Entity.of(value.doubleValue()) : Optional.<Entity>empty())
                .map(mapping)
                .map(entity -> LiveValue.of(Value.of(entity.toLong())));
    }

    private static void within(String step, Runnable part) {
        try {
            part.run();
        } catch (SchemaException failure) {
            throw failure.within(step);
        }
    }
}
