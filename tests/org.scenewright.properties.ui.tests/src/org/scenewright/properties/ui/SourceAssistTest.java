// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class SourceAssistTest {
    private static final List<String> FILES =
            List.of("assets/barrel/crate.png", "assets/crate/lid.png", "models/Barrel.glb");

    private static void check(String typed, String... offered) {
        assertEquals(List.of(offered), SourceAssist.matches(FILES, typed));
    }

    @Test
    void nothingTypedOffersAll() {
        check("", "assets/barrel/crate.png", "assets/crate/lid.png", "models/Barrel.glb");
    }

    @Test
    void namesComeBeforeFolders() {
        check("BARREL", "models/Barrel.glb", "assets/barrel/crate.png");
    }

    @Test
    void allWordsAreLookedFor() {
        check("crate lid", "assets/crate/lid.png");
    }

    @Test
    void aWholePathCanBeExchanged() {
        assertEquals(3, SourceAssist.matches(FILES, "models/Barrel.glb").size());
    }

    @Test
    void whatNobodyHasOffersNothing() {
        check("ship");
    }
}
