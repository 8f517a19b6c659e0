// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.testing.SampleModels;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/** What others do to the files of an open scene is said, and nothing is lost. */
class SpoiltFilesTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private String whole = "";

    @AfterEach
    void close() {
        resources.close();
    }

    /** How many errors are told; that a model stands partly outside its parcel is none. */
    private static long errors(OpenEditor open) {
        try {
            var markers =
                    SceneFolder.of(open.folder())
                            .file()
                            .orElseThrow()
                            .findMarkers(MarkerWriting.TYPE, false, IResource.DEPTH_ZERO);
            return Stream.of(markers)
                    .filter(
                            marker ->
                                    marker.getAttribute(IMarker.SEVERITY, 0)
                                            == IMarker.SEVERITY_ERROR)
                    .count();
        } catch (CoreException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Open and whole, and then cut short by somebody else. */
    private OpenEditor openCutShort(String name) throws IOException {
        var file = SceneText.boxes().write(OpenEditor.temporary().resolve(name));
        whole = Files.readString(file);
        var open = resources.own(new OpenEditor(robot, file), OpenEditor::close).ready();
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        var banner = robot.await("a banner", () -> Robot.find(Label.class, "banner"));
        assertEquals(
                "assets/scene/main.composite was changed on disk and is empty or cannot be read"
                        + " now; the scene stays as it is here.",
                banner.getText());
        return open;
    }

    private void follow(String link) {
        robot.await("a banner", () -> Robot.find(Link.class, link))
                .notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void aBannerSaysThatAFileWasSpoiltUntilItIsWhole() throws IOException {
        var open = openCutShort("spoilt");
        assertEquals("Green", open.snapshot().name(GREEN));
        Files.writeString(open.file(), whole);
        robot.until("no banner", () -> Robot.find(Label.class, "banner").isEmpty());
    }

    @Test
    void aSpoiltFileIsWrittenAgain() throws IOException {
        var open = openCutShort("again");
        follow("Write Again");
        robot.until("no banner", () -> Robot.find(Label.class, "banner").isEmpty());
        assertEquals(whole, Files.readString(open.file()));
    }

    @Test
    void aSpoiltFileIsOpenedAsText() throws IOException {
        var open = openCutShort("astext");
        follow("Open as Text");
        var text = open.page().getActiveEditor();
        assertEquals("org.eclipse.ui.DefaultTextEditor", text.getSite().getId());
        open.page().closeEditor(text, false);
    }

    @Test
    void aModelThatIsDeletedIsAMarkerAndAPlaceholderUntilItIsBack() throws IOException {
        var folder = OpenEditor.temporary().resolve("deleted");
        var file = SceneText.boxes().model(600, "Tree", "models/Tree.glb").write(folder);
        var model = Files.createDirectories(folder.resolve("models")).resolve("Tree.glb");
        var bytes = SampleModels.all().getOrDefault("models/crate.glb", new byte[0]);
        Files.write(model, bytes);
        var open = resources.own(new OpenEditor(robot, file), OpenEditor::close).ready();
        var assets = open.scene().assets();
        robot.until(
                "it is there",
                () -> assets.model(AssetSource.of("models/Tree.glb")).ready().isPresent());
        assertEquals(0, errors(open));
        Files.delete(model);
        robot.until("it is missed", () -> errors(open) == 1);
        assertInstanceOf(Loading.Missing.class, assets.model(AssetSource.of("models/Tree.glb")));
        Files.write(model, bytes);
        robot.until(
                "it is back",
                () -> assets.model(AssetSource.of("models/Tree.glb")).ready().isPresent());
        robot.until("nothing is missed", () -> errors(open) == 0);
    }
}
