// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class CoreNotesTest {
    private static final ComponentTypes CORE = CoreComponents.load();

    static Stream<String> fields() {
        return CoreNotes.load().all().entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().keySet().stream()
                                        .map(f -> entry.getKey() + " " + f));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyNoteIsAboutAFieldThatThereIs(String componentAndField) {
        String[] names = componentAndField.split(" ");
        var schema = CORE.find(names[0]).orElseThrow().schema();
        assertTrue(leads(schema, List.of(names[1].split("\\."))), componentAndField);
    }

    private static boolean leads(Schema schema, List<String> steps) {
        return switch (schema) {
            case Schema.Struct(var fields) -> leads(fields, steps);
            case Schema.OneOf(var cases, var boxed) -> steps.isEmpty() || leads(cases, steps);
            case Schema.Items(var element) -> leads(element, steps);
            case Schema.Maybe(var inner) -> leads(inner, steps);
            case Schema.Vector v -> steps.isEmpty();
            case Schema.Flag f -> steps.isEmpty();
            case Schema.Number n -> steps.isEmpty();
            case Schema.Text t -> steps.isEmpty();
            case Schema.Choice c -> steps.isEmpty();
            case Schema.Mask m -> steps.isEmpty();
            case Schema.EntityReference r -> steps.isEmpty();
            case Schema.Opaque o -> steps.isEmpty();
        };
    }

    private static boolean leads(List<Schema.Field> fields, List<String> steps) {
        return steps.isEmpty()
                || fields.stream()
                        .filter(field -> field.name().equals(steps.getFirst()))
                        .anyMatch(f -> leads(f.schema(), steps.subList(1, steps.size())));
    }

    @Test
    void aTypeKnowsWhatItIsFor() {
        assertFalse(CORE.find("core::Transform").orElseThrow().about().text().isEmpty());
    }

    @Test
    void aFieldIsFoundByItsPathWhereverItStandsInAList() {
        var about = new About("", false, "", Map.of("points.x", "east"));
        assertEquals(Optional.of("east"), about.field(FieldPath.parse("points.3.x")));
    }

    @Test
    void theNumberOfANetworkIsNoneOfTheScene() {
        var about = CORE.find("core-schema::Network-Entity").orElseThrow().about();
        assertTrue(about.isForeign(FieldPath.of("entityId")));
        assertEquals(
                Optional.of("The number by which all players know it."),
                about.field(FieldPath.of("entityId")));
    }

    @Test
    void otherEntitiesAreThoseOfTheScene() {
        var about = CORE.find("core::Transform").orElseThrow().about();
        assertFalse(about.isForeign(FieldPath.of("parent")));
    }

    @Test
    void ofOtherFieldsNothingIsKnown() {
        assertEquals(Optional.empty(), About.NOTHING.field(FieldPath.of("x")));
    }
}
