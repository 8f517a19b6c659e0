// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.ContentCache;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The catalog of assets on the screen: what is looked for, what was found, and details of one. */
final class CatalogScreen {
    private static final int[] SHARES = {3, 2};
    private static final int NEWS_MILLIS = 60;

    private final Catalogs catalogs;
    private final CatalogReading reading;
    private final CatalogHabits habits = CatalogHabits.ofWorkspace();
    private final CatalogDeeds deeds;
    private final CatalogPictures pictures;
    private final CatalogNews news;
    private final CatalogHead head;
    private final SashForm sash;
    private final CatalogGrid grid;
    private final CatalogDetails details;
    private final AtomicBoolean isAwaited = new AtomicBoolean();

    CatalogScreen(Composite parent, IWorkbenchPage page) {
        var workbench = page.getWorkbenchWindow().getWorkbench();
        var ui = UiThread.current();
        catalogs = CatalogsFactory.of(workbench);
        reading = new CatalogReading(catalogs, habits);
        deeds = new CatalogDeeds(page, catalogs.catalog(), habits, this::update);
        var nowhere = Platform.getStateLocation(Platform.getBundle("org.scenewright.ui"));
        var portraits =
                new CatalogPortraits(
                        () -> GraphicsFactory.of(workbench),
                        ContentCache.ofUser(),
                        nowhere.append("nowhere").toPath());
        pictures = new CatalogPictures(catalogs.catalog(), portraits, ui, this::redraw);
        parent.setLayout(GridLayoutFactory.swtDefaults().margins(4, 4).spacing(4, 4).create());
        news = new CatalogNews(parent, catalogs);
        head = new CatalogHead(parent, reading, habits, this::show);
        sash = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        grid = new CatalogGrid(sash, pictures, reading::isFavourite);
        details = new CatalogDetails(sash, pictures, portraits, catalogs);
        sash.setWeights(SHARES);
        sash.addListener(SWT.Resize, event -> turn());
        grid.onChosen(() -> details.show(grid.chosen()));
        CatalogKeys.bind(grid, head.search(), deeds);
        CatalogMenu.add(grid, deeds, news::tell);
        AssetDrag.from(
                grid.control(),
                () -> grid.chosen().map(CatalogAsset::id).stream().toList(),
                deeds::used);
        var listening = catalogs.onChanged(() -> expect(ui));
        parent.addListener(
                SWT.Dispose,
                event -> {
                    listening.close();
                    pictures.close();
                });
        show();
    }

    /** Details stand beside what was found where there is more room. */
    private void turn() {
        var room = sash.getClientArea();
        int wanted = room.width > room.height * 5 / 4 ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sash.getOrientation() != wanted) {
            sash.setOrientation(wanted);
        }
    }

    /** News come asset by asset; called on any thread. */
    private void expect(UiThread ui) {
        if (isAwaited.compareAndSet(false, true)) {
            ui.execute(() -> ui.display().timerExec(NEWS_MILLIS, this::arrive));
        }
    }

    private void arrive() {
        isAwaited.set(false);
        if (!sash.isDisposed()) {
            update();
        }
    }

    private void update() {
        reading.update();
        head.show();
        show();
    }

    private void show() {
        news.show();
        grid.list(habits.isList());
        grid.show(reading.assets(), reading.words());
        details.show(grid.chosen());
        head.count(reading.assets().size());
        sash.setMaximizedControl(habits.hasDetails() ? null : grid.control());
    }

    private void redraw() {
        grid.control().redraw();
        details.redraw();
    }

    void setFocus() {
        grid.control().setFocus();
    }

    /** Shows what else is asked for. */
    void ask(CatalogQuery query) {
        reading.ask(query);
        head.show();
        show();
    }

    void choose(int index) {
        grid.choose(index);
    }

    int index() {
        return grid.index();
    }

    /** How many assets were found. */
    int count() {
        return grid.count();
    }

    /** Whether every picture that is seen is there, or never will be. */
    boolean isIdle() {
        return pictures.isIdle();
    }

    /** Whether there are pictures of what is seen. */
    boolean hasPictures() {
        return pictures.isIdle() && pictures.count() > 0;
    }

    Optional<CatalogAsset> chosen() {
        return grid.chosen();
    }
}
