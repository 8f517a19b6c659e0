// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.scenewright.render.Amount;
import org.scenewright.render.Heavy;
import org.scenewright.render.Limit;
import org.scenewright.render.Stray;
import org.scenewright.runtime.Registration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All limits of a scene and what makes up most of it, below its {@link Meter}; a double click
 * selects the entities of a model. UI thread.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class LimitDetails extends PopupDialog {
    private static final int MOST_MODELS = 30;
    private static final int BAR = 120;

    private final Control below;
    private final OpenScene scene;
    private final Map<Limit, Row> rows = new EnumMap<>(Limit.class);
    private Optional<Registration> watching = Optional.empty();
    private Optional<Link> outside = Optional.empty();
    private Optional<Table> models = Optional.empty();

    /** The bar and the words of one limit. */
    private record Row(Canvas bar, Label words) {}

    /**
     * @param below what it opens below
     */
    LimitDetails(Control below, OpenScene scene) {
        super(
                below.getShell(),
                INFOPOPUPRESIZE_SHELLSTYLE,
                true,
                false,
                false,
                false,
                false,
                "Scene Limits",
                "A double click selects what shows a model.");
        this.below = below;
        this.scene = scene;
    }

    boolean isOpen() {
        return getShell() != null && !getShell().isDisposed();
    }

    @Override
    protected Point getInitialLocation(Point size) {
        var at = below.toDisplay(below.getSize().x - size.x, below.getSize().y + 2);
        var screen = below.getMonitor().getClientArea();
        return new Point(Math.max(screen.x, at.x), at.y);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        area.setLayout(GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 4).create());
        for (var limit : Limit.values()) {
            rows.put(limit, row(area, limit));
        }
        outside = Optional.of(link(area));
        models = Optional.of(table(area));
        watching = Optional.of(scene.limits().watch(this::show));
        show(scene.limits().now());
        return area;
    }

    private Row row(Composite area, Limit limit) {
        new Label(area, SWT.NONE).setText(limit.label());
        var bar = new Canvas(area, SWT.DOUBLE_BUFFERED);
        var size = new GridData(SWT.FILL, SWT.CENTER, true, false);
        size.widthHint = BAR;
        size.heightHint = 10;
        bar.setLayoutData(size);
        bar.addListener(SWT.Paint, event -> paint(event.gc, bar.getClientArea(), limit));
        var words = new Label(area, SWT.RIGHT);
        words.setData("id", "limit." + limit.name());
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
        return new Row(bar, words);
    }

    private void paint(GC gc, Rectangle area, Limit limit) {
        gc.setAntialias(SWT.ON);
        amount(limit)
                .ifPresent(a -> Meter.bar(gc, new Rectangle(0, 1, area.width, area.height - 2), a));
    }

    private Optional<Amount> amount(Limit limit) {
        return scene.limits().now().amounts().stream().filter(a -> a.limit() == limit).findFirst();
    }

    private Link link(Composite area) {
        var link = new Link(area, SWT.NONE);
        link.setData("id", "limits.outside");
        link.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        link.addListener(SWT.Selection, event -> selectOutside());
        return link;
    }

    private void selectOutside() {
        var strays = scene.limits().now().strays().first().stream().map(Stray::entity);
        scene.select(strays.filter(scene.snapshot()::holds).map(scene::shown).toList());
    }

    private Table table(Composite area) {
        var table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER);
        table.setData("id", "limits.models");
        table.setHeaderVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1);
        data.heightHint = table.getItemHeight() * 8;
        table.setLayoutData(data);
        column(table, "Model", 220, SWT.LEFT);
        column(table, "Entities", 70, SWT.RIGHT);
        column(table, "Triangles", 90, SWT.RIGHT);
        table.addListener(SWT.DefaultSelection, event -> select((TableItem) event.item));
        return table;
    }

    private static void column(Table table, String name, int width, int style) {
        var column = new TableColumn(table, style);
        column.setText(name);
        column.setWidth(width);
    }

    private void select(TableItem item) {
        if (item.getData() instanceof Heavy heavy) {
            scene.ui()
                    .then(
                            scene.limits().users(heavy),
                            users ->
                                    scene.select(
                                            users.stream()
                                                    .filter(scene.snapshot()::holds)
                                                    .map(scene::shown)
                                                    .toList()));
        }
    }

    private void show(Findings found) {
        if (isOpen()) {
            found.amounts().forEach(this::show);
            outside.ifPresent(link -> link.setText(outside(found)));
            scene.ui().then(scene.limits().heaviest(MOST_MODELS), this::list);
        }
    }

    private static String outside(Findings found) {
        return found.strays().count() == 0
                ? "Everything stands within the parcels."
                : "<a>" + found.outside() + "</a>";
    }

    private void show(Amount amount) {
        var row = rows.get(amount.limit());
        if (row != null) {
            row.bar.redraw();
            if (!row.words.getText().equals(Findings.words(amount))) {
                row.words.setText(Findings.words(amount));
                row.words.requestLayout();
            }
        }
    }

    private void list(List<Heavy> heaviest) {
        models.filter(table -> !table.isDisposed())
                .filter(table -> !heaviest.equals(table.getData("heaviest")))
                .ifPresent(table -> fill(table, heaviest));
    }

    private static void fill(Table table, List<Heavy> heaviest) {
        table.setData("heaviest", heaviest);
        table.setRedraw(false);
        table.removeAll();
        for (var heavy : heaviest) {
            var item = new TableItem(table, SWT.NONE);
            item.setData(heavy);
            item.setText(
                    new String[] {
                        heavy.name(),
                        Counted.number(heavy.entities()),
                        Counted.number(heavy.triangles())
                    });
        }
        table.setRedraw(true);
    }

    @Override
    public boolean close() {
        watching.ifPresent(Registration::close);
        return super.close();
    }
}
