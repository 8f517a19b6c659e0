// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How large what is in the sheet is, while it is made and when all of it is there. */
final class Sizes {
    private final ScrolledComposite scroll;
    private final Composite content;
    private boolean isRough;

    Sizes(ScrolledComposite scroll, Composite content) {
        this.scroll = scroll;
        this.content = content;
        scroll.addListener(SWT.Resize, e -> measure());
    }

    /** Lays out what has changed and what it stands in, and nothing else. */
    void layout(List<Control> changed) {
        if (!changed.isEmpty()) {
            content.layout(changed.toArray(Control[]::new), SWT.NONE);
            measure();
        }
    }

    /** Lays out grids in which controls came or went. */
    void layoutGrids(Set<Composite> grids) {
        layout(grids.stream().flatMap(Sizes::inner).toList());
        isRough = true;
    }

    /** What was measured while it was being made is measured anew, once all of it is there. */
    void settle() {
        if (isRough) {
            isRough = false;
            content.layout(true, true);
            measure();
        }
    }

    private static Stream<Control> inner(Composite grid) {
        return grid.isDisposed()
                ? Stream.of()
                : Stream.concat(Stream.of(grid), Arrays.stream(grid.getChildren()));
    }

    private void measure() {
        int width = Math.max(scroll.getClientArea().width, 1);
        scroll.setMinSize(content.computeSize(width, SWT.DEFAULT, false));
    }
}
