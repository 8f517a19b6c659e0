// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * The keys of the catalog: arrows choose, Enter places, F makes a favourite, and whatever else is
 * typed is searched for. UI thread.
 */
final class CatalogKeys {
    private final CatalogGrid grid;
    private final Text search;
    private final CatalogDeeds deeds;

    private CatalogKeys(CatalogGrid grid, Text search, CatalogDeeds deeds) {
        this.grid = grid;
        this.search = search;
        this.deeds = deeds;
    }

    static void bind(CatalogGrid grid, Text search, CatalogDeeds deeds) {
        var keys = new CatalogKeys(grid, search, deeds);
        grid.control().addListener(SWT.KeyDown, keys::inGrid);
        // A canvas that takes keys has to say which of them lead out of it.
        grid.control()
                .addListener(
                        SWT.Traverse,
                        event ->
                                event.doit =
                                        event.detail == SWT.TRAVERSE_TAB_NEXT
                                                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        grid.control().addListener(SWT.MouseDoubleClick, keys::clicked);
        search.addListener(SWT.KeyDown, keys::inSearch);
        search.addListener(SWT.DefaultSelection, event -> keys.entered(event));
    }

    private void inGrid(Event event) {
        event.doit = !isMove(event) && !isDeed(event) && !isTyped(event);
    }

    private boolean isMove(Event event) {
        int columns = grid.layout().columns();
        int next =
                switch (event.keyCode) {
                    case SWT.ARROW_LEFT -> grid.index() - 1;
                    case SWT.ARROW_RIGHT -> grid.index() + 1;
                    case SWT.ARROW_UP -> grid.index() - columns;
                    case SWT.ARROW_DOWN -> grid.index() + columns;
                    case SWT.PAGE_UP -> grid.index() - columns * grid.page();
                    case SWT.PAGE_DOWN -> grid.index() + columns * grid.page();
                    case SWT.HOME -> 0;
                    case SWT.END -> grid.count() - 1;
                    default -> Integer.MIN_VALUE;
                };
        if (next != Integer.MIN_VALUE && isInside(event.keyCode, next)) {
            grid.choose(next);
        }
        return next != Integer.MIN_VALUE;
    }

    /** From the first row nothing leads up, and not to its beginning either. */
    private boolean isInside(int key, int next) {
        boolean isStep = key == SWT.ARROW_UP || key == SWT.ARROW_DOWN;
        return !isStep || next >= 0 && next < grid.count();
    }

    private boolean isDeed(Event event) {
        boolean isEnter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        boolean isFavour = event.keyCode == 'f' && event.stateMask == 0;
        if (isEnter) {
            place();
        } else if (isFavour) {
            grid.chosen().ifPresent(deeds::favour);
        }
        return isEnter || isFavour;
    }

    /** Beside all assets there is nothing to be placed. */
    private void clicked(Event event) {
        if (event.button == 1 && grid.at(event.x, event.y).equals(grid.chosen())) {
            place();
        }
    }

    private void place() {
        grid.chosen().ifPresent(deeds::place);
    }

    private boolean isTyped(Event event) {
        boolean isText =
                !Character.isISOControl(event.character)
                        && (event.stateMask & (SWT.MOD1 | SWT.MOD3)) == 0
                        && event.character != 0;
        if (isText) {
            search.setFocus();
            search.setText(event.character + "");
            search.setSelection(1);
        }
        return isText;
    }

    private void inSearch(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            event.doit = false;
            grid.control().setFocus();
        } else if (event.keyCode == SWT.ESC && !search.getText().isEmpty()) {
            event.doit = false;
            search.setText("");
        }
    }

    /** Enter in the search places what was found first; its buttons do what they show. */
    private void entered(Event event) {
        if (event.detail == SWT.NONE) {
            place();
        }
    }
}
