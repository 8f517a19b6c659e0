// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where people say what they look for in the catalog. UI thread. */
final class CatalogHead {
    private final CatalogReading reading;
    private final CatalogHabits habits;
    private final Runnable changed;
    private final Text search;
    private final Combo packs;
    private final Combo categories;
    private final List<Toggle> toggles = new ArrayList<>();

    /** A button that is down while something holds. */
    private static final class Toggle extends Action {
        private final BooleanSupplier holds;
        private final Consumer<Boolean> deed;

        Toggle(String words, String icon, BooleanSupplier holds, Consumer<Boolean> deed) {
            super(words, IAction.AS_CHECK_BOX);
            this.holds = holds;
            this.deed = deed;
            setToolTipText(words);
            setImageDescriptor(Icons.descriptor(icon));
        }

        void show() {
            setChecked(holds.getAsBoolean());
        }

        @Override
        public void run() {
            deed.accept(isChecked());
        }
    }

    /**
     * @param changed is run when something else is to be seen
     */
    CatalogHead(Composite parent, CatalogReading reading, CatalogHabits habits, Runnable changed) {
        this.reading = reading;
        this.habits = habits;
        this.changed = changed;
        var first = row(parent, 2);
        search = new Text(first, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setData("id", "catalog.search");
        search.setMessage("Search assets");
        search.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        search.addListener(SWT.Modify, event -> ask(reading.query().withText(search.getText())));
        bar().createControl(first).setData("id", "catalog.bar");
        var second = row(parent, 2);
        packs = combo(second, "catalog.packs");
        packs.addListener(SWT.Selection, event -> ask(reading.query().withPack(chosen(packs))));
        categories = combo(second, "catalog.categories");
        categories.addListener(
                SWT.Selection, event -> ask(reading.query().withCategory(chosen(categories))));
        show();
    }

    private static Composite row(Composite parent, int columns) {
        var row = new Composite(parent, SWT.NONE);
        row.setLayout(GridLayoutFactory.fillDefaults().numColumns(columns).spacing(4, 0).create());
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return row;
    }

    private static Combo combo(Composite parent, String id) {
        var combo = new Combo(parent, SWT.READ_ONLY);
        combo.setData("id", id);
        var room = new GridData(SWT.FILL, SWT.CENTER, true, false);
        // Names of packs may be long, and views narrow.
        room.widthHint = 60;
        combo.setLayoutData(room);
        return combo;
    }

    private ToolBarManager bar() {
        var bar = new ToolBarManager(SWT.FLAT);
        add(bar, shelf("Favourites", "favourite", CatalogQuery.Shelf.FAVOURITES));
        add(bar, shelf("Recently Placed", "recent", CatalogQuery.Shelf.RECENT));
        bar.add(new Separator());
        add(bar, new Toggle("As a List", "list", habits::isList, this::list));
        add(bar, new Toggle("Details", "details", habits::hasDetails, this::details));
        return bar;
    }

    private void add(ToolBarManager bar, Toggle toggle) {
        toggles.add(toggle);
        bar.add(toggle);
    }

    private Toggle shelf(String words, String icon, CatalogQuery.Shelf shelf) {
        return new Toggle(
                words,
                icon,
                () -> reading.query().shelf() == shelf,
                isOn -> ask(reading.query().withShelf(isOn ? shelf : CatalogQuery.Shelf.ALL)));
    }

    private void list(boolean isWanted) {
        habits.list(isWanted);
        changed.run();
    }

    private void details(boolean areWanted) {
        habits.details(areWanted);
        changed.run();
    }

    private void ask(CatalogQuery query) {
        reading.ask(query);
        show();
        changed.run();
    }

    /** The first entry stands for all. */
    private static String chosen(Combo combo) {
        return combo.getSelectionIndex() < 1 ? "" : combo.getText();
    }

    Text search() {
        return search;
    }

    /** Shows what there is to choose from by now. */
    void show() {
        fill(packs, "All Packs", reading.packs(), reading.query().pack());
        fill(categories, "All Categories", reading.categories(), reading.query().category());
        toggles.forEach(Toggle::show);
    }

    private static void fill(Combo combo, String all, List<String> names, String chosen) {
        var items = Stream.concat(Stream.of(all), names.stream()).toArray(String[]::new);
        // Else an open list would close while somebody looks at it.
        if (!List.of(combo.getItems()).equals(List.of(items))) {
            combo.setItems(items);
        }
        combo.select(names.indexOf(chosen) + 1);
    }

    /** Tells how many assets were found. */
    void count(int assets) {
        search.setToolTipText(assets == 1 ? "1 asset" : "%,d assets".formatted(assets));
    }
}
