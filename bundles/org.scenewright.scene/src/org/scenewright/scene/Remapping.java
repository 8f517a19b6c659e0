// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final UnaryOperator<JsonNode> mapping;

    /**
     * @param mapping what in the instance stands for a reference of the composite, which can be
     *     anything or missing
     */
    Remapping(UnaryOperator<JsonNode> mapping) {
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
        String name = field.name();
        var place = new Place(one -> oneOf(one, name, holder), entity -> holder.set(name, entity));
        part(field.schema(), holder.path(name), place);
    }

    /** Where a part stands: what is done to a one-of there, and what takes an entity. */
    private record Place(Consumer<Schema.OneOf> oneOf, Consumer<JsonNode> entity) {}

    private void part(Schema schema, JsonNode value, Place place) {
        switch (schema) {
            case Schema.OneOf oneOf -> place.oneOf.accept(oneOf);
            case Schema.EntityReference e -> mapped(value).ifPresent(place.entity);
            case Schema.Struct s -> change(s, value);
            case Schema.Items i -> change(i, value);
            case Schema.Flag f -> {}
            case Schema.Number n -> {}
            case Schema.Text t -> {}
            case Schema.Choice c -> {}
            case Schema.Mask m -> {}
            case Schema.Vector v -> {}
            case Schema.Maybe m -> {}
            case Schema.Opaque o -> {}
        }
    }

    private void oneOf(Schema.OneOf oneOf, String name, ObjectNode holder) {
        var value = chosen(holder.path(name));
        requireCase(oneOf, caseOf(value));
        for (var chosen : oneOf.cases()) {
            if (chosen.name().equals(caseOf(value))) {
                var content = value.path("value");
                if (isCompound(chosen.schema())) {
                    holder.set(name, LiveValue.struct().set(chosen.name(), content));
                    within(chosen.name(), () -> change(chosen.schema(), content));
                } else if (chosen.schema() instanceof Schema.EntityReference) {
                    forget(name, holder, mapping.apply(content));
                }
            }
        }
    }

    /** The SDK puts the entity where the one-of was, which then reads as one without a case. */
    private static void forget(String name, ObjectNode holder, JsonNode entity) {
        if (entity.isMissingNode()) {
            holder.remove(name);
        } else {
            holder.set(name, entity.isNull() ? entity : LiveValue.struct());
        }
    }

    private static JsonNode chosen(JsonNode oneOf) {
        if (oneOf.isMissingNode() || oneOf.isNull()) {
            throw new SchemaException("expected a struct but found nothing");
        }
        return oneOf;
    }

    private static void requireCase(Schema.OneOf oneOf, String name) {
        boolean isKnown = oneOf.cases().stream().anyMatch(c -> c.name().equals(name));
        if (!name.isEmpty() && !isKnown) {
            throw new SchemaException("there is no case \"" + name + "\"");
        }
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
        var place =
                new Place(one -> oneOfItem(one, array, index), entity -> array.set(index, entity));
        part(element, array.get(index), place);
    }

    /** Of an item the SDK spoils only a copy, unless it holds an entity. */
    private void oneOfItem(Schema.OneOf oneOf, ArrayNode array, int index) {
        var copy = LiveValue.struct();
        copy.set(ITEM, array.get(index));
        oneOf(oneOf, ITEM, copy);
        if (copy.path(ITEM).isMissingNode()) {
            array.setNull(index);
        } else if (copy.path(ITEM).isEmpty()) {
            array.set(index, copy.path(ITEM));
        }
    }

    private Optional<JsonNode> mapped(JsonNode value) {
        return Optional.of(mapping.apply(value)).filter(target -> !target.isMissingNode());
    }

    private static void within(String step, Runnable part) {
        try {
            part.run();
        } catch (SchemaException failure) {
            throw failure.within(step);
        }
    }
}
