// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import java.util.List;

/**
 * How much there is in a scene, beside the toolbar of a viewport: in as many words as there is room
 * for, and all of them as its tool tip. UI thread.
 */
final class Figures {
    private static final int MARGIN = 6;

    private final Label label;
    private List<String> wordings = List.of();

    /**
     * @param parent gives it the room that it has, however long the text is
     */
    Figures(Composite parent) {
        label = new Label(parent, SWT.RIGHT);
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        // As much as there is, and not as much as it wants.
        data.widthHint = 0;
        label.setLayoutData(data);
        label.setData("id", "figures");
        label.addListener(SWT.Resize, event -> fit());
    }

    /** The room beside a toolbar, for these figures and what stands behind them. */
    static Composite area(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(GridLayoutFactory.fillDefaults().numColumns(2).create());
        return area;
    }

    void show(long triangles, int entities) {
        if (!label.isDisposed()) {
            var exact = Counted.triangles(triangles);
            var all = exact + " \u00b7 " + Counted.entities(entities);
            wordings = List.of(all, exact, Counted.briefly(triangles) + " tris");
            label.setToolTipText(all);
            fit();
        }
    }

    private void fit() {
        var gc = new GC(label);
        int room = label.getSize().x - MARGIN;
        var fitting = wordings.stream().filter(text -> gc.textExtent(text).x <= room).findFirst();
        gc.dispose();
        var text = fitting.map(chosen -> chosen + " ").orElse("");
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }
}
