// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Files that are dropped on fields that name files. */
class SheetDropTest extends SheetOnScene {
    private static final String MODEL = "core::GltfContainer";

    @TempDir private Path elsewhere;

    /** Lets a model be named by every field. */
    private static final class Models implements AssetPlaces {
        @Override
        public CompletableFuture<Place> find(Field field) {
            return AssetPlaces.none().find(field);
        }

        @Override
        public CompletableFuture<List<String>> files() {
            return CompletableFuture.completedFuture(List.of("models/b.glb", "a.png"));
        }

        @Override
        public CompletableFuture<List<String>> files(Field field) {
            return files().thenApply(
                            all -> all.stream().filter(path -> path.endsWith(".glb")).toList());
        }

        @Override
        public long revision() {
            return 0;
        }

        @Override
        public Registration onChanged(Runnable listener) {
            return () -> {};
        }
    }

    @Override
    AssetPlaces places() {
        return new Models();
    }

    private static Path file(Path folder, String path) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, "");
    }

    /** Lets files fall on the field of the lamp's model. */
    private void drop(Path... files) {
        var target = (DropTarget) field(Text.class, "src").getData(DND.DROP_TARGET_KEY);
        Arrays.stream(target.getDropListeners())
                .map(SourceDrop.class::cast)
                .forEach(drop -> drop.take(Stream.of(files).map(Path::toString).toList()));
    }

    private void check(String src, Entity... entities) {
        for (var entity : entities) {
            pumpUntil(entity, MODEL, "src", '"' + src + '"');
        }
    }

    private void checkRefused(String words, Path... files) {
        drop(files);
        pump(() -> messages.stream().anyMatch(message -> message.contains(words)));
        assertEquals("\"lamp.glb\"", value(LAMP, MODEL, "src"));
    }

    @Test
    void aFileOfTheProjectBecomesTheValueInOneStep() throws IOException {
        show(LAMP);
        drop(file(directory, "models/b.glb"));
        check("models/b.glb", LAMP);
        settle();
        assertEquals("models/b.glb", shown("src"));
        assertEquals("2", value(LAMP, MODEL, "invisibleMeshesCollisionMask"));
        await(session().undo());
        check("lamp.glb", LAMP);
    }

    @Test
    void itTakesThePlaceOfWhatIsBeingTyped() throws IOException {
        show(LAMP);
        begin("src", "half a na");
        drop(file(directory, "models/b.glb"));
        check("models/b.glb", LAMP);
        pump(() -> shown("src").equals("models/b.glb"));
        await(session().undo());
        check("lamp.glb", LAMP);
    }

    @Test
    void itGoesWhereItFell() throws IOException {
        show(LAMP);
        drop(file(directory, "models/b.glb"));
        show(BOX);
        check("models/b.glb", LAMP);
        assertEquals("nothing", value(BOX, MODEL, "src"));
    }

    @Test
    void aFileOutsideTheProjectIsRefused() throws IOException {
        show(LAMP);
        checkRefused("is not in the project", file(elsewhere, "models/b.glb"));
    }

    @Test
    void aLinkOutOfTheProjectIsRefused() throws IOException {
        show(LAMP);
        Files.createDirectories(directory.resolve("models"));
        var link = directory.resolve("models/b.glb");
        Files.createSymbolicLink(link, file(elsewhere, "b.glb"));
        checkRefused("is not in the project", link);
    }

    @Test
    void aFileThatIsGoneIsRefused() {
        show(LAMP);
        checkRefused("is not in the project", directory.resolve("models/b.glb"));
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        show(LAMP);
        checkRefused("a.png is no file that", file(directory, "a.png"));
    }

    @Test
    void severalFilesAreRefused() throws IOException {
        show(LAMP);
        var file = file(directory, "models/b.glb");
        checkRefused("Only one file", file, file);
    }

    @Test
    void otherTextsTakeNoFiles() {
        show(LAMP);
        assertTrue(
                Optional.ofNullable(field(Text.class, "position.x").getData(DND.DROP_TARGET_KEY))
                        .isEmpty());
    }
}
