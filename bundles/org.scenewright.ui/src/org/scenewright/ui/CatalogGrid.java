// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.scenewright.content.CatalogAsset;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Assets as cards side by side, or as a list; it draws only those that are seen, however many there
 * are. UI thread.
 */
final class CatalogGrid {
    private final Canvas canvas;
    private final CatalogBrush brush;
    private final CatalogPictures pictures;
    private final Predicate<CatalogAsset> favourites;
    private List<CatalogAsset> assets = List.of();
    private String words = "";
    private boolean isList;
    private int chosen = -1;
    private int pointed = -1;
    private Runnable onChosen = () -> {};

    /**
     * @param favourites tells which ones have a star
     */
    CatalogGrid(Composite parent, CatalogPictures pictures, Predicate<CatalogAsset> favourites) {
        this.pictures = pictures;
        this.favourites = favourites;
        canvas = new Canvas(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
        canvas.setData("id", "catalog.grid");
        brush = new CatalogBrush(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> canvas.redraw());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, event -> point(-1));
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
    }

    Canvas control() {
        return canvas;
    }

    void onChosen(Runnable listener) {
        onChosen = listener;
    }

    /** Shows other assets; the one that is chosen stays so where it is among them. */
    void show(List<CatalogAsset> all, String otherwise) {
        var before = chosen();
        assets = all;
        words = otherwise;
        pointed = pointed < all.size() ? pointed : -1;
        tell();
        chosen = before.map(asset -> indexOf(asset.id())).orElse(-1);
        if (chosen < 0 && !all.isEmpty()) {
            chosen = 0;
            scroll(0);
        }
        measure();
        if (!before.equals(chosen())) {
            onChosen.run();
        }
        canvas.redraw();
    }

    private int indexOf(String id) {
        for (int i = 0; i < assets.size(); i++) {
            if (assets.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    void list(boolean isWanted) {
        isList = isWanted;
        measure();
        reveal();
        canvas.redraw();
    }

    /** The asset that people have chosen. */
    Optional<CatalogAsset> chosen() {
        return at(chosen);
    }

    /** The asset at a place of the control. */
    Optional<CatalogAsset> at(int x, int y) {
        return at(layout().index(x, y + top()));
    }

    private Optional<CatalogAsset> at(int index) {
        return index >= 0 && index < assets.size()
                ? Optional.of(assets.get(index))
                : Optional.empty();
    }

    /** Chooses another one, by its place, and shows it. */
    void choose(int index) {
        int next = Math.clamp(index, Math.min(0, assets.size() - 1), assets.size() - 1);
        if (next != chosen) {
            chosen = next;
            onChosen.run();
            canvas.redraw();
        }
        reveal();
    }

    int index() {
        return chosen;
    }

    int count() {
        return assets.size();
    }

    CatalogLayout layout() {
        return new CatalogLayout(isList, canvas.getClientArea().width, assets.size());
    }

    /** How many rows are seen as a whole. */
    int page() {
        return Math.max(1, canvas.getClientArea().height / layout().rowHeight());
    }

    private void reveal() {
        if (chosen >= 0) {
            int visible = canvas.getClientArea().height;
            scroll(layout().revealing(chosen, top(), visible));
        }
    }

    private int top() {
        return canvas.getVerticalBar().getSelection();
    }

    private void scroll(int to) {
        if (to != top()) {
            canvas.getVerticalBar().setSelection(to);
            canvas.redraw();
        }
    }

    private void resized() {
        measure();
        canvas.redraw();
    }

    private void measure() {
        var layout = layout();
        int visible = Math.max(1, canvas.getClientArea().height);
        var bar = canvas.getVerticalBar();
        int height = Math.max(layout.height(), visible);
        bar.setValues(
                Math.min(top(), height - visible),
                0,
                height,
                visible,
                layout.rowHeight() / 2,
                visible);
        bar.setEnabled(height > visible);
    }

    private void paint(GC gc) {
        var room = canvas.getClientArea();
        brush.prepare(gc);
        gc.fillRectangle(room);
        var layout = layout();
        int top = top();
        int end = layout.end(top, room.height);
        pictures.forgetWishes(pixels(layout), end - layout.first(top));
        for (int i = layout.first(top); i < end; i++) {
            var cell = layout.cell(i);
            paint(gc, layout, new Rectangle(cell.x, cell.y - top, cell.width, cell.height), i);
        }
        if (assets.isEmpty()) {
            brush.sentence(gc, room, words);
        }
    }

    private void paint(GC gc, CatalogLayout layout, Rectangle cell, int index) {
        var asset = assets.get(index);
        var look =
                new CatalogBrush.Look(
                        index == chosen,
                        index == pointed,
                        favourites.test(asset),
                        canvas.isFocusControl());
        if (layout.isList()) {
            brush.row(gc, cell, asset, look);
        } else {
            brush.card(gc, cell, asset, look);
        }
        var image = pictures.of(asset, pixels(layout));
        brush.picture(gc, CatalogBrush.picture(cell, layout), image, asset);
    }

    private int pixels(CatalogLayout layout) {
        return layout.picture() * Zoom.of(canvas) / 100;
    }

    private void press(Event event) {
        canvas.setFocus();
        int index = layout().index(event.x, event.y + top());
        if (index >= 0) {
            choose(index);
        }
    }

    private void move(Event event) {
        point(layout().index(event.x, event.y + top()));
    }

    private void point(int index) {
        if (index != pointed) {
            pointed = index;
            tell();
            canvas.redraw();
        }
    }

    /** What is said of an asset changes with it, also while somebody points at it. */
    private void tell() {
        canvas.setToolTipText(at(pointed).map(CatalogWords::tip).orElse(""));
    }
}
