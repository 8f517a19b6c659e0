// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeSet;

class EntityNamesTest {
    private static EntityNames names(String... names) {
        return new EntityNames(new TreeSet<>(List.of(names)));
    }

    /** The lines of the constants for some names. */
    private static void check(String constants, String... names) {
        String head =
                "// Auto-generated entity names from the scene\n\n\n"
                        + "/**\n"
                        + " * Object containing all entity names in the scene for autocomplete"
                        + " support.\n"
                        + " */\n"
                        + "export enum EntityNames {\n";
        assertEquals(head + constants + "} \n", names(names).toTypeScript());
    }

    @Test
    void namesStandInTheOrderOfTheirCharacters() {
        check("  B = \"B\",\n  a = \"a\",\n", "a", "B");
    }

    @Test
    void whatIsNoLetterOrDigitBecomesAnUnderscore() {
        check("  Video_Screen = \"Video Screen\",\n", "Video Screen");
        check("  t_r_ = \"tür!\",\n", "tür!");
        check("  __ = \"😀\",\n", "😀");
    }

    @Test
    void aLeadingDigitGetsAnUnderscore() {
        check("  _2nd = \"2nd\",\n", "2nd");
    }

    @Test
    void wordsOfTheLanguageGetAnUnderscore() {
        check("  _class = \"class\",\n", "class");
    }

    @Test
    void equalConstantsAreCounted() {
        check("  a_b = \"a b\",\n  a_b_1 = \"a-b\",\n  a_b_2 = \"a_b\",\n", "a b", "a-b", "a_b");
    }

    @Test
    void quotesAreEscaped() {
        check("  a_ = \"a\\\"\",\n", "a\"");
    }

    @Test
    void onlyANewNameAdds() {
        assertTrue(names("a", "b").addsTo(names("a")));
        assertFalse(names("a").addsTo(names("a", "b")));
        assertFalse(names().addsTo(names()));
    }
}
