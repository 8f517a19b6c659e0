// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.CompositeCheck.A;
import static org.scenewright.scene.CompositeCheck.CORE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Composites in their binary form: seen, but never written. */
class BinaryFileTest {
    /** A Name of 512 without schema. */
    private static final byte[] BYTES =
            HexFormat.of()
                    .parseHex(
                            "080112290a11636f72652d736368656d613a3a4e616d651a14088004120f0a0d2a0b"
                                    + "0a0976616c75651200");

    private static final byte[] NAMED =
            HexFormat.of()
                    .parseHex(
                            "0801122f0a11636f72652d736368656d613a3a4e616d651a1a08800412150a132a11"
                                    + "0a0f0a0576616c756512061a04526f636b");

    @TempDir Path folder = Path.of("");

    @Test
    void itsEntitiesAreSeen() {
        var file = CompositeFile.of(NAMED, "x.composite.bin", CORE);
        assertEquals("Rock", file.fill(SceneSnapshot.empty(CORE)).name(A));
    }

    @Test
    void itIsNeverWritten() {
        var file = CompositeFile.of(NAMED, "x.composite.bin", CORE);
        var scene = file.fill(SceneSnapshot.empty(CORE));
        assertFalse(file.isReadable());
        assertThrows(SceneFormatException.class, () -> file.write(scene));
        var refusal = assertThrows(SceneFormatException.class, file::requireReadable);
        assertTrue(refusal.message().contains("can be seen but not changed"), refusal.message());
    }

    @Test
    void itIsOpenedByItsName() throws IOException {
        Files.writeString(folder.resolve("scene.json"), "{}");
        var path = Files.write(folder.resolve("rock.composite.bin"), NAMED);
        var scene = LoadedScene.open(SceneProject.of(path), CORE);
        assertEquals("Rock", scene.snapshot().name(A));
    }

    @Test
    void damagedBytesAreAFileThatIsNotUnderstood() {
        var file = CompositeFile.of(BYTES, "x.composite.bin", CORE);
        assertFalse(file.isReadable());
        assertFalse(file.fill(SceneSnapshot.empty(CORE)).holds(A));
    }
}
