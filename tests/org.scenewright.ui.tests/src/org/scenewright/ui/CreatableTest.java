// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneProject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What can be created from a menu. */
class CreatableTest {
    private final Path folder = OpenEditor.temporary();

    private SceneSession open() {
        return SceneSession.open(SceneProject.of(folder)).join();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCreatedIsWrittenAsTheSdkNeedsIt(Creatable kind) throws IOException {
        new SceneSeed(folder, "Created").write();
        try (var session = open()) {
            var edit = kind.spawn(session.snapshot(), Edit.Place.TOP, Pose.IDENTITY);
            session.post(edit, Origin.USER).join();
            session.save().join();
        }
        try (var again = open()) {
            assertEquals(List.of(), again.status().problems());
        }
        var file = Files.readString(folder.resolve("assets/scene/main.composite"));
        assertTrue(file.contains("\"" + kind.label() + "\""), file);
    }
}
