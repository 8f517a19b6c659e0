// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Conflict;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.SetAside;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a scene has to keep can be read again, or is not kept. */
class SceneKeepingTest {
    @TempDir Path directory;
    private OpenScene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new OpenScene(directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** What is kept where others kept a name of such a length. */
    private Optional<byte[]> encoded(int length) {
        var text = Optional.of(Value.of("x".repeat(length)));
        var empty = Optional.<Value>empty();
        var name = FieldPath.of("value");
        var conflict = new Conflict(BOX, "core-schema::Name", name, empty, empty, text);
        var aside = SetAside.disputed(scene.session().snapshot(), List.of(conflict));
        var keepsake = new Keepsake(Optional.empty(), List.of(aside));
        return scene.session().sharing().keeping().encoded(keepsake);
    }

    @Test
    void whatIsKeptIsReadAgain() {
        byte[] kept = encoded(1000).orElseThrow();
        var again = now(scene.session().sharing().keeping().read(kept));
        assertEquals(1, again.open(scene.session().snapshot()).size());
    }

    @Test
    void whatCouldNotBeReadAgainIsNotKept() {
        assertEquals(Optional.empty(), encoded(Keepsake.LARGEST));
    }
}
