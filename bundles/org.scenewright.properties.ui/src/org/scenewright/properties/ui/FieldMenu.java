// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/** The menu of a field: what is chosen happens to the entities that it was opened for. */
final class FieldMenu {
    private final Display display;
    private final Slot held;

    private FieldMenu(Display display, Slot held) {
        this.display = display;
        this.held = held;
    }

    /** A menu costs as much as a field, and few are opened: each is made when it is. */
    static Menu attach(Control owner, Slot held) {
        Optional.ofNullable(owner.getMenu()).ifPresent(Menu::dispose);
        var menu = new Menu(owner);
        owner.setMenu(menu);
        Hush.during(menu, owner);
        new FieldMenu(owner.getDisplay(), held).fill(menu);
        return menu;
    }

    private void fill(Menu menu) {
        item(menu, "Copy Value", this::copy);
        item(menu, "Paste Value", this::paste);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Reset to Default\tAlt+Delete", held::reset).setEnabled(held.differs());
        held.keeping().ifPresent(keep -> item(menu, "Keep This Change", keep));
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private void copy() {
        if (held.shown().isMixed()) {
            tell("The entities differ: there is no one value of " + held.name() + " to copy.");
        } else {
            copy(ValueJson.print(held.value()));
        }
    }

    private void copy(String json) {
        if (!ClipText.copy(display, json)) {
            tell(held.name() + " was not copied: " + ClipText.BUSY);
        }
    }

    private void paste() {
        ClipText.paste(display)
                .ifPresentOrElse(
                        this::paste,
                        () -> tell(held.name() + " was not changed: the clipboard holds no text."));
    }

    private void paste(String text) {
        try {
            write(ValueJson.parse(text));
        } catch (SchemaException notJson) {
            if (isText()) {
                write(Value.of(text));
            } else {
                tell(
                        held.name()
                                + " was not changed: the clipboard holds no value; "
                                + notJson.getMessage());
            }
        }
    }

    private boolean isText() {
        var inner = held.schema() instanceof Schema.Maybe(var present) ? present : held.schema();
        return inner instanceof Schema.Text;
    }

    private void write(Value value) {
        held.objection(value)
                .ifPresentOrElse(
                        reason -> tell("The clipboard does not fit: " + reason + "."),
                        () -> held.write(value));
    }

    private void tell(String sentence) {
        held.subject().complaints().tell(sentence);
    }
}
