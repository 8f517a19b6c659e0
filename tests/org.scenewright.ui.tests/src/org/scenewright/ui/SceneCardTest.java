// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class SceneCardTest {
    @TempDir Path directory;

    private SceneCard card(String name, String title, String... parcels) throws IOException {
        var folder = Files.createDirectories(directory.resolve(name));
        var all = List.of(parcels).stream().map(p -> '"' + p + '"').toList();
        Files.writeString(
                folder.resolve("scene.json"),
                "{\"display\": {\"title\": \"%s\"}, \"scene\": {\"parcels\": %s, \"base\": \"%s\"}}"
                        .formatted(title, all, parcels[0]));
        return SceneCard.of(folder).orElseThrow();
    }

    @Test
    void aSceneIsCalledByItsTitle() throws IOException {
        assertEquals("Plaza", card("a", "Plaza", "0,0").title());
    }

    @Test
    void aSceneWithoutATitleIsCalledByItsFolder() throws IOException {
        assertEquals("a", card("a", "", "0,0").title());
    }

    @Test
    void scenesOnOneParcelOverlap() throws IOException {
        assertTrue(card("a", "A", "0,0", "1,0").overlaps(card("b", "B", "2,0", "1,0")));
    }

    @Test
    void neighboursDoNot() throws IOException {
        assertFalse(card("a", "A", "0,0").overlaps(card("b", "B", "0,1")));
    }

    @Test
    void aFolderWithoutSceneHasNoCard() {
        assertEquals(Optional.empty(), SceneCard.of(directory));
    }

    @Test
    void whatIsNoJsonHasNoCard() throws IOException {
        Files.writeString(directory.resolve("scene.json"), "{{{");
        assertEquals(Optional.empty(), SceneCard.of(directory));
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        Files.writeString(directory.resolve("scene.json"), "{}" + " ".repeat(2 << 20));
        assertEquals(Optional.empty(), SceneCard.of(directory));
    }

    @Test
    void aSceneIsNotOfferedToItself() throws IOException {
        var own = card("a", "A", "0,0");
        var other = card("b", "B", "1,0");
        var choice =
                CompanionChoice.of(
                        own,
                        List.of(own.directory(), other.directory(), directory.resolve("none")));
        assertEquals(List.of(other), choice.offered());
    }
}
