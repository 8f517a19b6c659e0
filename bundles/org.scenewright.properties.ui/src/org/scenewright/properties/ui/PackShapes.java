// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of the fields of smart items: the type of an action decides what its payload holds,
 * and triggers name entities and actions by numbers and texts of the document.
 */
public final class PackShapes implements FieldShapes {
    private static final String ACTIONS = "asset-packs::Actions";
    private static final String TYPES = "asset-packs::ActionTypes";
    private static final String STATES = "asset-packs::States";
    private static final String TRIGGERS = "asset-packs::Triggers";
    private static final String COUNTER = "asset-packs::Counter";

    private Optional<Known> known = Optional.empty();

    /** What was found in a document. */
    private record Known(SceneSnapshot now, Map<List<String>, List<Schema.Option>> holders) {}

    private record Asked(SceneSnapshot now, List<Entity> entities, FieldPath path) {

        /** The path with a star for each place in a list. */
        String pattern() {
            return path.steps().stream()
                    .map(step -> step.matches("[0-9]+") ? "*" : step)
                    .collect(Collectors.joining("."));
        }

        /** What stands some steps up and there under a name. */
        Stream<Value> beside(String component, int up, String name) {
            var steps = path.steps();
            var at = new FieldPath(steps.subList(0, steps.size() - up)).child(name);
            return own(component).flatMap(value -> value.at(at).stream());
        }

        Stream<Value> own(String component) {
            return entities.stream().flatMap(e -> now.value(e, component).stream());
        }
    }

    @Override
    public Optional<FieldShape> find(
            SceneSnapshot now, String component, List<Entity> entities, FieldPath path) {
        var asked = new Asked(now, entities, path);
        return switch (component) {
            case ACTIONS -> ofAction(asked);
            case TRIGGERS -> ofTrigger(asked);
            case STATES -> ofStates(asked);
            default -> Optional.empty();
        };
    }

    private static Optional<FieldShape> ofAction(Asked asked) {
        return switch (asked.pattern()) {
            case "value.*.type" -> choices(types(asked.now()).map(PackShapes::typeOfAction));
            case "value.*.jsonPayload" -> payload(asked);
            case "value.*.jsonPayload.actions.*", "value.*.jsonPayload.action" ->
                    choices(names(asked.own(ACTIONS)));
            case "value.*.jsonPayload.state" -> choices(states(asked.own(STATES)));
            default -> Optional.empty();
        };
    }

    private Optional<FieldShape> ofTrigger(Asked asked) {
        return switch (asked.pattern()) {
            case "value.*.actions.*.id" -> choices(holders(asked.now(), List.of(ACTIONS)));
            case "value.*.actions.*.name" -> choices(names(called(asked, ACTIONS)));
            case "value.*.conditions.*.id" ->
                    choices(holders(asked.now(), List.of(STATES, COUNTER)));
            case "value.*.conditions.*.value" -> choices(states(called(asked, STATES)));
            default -> Optional.empty();
        };
    }

    private static Optional<FieldShape> ofStates(Asked asked) {
        return switch (asked.pattern()) {
            case "defaultValue", "currentValue", "previousValue" ->
                    choices(states(asked.own(STATES)));
            default -> Optional.empty();
        };
    }

    private static Optional<FieldShape> choices(Stream<Schema.Option> options) {
        return Optional.of(new FieldShape.Choices(options.distinct().toList()));
    }

    private static Schema.Option named(String text) {
        return new Schema.Option(text, Value.of(text));
    }

    private static Schema.Option typeOfAction(Value known) {
        String type = known.text("type", "");
        return new Schema.Option(ChoiceField.words(type), Value.of(type));
    }

    private static Stream<Value> types(SceneSnapshot now) {
        return now.value(Entity.ROOT, TYPES).stream().flatMap(v -> v.items("value").stream());
    }

    private static Optional<FieldShape> payload(Asked asked) {
        var type = asked.beside(ACTIONS, 1, "type").distinct().toList();
        boolean isOne = type.size() == 1;
        var schema =
                types(asked.now())
                        .filter(
                                known ->
                                        isOne
                                                && known.at(FieldPath.of("type"))
                                                        .equals(Optional.of(type.getFirst())))
                        .map(known -> schema(known.text("jsonSchema", "")))
                        .findFirst();
        return Optional.of(new FieldShape.JsonText(schema.orElse(new Schema.Opaque(""))));
    }

    private static Schema schema(String json) {
        try {
            return JsonSchemas.read(json);
        } catch (SchemaException broken) {
            // Then the payload is edited as JSON.
            return new Schema.Opaque(String.valueOf(broken.getMessage()));
        }
    }

    private static Stream<Schema.Option> names(Stream<Value> actions) {
        return actions.flatMap(v -> v.items("value").stream())
                .map(action -> named(action.text("name", "")));
    }

    private static Stream<Schema.Option> states(Stream<Value> states) {
        return states.flatMap(v -> v.items("value").stream())
                .flatMap(
                        v ->
                                v instanceof Value.Text(var text)
                                        ? Stream.of(named(text))
                                        : Stream.of());
    }

    /** The entities that have one of the components; many fields ask of the same document. */
    private Stream<Schema.Option> holders(SceneSnapshot now, List<String> components) {
        if (known.filter(last -> last.now() == now).isEmpty()) {
            known = Optional.of(new Known(now, new HashMap<>()));
        }
        var holders = known.orElseThrow().holders();
        return holders.computeIfAbsent(components, names -> find(now, names)).stream();
    }

    /** By the id that stands in the component. */
    private static List<Schema.Option> find(SceneSnapshot now, List<String> components) {
        var holders = new ArrayList<Schema.Option>();
        for (String component : components) {
            now.forEach(
                    component,
                    (entity, value) ->
                            value.at(FieldPath.of("id"))
                                    // The scene itself only counts the ids.
                                    .filter(id -> !entity.equals(Entity.ROOT))
                                    .map(id -> new Schema.Option(now.name(entity), id))
                                    .ifPresent(holders::add));
        }
        return holders;
    }

    /** The components with the id that stands beside the field. */
    private static Stream<Value> called(Asked asked, String component) {
        var ids = asked.beside(TRIGGERS, 1, "id").toList();
        var called = new ArrayList<Value>();
        asked.now()
                .forEach(
                        component,
                        (entity, value) ->
                                value.at(FieldPath.of("id"))
                                        .filter(ids::contains)
                                        .ifPresent(id -> called.add(value)));
        return called.stream();
    }
}
