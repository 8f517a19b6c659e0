// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TreeEditor;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.actions.TextActionHandler;
import org.scenewright.crdt.Entity;

import java.util.function.BiConsumer;

/**
 * A text field over a row in which its entity gets another name: Enter or leaving it renames,
 * Escape does not.
 */
final class TreeRename {
    private final TreeEditor editor;
    private final Text text;
    private final TextActionHandler keys;
    private final Entity entity;
    private final BiConsumer<Entity, String> rename;

    private TreeRename(TreeItem item, TextActionHandler keys, BiConsumer<Entity, String> rename) {
        this.keys = keys;
        this.entity = SceneTree.entity(item);
        this.rename = rename;
        editor = new TreeEditor(item.getParent());
        text = new Text(item.getParent(), SWT.SINGLE | SWT.BORDER);
        text.setData("id", "rename");
        text.setText(item.getText(0));
    }

    /**
     * Begins to rename the entity of a row.
     *
     * @param keys keeps cut, copy, paste and delete for the text while it has the focus
     */
    static void begin(TreeItem item, TextActionHandler keys, BiConsumer<Entity, String> rename) {
        var renaming = new TreeRename(item, keys, rename);
        keys.addText(renaming.text);
        renaming.open(item);
    }

    private void open(TreeItem item) {
        editor.grabHorizontal = true;
        editor.minimumWidth = 60;
        editor.setEditor(text, item, 0);
        text.addListener(SWT.Traverse, this::traverse);
        text.addListener(SWT.FocusOut, event -> finish());
        item.addListener(SWT.Dispose, event -> close());
        text.selectAll();
        text.setFocus();
    }

    private void traverse(Event event) {
        switch (event.detail) {
            case SWT.TRAVERSE_RETURN -> finish();
            case SWT.TRAVERSE_ESCAPE -> close();
            default -> {
                // Tab leaves the field, which renames.
            }
        }
        event.doit = event.detail != SWT.TRAVERSE_ESCAPE && event.detail != SWT.TRAVERSE_RETURN;
    }

    private void finish() {
        if (!text.isDisposed()) {
            var name = text.getText();
            close();
            rename.accept(entity, name);
        }
    }

    private void close() {
        if (!text.isDisposed()) {
            var tree = text.getParent();
            boolean focused = text.isFocusControl();
            // A field that goes with the focus in it is never told that it lost it.
            keys.removeText(text);
            text.dispose();
            editor.dispose();
            if (focused) {
                tree.setFocus();
            }
        }
    }
}
