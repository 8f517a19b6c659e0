// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Composite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Controls that are still to be made, one small step at a time, so that nobody waits for all of
 * them; UI thread only.
 */
final class Steps {
    private final Deque<Step> waiting = new ArrayDeque<>();
    private final Runnable wake;
    private final Set<Composite> untidy = new LinkedHashSet<>();

    private Search search = Search.EVERYTHING;

    private record Step(Composite grid, Runnable task) {

        boolean isIn(Composite outer) {
            return !grid.isDisposed()
                    && Stream.iterate(grid, Objects::nonNull, Composite::getParent)
                            .anyMatch(outer::equals);
        }
    }

    /**
     * @param wake called when there is something to do
     */
    Steps(Runnable wake) {
        this.wake = wake;
    }

    /** Later makes controls in this grid; steps are done in the order in which they came. */
    void add(Composite grid, Runnable task) {
        waiting.add(new Step(grid, task));
        changed(grid);
    }

    /** Leaves out what was to be made in this grid and in those inside it. */
    void forget(Composite grid) {
        waiting.removeIf(step -> step.isIn(grid));
    }

    /** Controls came or went in this grid: it is laid out when all steps are done. */
    void changed(Composite grid) {
        untidy.add(grid);
        wake.run();
    }

    /** What is looked for, also among what is still to be made. */
    Search search() {
        return search;
    }

    void search(Search now) {
        search = now;
    }

    boolean isDone() {
        return waiting.isEmpty() && untidy.isEmpty();
    }

    /**
     * Does the next step.
     *
     * @param layout the last step; told the grids in which controls came or went
     */
    void next(Consumer<Set<Composite>> layout) {
        if (waiting.isEmpty()) {
            var grids = Set.copyOf(untidy);
            untidy.clear();
            layout.accept(grids);
        } else {
            make(waiting.remove());
        }
    }

    private static void make(Step step) {
        if (!step.grid().isDisposed()) {
            step.task().run();
        }
    }
}
