// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What stays at the top of the sheet: the box to look for fields, and the menu of all components
 * together.
 */
final class SearchBar {
    private final Composite bar;
    private final Text box;
    private final Consumer<Search> look;
    private final Supplier<Optional<Target>> target;
    private Search last = Search.EVERYTHING;

    /**
     * @param look told what is looked for
     * @param target what the menu is for
     */
    SearchBar(Composite parent, Consumer<Search> look, Supplier<Optional<Target>> target) {
        this.look = look;
        this.target = target;
        bar = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(2, false);
        layout.marginHeight = 2;
        bar.setLayout(layout);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        box = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        box.setMessage("Search fields");
        box.setToolTipText("Shows only fields and components with these words (Ctrl+F)");
        box.setLayoutData(Form.fill());
        box.setData("id", "search");
        box.addListener(SWT.Modify, e -> changed());
        box.addListener(SWT.KeyDown, this::key);
        menuButton();
    }

    private void menuButton() {
        var button = new Button(bar, SWT.PUSH | SWT.FLAT);
        button.setText("\u22ee");
        button.setToolTipText("Copy and paste components");
        var menu = new Menu(button);
        item(menu, "Copy All Components", ComponentClip::copyAll);
        var pastes =
                List.of(
                        item(menu, "Paste Components", ComponentClip::pasteAll),
                        item(menu, "Paste Components as New", ComponentClip::pasteNew));
        menu.addListener(SWT.Show, e -> pastes.forEach(item -> item.setEnabled(mayEdit())));
        button.setMenu(menu);
        Hush.during(menu, button);
        button.addListener(SWT.Selection, e -> open(button, menu));
    }

    private static void open(Button button, Menu menu) {
        var bounds = button.getBounds();
        menu.setLocation(button.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    private boolean mayEdit() {
        return target.get().filter(held -> held.road().mayEdit()).isPresent();
    }

    private MenuItem item(Menu menu, String text, Consumer<ComponentClip> action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(
                SWT.Selection,
                e ->
                        target.get()
                                .map(held -> new ComponentClip(bar.getDisplay(), held))
                                .ifPresent(action));
        return item;
    }

    private void changed() {
        var now = Search.of(box.getText());
        if (!now.equals(last)) {
            last = now;
            look.accept(now);
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            box.setText("");
            event.doit = false;
        }
    }

    void focus() {
        box.setFocus();
        box.selectAll();
    }

    void setShown(boolean shown) {
        Form.setShown(bar, shown);
        bar.getParent().layout();
    }
}
