// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", ".dclignore", "Baum äöü.glb", "a..b", "console.txt", "-a", "com0"})
    void takesWhatEverySystemTakes(String name) {
        check(name, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a ",
                "a.",
                "a:b",
                "a\\b",
                "a/b",
                "a\u0000",
                "a\n",
                "con",
                "CON.txt",
                "Aux.tar.gz",
                "com1",
                "lpt9.glb",
                "nul .png",
                "a?",
                "a*",
                "<a",
                "\"",
                "|"
            })
    void refusesWhatSomeSystemTakesForSomethingElse(String name) {
        check(name, false);
    }

    @Test
    void refusesWhatIsTooLong() {
        check("ä".repeat(128), false);
        assertEquals(false, PortableName.pathFlaw("a/".repeat(600) + "a").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a//b", "a/", "../a", "a/../b", "./a", "a/con/b", "a\\..\\b"})
    void refusesPathsThatAreNotPlain(String path) {
        assertEquals(false, PortableName.pathFlaw(path).isEmpty());
    }

    private static void check(String name, boolean isPortable) {
        assertEquals(isPortable, PortableName.flaw(name).isEmpty());
    }
}
