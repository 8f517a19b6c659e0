// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

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
        menu.addListener(SWT.Show, e -> held = subject.get());
        item("Copy Component", () -> clip().copy(List.of(held.type())));
        item("Paste Values", this::paste);
        item("Paste Component as New", () -> clip().pasteNew());
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
