// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.scenewright.content.AssetPack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The places of packs as somebody is changing them, with what is known of each beside it; UI
 * thread.
 */
final class PackTable {
    private static final int NARROW = 150;
    private static final int HIGH = 180;
    private static final int MOST_PROBLEMS = 100;

    private final Table table;
    private final Catalogs catalogs;
    private final List<PackPlace> places;
    private final Map<String, CatalogStock> glanced = new HashMap<>();
    private final UiThread ui = UiThread.current();
    private Consumer<String> told = words -> {};

    PackTable(Composite parent, List<PackPlace> places, Catalogs catalogs) {
        this.catalogs = catalogs;
        this.places = new ArrayList<>(places);
        table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        table.setData("id", "packs.table");
        table.setHeaderVisible(true);
        var room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.widthHint = 3 * NARROW;
        room.heightHint = HIGH;
        table.setLayoutData(room);
        new TableColumn(table, SWT.LEFT).setText("Place");
        new TableColumn(table, SWT.LEFT).setText("Holds");
        table.addListener(SWT.Resize, event -> widths());
        table.addListener(SWT.Selection, event -> selected(event.detail == SWT.CHECK));
        var listening = catalogs.onChanged(() -> ui.execute(this::refresh));
        table.addListener(SWT.Dispose, event -> listening.close());
        show();
    }

    private void widths() {
        int width = table.getClientArea().width;
        table.getColumn(1).setWidth(NARROW);
        table.getColumn(0).setWidth(Math.max(NARROW, width - NARROW));
    }

    /** Takes the problems of the place that is chosen, in words; of all where none is. */
    void onTold(Consumer<String> reader) {
        told = reader;
        tell();
    }

    List<PackPlace> places() {
        return List.copyOf(places);
    }

    void add(String place) {
        var text = place.strip();
        if (places.stream().noneMatch(known -> known.text().equals(text))) {
            var added = new PackPlace(text, true);
            places.add(added);
            show();
            glance(added);
        }
        table.select((int) places.stream().takeWhile(p -> !p.text().equals(text)).count());
    }

    /** People see at once what they have added, though the catalog gets it only with the page. */
    private void glance(PackPlace place) {
        ICoreRunnable looking =
                monitor -> {
                    var stock = catalogs.glance(place);
                    ui.execute(() -> glanced(stock));
                };
        Job.create("Reading " + place.text(), looking).schedule();
    }

    private void glanced(CatalogStock stock) {
        glanced.put(stock.place().text(), stock);
        refresh();
    }

    void remove() {
        int index = table.getSelectionIndex();
        if (index >= 0) {
            places.remove(index);
            show();
            table.select(Math.min(index, places.size() - 1));
        }
    }

    private void selected(boolean isCheck) {
        for (int i = 0; i < places.size() && isCheck; i++) {
            places.set(i, places.get(i).enabled(table.getItem(i).getChecked()));
        }
        tell();
    }

    private void refresh() {
        if (!table.isDisposed()) {
            show();
            tell();
        }
    }

    private void show() {
        while (table.getItemCount() > places.size()) {
            table.getItem(table.getItemCount() - 1).dispose();
        }
        for (int i = 0; i < places.size(); i++) {
            var item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            item.setChecked(places.get(i).isEnabled());
            item.setText(new String[] {places.get(i).text(), words(places.get(i))});
        }
    }

    private Optional<CatalogStock> stock(PackPlace place) {
        return catalogs.holdings().stocks().stream()
                .filter(stock -> stock.place().text().equals(place.text()))
                .findFirst()
                .or(() -> Optional.ofNullable(glanced.get(place.text())));
    }

    private String words(PackPlace place) {
        return stock(place).filter(stock -> stock.place().isEnabled()).map(this::words).orElse("");
    }

    private String words(CatalogStock stock) {
        int assets = stock.packs().stream().map(AssetPack::assets).mapToInt(List::size).sum();
        int wrong = stock.problems().size();
        var count = assets == 1 ? "1 asset" : "%,d assets".formatted(assets);
        return wrong == 0
                ? count
                : count + (wrong == 1 ? ", 1 problem" : ", " + wrong + " problems");
    }

    private void tell() {
        int index = table.getSelectionIndex();
        var shown = index < 0 || index >= places.size() ? places : places.subList(index, index + 1);
        told.accept(
                shown.stream()
                        .flatMap(place -> stock(place).stream())
                        .map(PackTable::problems)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    private static String problems(CatalogStock stock) {
        var shown = stock.problems().stream().limit(MOST_PROBLEMS).toList();
        return String.join("\n", shown);
    }
}
