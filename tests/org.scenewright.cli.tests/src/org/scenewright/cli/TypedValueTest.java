// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;

class TypedValueTest {
    private static final Schema RANK =
            new Schema.Choice(
                    List.of(
                            new Schema.Option("Mate", Value.of(0)),
                            new Schema.Option("Captain", Value.of(1))));
    private static final Schema MOOD =
            new Schema.Choice(
                    List.of(
                            new Schema.Option("Glad", Value.of("glad")),
                            new Schema.Option("Sad", Value.of("sad"))));

    private static void check(Schema schema, String typed, String json) {
        assertEquals(json, ValueJson.print(new TypedValue(typed).in(schema)));
    }

    private static void refuses(Schema schema, String typed, String hint) {
        String message =
                assertThrows(CommandFailed.class, () -> new TypedValue(typed).in(schema))
                        .getMessage();
        assertEquals(hint, message.substring(Math.max(0, message.length() - hint.length())));
    }

    @Test
    void whatIsJsonIsTakenAsItIs() {
        check(new Schema.Text(Schema.TextUse.PLAIN), "\"drunk\"", "\"drunk\"");
        check(RANK, "1", "1");
        check(MOOD, "\"sad\"", "\"sad\"");
    }

    @Test
    void choicesGoByName() {
        check(RANK, "Captain", "1");
        check(RANK, "\"Captain\"", "1");
        check(new Schema.Maybe(MOOD), "Sad", "\"sad\"");
    }

    @Test
    void whoForgetsTheQuotesOfATextIsToldOfThem() {
        refuses(
                new Schema.Text(Schema.TextUse.PLAIN),
                "drunk",
                " A text is written in quotes, as JSON: '\"drunk\"'");
    }

    @Test
    void whoNamesNoChoiceIsToldWhichThereAre() {
        refuses(RANK, "Cook", " There are: Mate, Captain.");
    }

    @Test
    void indicesMayStandInBrackets() {
        assertEquals(FieldPath.of("loot", "0", "gold"), TypedValue.path("loot[0].gold"));
        assertEquals(FieldPath.of("loot", "0", "gold"), TypedValue.path("loot.0.gold"));
        assertEquals(FieldPath.of("1", "2"), TypedValue.path("[1][2]"));
    }
}
