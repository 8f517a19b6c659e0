// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

class FieldRulesTest {
    private static void check(String objection, Value value, Schema.Option... options) {
        var schema = new Schema.Choice(List.of(options));
        assertEquals(
                objection,
                FieldRules.objection("mood", schema, value, Optional.empty()).orElse(""));
    }

    @Test
    void aChoiceOfTextsListsTheTextsThatMayBeWritten() {
        check(
                "mood must be one of \"calm\", \"an\\\"gry\"",
                Value.of("Calm"),
                new Schema.Option("Calm", Value.of("calm")),
                new Schema.Option("Angry", Value.of("an\"gry")));
    }

    @Test
    void aChoiceOfNumbersListsThemWithTheirLabels() {
        check(
                "mood must be one of Calm (0), Angry (-4)",
                Value.of(1),
                new Schema.Option("Calm", Value.of(0)),
                new Schema.Option("Angry", Value.of(-4)));
    }

    @Test
    void nothingIsObjectedToWhatIsListed() {
        check("", Value.of("calm"), new Schema.Option("Calm", Value.of("calm")));
    }

    private static void check(Optional<String> objection, String expected) {
        assertEquals(expected, objection.orElse(""));
    }

    @Test
    void fieldsThatTheSchemaDoesNotHaveMayStandButNotBeWritten() {
        var none = new Schema.Struct(List.of());
        var value = Value.fields("born", Value.of(7));
        check(FieldRules.misfit("Pirate", none, value), "");
        check(
                FieldRules.objection("Pirate", none, value, Optional.empty()),
                "Pirate.born is a field that the schema does not have");
    }

    @Test
    void whatDoesNotFitIsObjectedToWhereItStandsToo() {
        var text = new Schema.Text(Schema.TextUse.PLAIN);
        check(FieldRules.misfit("Pirate", text, Value.of(7)), "Pirate must be a text");
    }
}
