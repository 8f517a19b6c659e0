// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The menu of a component: what is chosen happens to the entities that it was opened for. */
final class ComponentMenu {
    private final Menu menu;
    private ComponentSubject held;

    ComponentMenu(Composite section, Supplier<ComponentSubject> subject) {
        held = subject.get();
        menu = new Menu(section);
        Hush.during(menu, section);
        item("Copy Component", () -> clip().copy(List.of(held.type())));
        var edits = new ArrayList<MenuItem>();
        edits.add(item("Paste Values", this::paste));
        edits.add(item("Paste Component as New", () -> clip().pasteNew()));
        edits.add(item("Reset to Defaults", () -> held.put(held.type().initial())));
        new MenuItem(menu, SWT.SEPARATOR);
        edits.add(item("Remove Component", () -> held.remove()));
        menu.addListener(
                SWT.Show,
                e -> {
                    held = subject.get();
                    boolean mayEdit = held.road().mayEdit();
                    edits.forEach(item -> item.setEnabled(mayEdit));
                });
    }

    Menu menu() {
        return menu;
    }

    private MenuItem item(String text, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private ComponentClip clip() {
        return new ComponentClip(menu.getDisplay(), held.target());
    }

    private void paste() {
        try {
            var clip = ValueJson.parse(ClipText.paste(menu.getDisplay()).orElse(""));
            clip().paste(held.type(), clip);
        } catch (SchemaException notJson) {
            String reason =
                    held.title()
                            + " was not changed: the clipboard holds no values of a component; ";
            held.complaints().tell(reason + notJson.getMessage());
        }
    }
}
