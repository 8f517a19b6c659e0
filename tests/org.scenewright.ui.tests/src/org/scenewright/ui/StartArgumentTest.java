// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the program argument names. */
class StartArgumentTest {

    private static void check(String arguments, String expected) {
        var found = StartArgument.argument(List.of(arguments.split(" ")));
        assertEquals(Optional.of(expected).filter(text -> !text.isEmpty()).map(Path::of), found);
    }

    @Test
    void theFolderFollowsTheName() {
        check("-product x -scene /home/me/cube -data y", "/home/me/cube");
    }

    @Test
    void withoutTheNameNothingOpens() {
        check("-product x", "");
    }

    @Test
    void aNameWithoutAFolderOpensNothing() {
        check("-product x -scene", "");
    }
}
