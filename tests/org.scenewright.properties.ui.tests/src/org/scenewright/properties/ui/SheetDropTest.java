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
import org.scenewright.scene.Placement;
import org.scenewright.schema.Value;

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

    private static final String PATH = "assets/asset-packs/pine/pine.glb";
    private static final AssetPlaces.Supply PINE =
            new AssetPlaces.Supply.Held(PATH, new Placement.Asset("pine", "Pack", false));
    private static final String BOUND =
            "[{\"field\":\"core::GltfContainer.src\",\"assetId\":\"pine\",\"provider\":\"Pack\"}]";

    @TempDir private Path elsewhere;

    /** Lets a model be named by every field, and has one asset. */
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
        public CompletableFuture<Supply> supply(Field field, String asset) {
            return CompletableFuture.completedFuture(
                    asset.equals("pine") ? PINE : new Supply.None("\"" + asset + "\" has none"));
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

    private SourceDrop on(String field) {
        var target = (DropTarget) field(Text.class, field).getData(DND.DROP_TARGET_KEY);
        return Arrays.stream(target.getDropListeners())
                .map(SourceDrop.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Lets files fall on the field of the lamp's model. */
    private void drop(Path... files) {
        on("src").take(Stream.of(files).map(Path::toString).toList());
    }

    /** Lets assets fall there. */
    private void drop(String... assets) {
        on("src").takeAssets(List.of(assets));
    }

    private void checkBound(String src, String bindings) {
        check(src, LAMP);
        assertEquals(bindings, value(LAMP, Placement.BINDING, "bindings"));
    }

    private void check(String src, Entity... entities) {
        for (var entity : entities) {
            pumpUntil(entity, MODEL, "src", '"' + src + '"');
        }
    }

    private void checkRefused(String words, Path... files) {
        drop(files);
        checkRefused(words);
    }

    private void checkRefused(String words) {
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

    @Test
    void anAssetBecomesTheValueAndIsBoundInOneStep() {
        show(LAMP);
        drop("pine");
        checkBound(PATH, BOUND);
        await(session().undo());
        checkBound("lamp.glb", "nothing");
        await(session().redo());
        checkBound(PATH, BOUND);
    }

    @Test
    void anAssetBecomesTheValueOfAllThatAreSelected() {
        set(BOX, MODEL, "src", Value.of("box.glb"));
        show(LAMP, BOX);
        drop("pine");
        check(PATH, LAMP, BOX);
        assertEquals(BOUND, value(BOX, Placement.BINDING, "bindings"));
        checkBound(PATH, BOUND);
    }

    @Test
    void anAssetThatIsDroppedAgainIsBoundOnce() {
        show(LAMP);
        drop("pine");
        checkBound(PATH, BOUND);
        set(LAMP, MODEL, "src", Value.of("other.glb"));
        drop("pine");
        checkBound(PATH, BOUND);
    }

    @Test
    void aPathTypedOverAnAssetIsBoundToNothing() {
        show(LAMP);
        drop("pine");
        checkBound(PATH, BOUND);
        settle();
        type("src", "b.glb");
        checkBound("b.glb", "nothing");
        await(session().undo());
        checkBound(PATH, BOUND);
    }

    @Test
    void whatIsTypedElsewhereLeavesAnAssetBound() {
        show(LAMP);
        drop("pine");
        checkBound(PATH, BOUND);
        settle();
        type("position.x", "4");
        pumpUntil(LAMP, "core::Transform", "position.x", "4");
        checkBound(PATH, BOUND);
    }

    @Test
    void aSettingOfTheSceneTakesThePathAlone() {
        show(Entity.ROOT);
        on("display.navmapThumbnail").takeAssets(List.of("pine"));
        pump(
                () ->
                        session()
                                .snapshot()
                                .settings()
                                .text("display.navmapThumbnail", "")
                                .equals(PATH));
        assertEquals("nothing", value(Entity.ROOT, Placement.BINDING, "bindings"));
    }

    @Test
    void anAssetWithoutSuchAFileIsRefused() {
        show(LAMP);
        drop("song");
        checkRefused("\"song\" has none, so Gltf Container \u203a Src cannot name it");
    }

    @Test
    void severalAssetsAreRefused() {
        show(LAMP);
        drop("pine", "song");
        checkRefused("Only one asset");
    }
}
