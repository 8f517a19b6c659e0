// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.runtime.SceneSession;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What looks for files is found where people look for it: in menus. */
class EntriesTest extends LinkedScene {

    private static void choose(Menu menu, String label) {
        menu.notifyListeners(SWT.Show, new Event());
        var entry = entry(menu, label).orElseThrow(() -> new AssertionError(labels(menu)));
        entry.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
    }

    private static Optional<MenuItem> entry(Menu menu, String label) {
        return Stream.of(menu.getItems()).filter(i -> i.getText().equals(label)).findFirst();
    }

    private static String labels(Menu menu) {
        return Stream.of(menu.getItems()).map(MenuItem::getText).toList().toString();
    }

    /** That of the Project Explorer, on a file. */
    private void choose(String path, String label) throws CoreException {
        explore(file(path));
        choose(((Tree) Display.getCurrent().getFocusControl()).getMenu(), label);
    }

    @Test
    void theProjectExplorerFindsReferences() throws CoreException {
        choose("models/bell.glb", "References in the Scene");
        hands.until("all is listed", () -> hands.lists("uses", 3));
    }

    @Test
    void theProjectExplorerListsUnusedFiles() throws IOException, CoreException {
        write("models/spare.glb", "{ }");
        file("models/spare.glb").getParent().refreshLocal(IResource.DEPTH_ONE, null);
        hands.then(() -> hands.isActive("Clean Unused Assets"), () -> hands.x("key", "Escape"));
        hands.start();
        choose("models/bell.glb", "Clean Unused Assets…");
        hands.until("all is typed", hands::areDone);
        hands.until("the dialog is gone", () -> !hands.isOpen("Clean Unused Assets"));
        assertEquals("{ }", read("models/spare.glb"));
    }

    /** The label below the field in the Properties view. */
    private Optional<Label> place() {
        return hands.labels().filter(label -> "src/place".equals(label.getData("field"))).findAny();
    }

    /** Of the entity that is selected another field names another file. */
    @Test
    void aFieldThatNamesAFileFindsItsReferences() throws IOException, CoreException {
        String sound =
                """
                "components": [
                  {
                    "name": "core::AudioSource",
                    "data": { "512": { "json": { "audioClipUrl": "sounds/bell.mp3" } } }
                  },
                """;
        write("assets/scene/main.composite", COMPOSITE.replace("\"components\": [\n", sound));
        var editor = open();
        var session = editor.getAdapter(SceneSession.class);
        page.showView("org.eclipse.ui.views.PropertySheet");
        page.activate(editor);
        editor.getSite()
                .getSelectionProvider()
                .setSelection(
                        new StructuredSelection(new EntityHandle(session, Entity.of(512, 0))));
        hands.until("the place is shown", () -> place().isPresent());
        var place = place().orElseThrow();
        place.notifyListeners(SWT.MenuDetect, new Event());
        choose(place.getMenu(), "References");
        hands.until("all is listed", () -> hands.lists("uses", 3));
        assertEquals(
                List.of("References to models/bell.glb"),
                Stream.of(NewSearchUI.getQueries()).map(ISearchQuery::getLabel).toList());
    }
}
