// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scenewright.content.CatalogAsset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to know about the asset that is chosen. UI thread. */
final class CatalogDetails {
    private static final int PICTURE = 64;

    private final Canvas picture;
    private final Label name;
    private final Figured facts;
    private final CatalogFigures figures;
    private final CatalogPictures pictures;
    private final CatalogBrush brush;
    private Optional<CatalogAsset> shown = Optional.empty();

    CatalogDetails(
            Composite parent, CatalogPictures pictures, CatalogPortraits portraits, Catalogs all) {
        this.pictures = pictures;
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(GridLayoutFactory.fillDefaults().numColumns(2).create());
        picture = new Canvas(area, SWT.DOUBLE_BUFFERED);
        picture.setLayoutData(GridDataFactory.swtDefaults().hint(PICTURE, PICTURE).create());
        brush = new CatalogBrush(picture);
        picture.addListener(SWT.Paint, event -> paint(event.gc));
        name = new Label(area, SWT.WRAP);
        name.setData("id", "catalog.name");
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        var room = new Composite(area, SWT.NONE);
        room.setLayout(GridLayoutFactory.fillDefaults().create());
        room.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        facts = new Figured(room, "catalog.facts", List.of("Fact", "Value"));
        figures = new CatalogFigures(all.catalog(), portraits, UiThread.current(), this::counted);
        area.addListener(SWT.Dispose, event -> figures.close());
    }

    void show(Optional<CatalogAsset> asset) {
        if (!asset.equals(shown)) {
            shown = asset;
            name.setText(asset.map(a -> Notice.plain(a.about().name())).orElse(""));
            name.requestLayout();
            facts.show(asset.map(CatalogWords::facts).orElse(List.of()));
            asset.ifPresent(a -> figures.ask(a.id()));
            picture.redraw();
        }
    }

    /** There may be a picture by now. */
    void redraw() {
        picture.redraw();
    }

    private void counted(CatalogFigures.Counted counted) {
        shown.filter(asset -> asset.id().equals(counted.id()) && !name.isDisposed())
                .ifPresent(
                        asset -> {
                            var rows = new ArrayList<>(CatalogWords.facts(asset));
                            rows.addAll(counted.rows());
                            facts.show(rows);
                        });
    }

    private void paint(GC gc) {
        brush.prepare(gc);
        var room = picture.getClientArea();
        gc.fillRectangle(room);
        var at =
                new Rectangle(
                        (room.width - PICTURE) / 2, (room.height - PICTURE) / 2, PICTURE, PICTURE);
        shown.ifPresent(
                asset ->
                        brush.picture(
                                gc,
                                at,
                                pictures.of(asset, PICTURE * Zoom.of(picture) / 100),
                                asset));
    }
}
