// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.scene.Parcel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the four fields of a person's order may say. */
class SceneOrderTest {
    private static final String SERVER = "https://peer.example/content";

    private final Path folder = OpenEditor.temporary();

    @Test
    void saysWhichSceneAndWhereTo() {
        var order = SceneOrder.of(SERVER, " 3", "-4 ", folder.toString()).orElseThrow();
        assertEquals(new SceneOrder(SERVER, new Parcel(3, -4), folder), order);
        assertEquals(Optional.empty(), order.objection());
        assertEquals(Optional.empty(), order.obstacle().join());
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "1, ''", "1.5, 1", "99999999999, 1", "1000001, 1", "-2147483648, 1"})
    void isNoneWithoutAPlaceOnLand(String x, String y) {
        assertEquals(Optional.empty(), SceneOrder.of(SERVER, x, y, folder.toString()));
    }

    @ParameterizedTest
    @CsvSource({"'', address", "peer.example, address", "file:///etc, address", "https:, address"})
    void needsAnAddress(String address, String objection) {
        check(objection, SceneOrder.of(address, "1", "1", folder.toString()));
    }

    @Test
    void needsAFolderOfItsOwn() throws IOException {
        check("whole path", SceneOrder.of(SERVER, "1", "1", "somewhere"));
        Files.writeString(folder.resolve("file"), "mine");
        checkTaken(folder);
        checkTaken(folder.resolve("file"));
    }

    @Test
    void asksTheDiskInTheBackgroundAlone() {
        var watched = new WatchedPath(folder);
        var order = new SceneOrder(SERVER, new Parcel(1, 1), watched.path());
        order.objection();
        watched.isAskedAside(order.obstacle());
    }

    private static void checkTaken(Path place) {
        var order = SceneOrder.of(SERVER, "1", "1", place.toString()).orElseThrow();
        assertEquals(Optional.of(place + " is no new or empty folder."), order.obstacle().join());
    }

    private static void check(String objection, Optional<SceneOrder> order) {
        String told = order.flatMap(SceneOrder::objection).orElse("");
        assertTrue(told.contains(objection), told);
    }
}
