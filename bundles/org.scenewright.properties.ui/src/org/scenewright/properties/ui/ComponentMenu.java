// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.util.function.Supplier;

/** The menu of a component: what is chosen happens to the entities that it was opened for. */
final class ComponentMenu {
    private final Menu menu;
    private ComponentSubject held;

    ComponentMenu(Composite section, Supplier<ComponentSubject> subject) {
        held = subject.get();
        menu = new Menu(section);
        menu.addListener(SWT.Show, e -> held = subject.get());
        item("Copy Values", this::copy);
        item("Paste Values", this::paste);
        item("Reset to Defaults", () -> held.put(held.type().initial()));
        new MenuItem(menu, SWT.SEPARATOR);
        item("Remove Component", () -> held.remove());
    }

    Menu menu() {
        return menu;
    }

    private void item(String text, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    private void copy() {
        if (held.shown(FieldPath.WHOLE) instanceof Shown.Same(var value)) {
            var clipboard = new Clipboard(menu.getDisplay());
            clipboard.setContents(
                    new Object[] {ValueJson.print(value)},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void paste() {
        var clipboard = new Clipboard(menu.getDisplay());
        if (clipboard.getContents(TextTransfer.getInstance()) instanceof String json) {
            paste(json);
        }
        clipboard.dispose();
    }

    private void paste(String json) {
        try {
            held.put(ValueJson.parse(json));
        } catch (SchemaException notJson) {
            String reason = "The clipboard holds no values of a component: ";
            held.road().refused().accept(reason + notJson.getMessage());
        }
    }
}
