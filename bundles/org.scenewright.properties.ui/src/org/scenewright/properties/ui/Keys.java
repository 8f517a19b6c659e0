// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keys do wherever in the sheet the focus is: Ctrl+F looks for fields, Alt+Delete resets one,
 * the menu key opens its menu, left and right fold a section.
 */
final class Keys {
    private final Composite sheet;
    private final SearchBar search;

    Keys(Composite sheet, SearchBar search) {
        this.sheet = sheet;
        this.search = search;
        listen(SWT.KeyDown, this::key);
        listen(SWT.MenuDetect, this::menu);
    }

    /** One listener for all: each of its own would cost as much as the fields. */
    private void listen(int type, Listener listener) {
        var display = sheet.getDisplay();
        Listener inside =
                event -> {
                    if (event.widget instanceof Control control && isInside(control)) {
                        listener.handleEvent(event);
                    }
                };
        display.addFilter(type, inside);
        sheet.addListener(SWT.Dispose, e -> display.removeFilter(type, inside));
    }

    private boolean isInside(Control control) {
        return upwards(control).anyMatch(sheet::equals);
    }

    private static Stream<Control> upwards(Control control) {
        return Stream.iterate(control, Objects::nonNull, Control::getParent);
    }

    private void key(Event event) {
        boolean taken =
                event.widget instanceof Control control
                        && (isFind(event) || resets(event, control) || folds(event, control));
        if (taken) {
            event.type = SWT.None;
            event.doit = false;
        }
    }

    private boolean isFind(Event event) {
        boolean isFind = event.keyCode == 'f' && event.stateMask == SWT.MOD1;
        if (isFind) {
            search.focus();
        }
        return isFind;
    }

    private static boolean resets(Event event, Control control) {
        boolean isReset = event.keyCode == SWT.DEL && event.stateMask == SWT.ALT;
        var mark = isReset ? Mark.of(control) : Optional.<Mark>empty();
        mark.ifPresent(Mark::reset);
        return mark.isPresent();
    }

    private static boolean folds(Event event, Control control) {
        boolean left = event.keyCode == SWT.ARROW_LEFT;
        boolean right = event.keyCode == SWT.ARROW_RIGHT;
        // The heading of a section is the only child of it that takes the focus.
        return (left || right)
                && control.getParent() instanceof ExpandableComposite section
                && section.getClient() != control
                && fold(section, right);
    }

    private static boolean fold(ExpandableComposite section, boolean open) {
        if (section.isExpanded() != open) {
            ComponentSection.of(section).ifPresent(s -> s.fold(open));
        }
        return true;
    }

    /** Texts have a menu of their own, which is for those with a mouse. */
    private void menu(Event event) {
        if (event.widget instanceof Text text) {
            Optional.ofNullable(text.getMenu()).ifPresent(Menu::dispose);
            text.setMenu(null);
            if (event.detail == SWT.MENU_KEYBOARD) {
                Mark.of(text).ifPresent(mark -> FieldMenu.attach(text, mark.slot().now()));
            }
        }
    }
}
