// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The steps that can be undone and redone, without limit; the edits of one gesture are one step.
 */
final class History {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** Gives up what could be redone. */
    List<Step> dropUndone() {
        var steps = List.copyOf(undone);
        undone.clear();
        return steps;
    }

    /**
     * Adds what a person did; what could be redone was dropped before.
     *
     * @param lostNumber a number that no document has, for steps that others interrupted
     * @return the step that came to nothing, for example of a drag back to where it began
     */
    Optional<Step> add(Step step, long lostNumber) {
        var top = done.peek();
        if (top == null || step.gesture() == 0 || top.gesture() != step.gesture()) {
            done.push(step);
            return Optional.empty();
        }
        top.absorb(step, lostNumber);
        return top.isEmpty() ? Optional.of(done.pop()) : Optional.empty();
    }

    Optional<Step> takeDone() {
        return Optional.ofNullable(done.poll());
    }

    Optional<Step> takeUndone() {
        return Optional.ofNullable(undone.poll());
    }

    /** Keeps what undoes an undo. */
    void addUndone(Step step) {
        undone.push(step);
    }

    /** Keeps what undoes a redo. */
    void addRedone(Step step) {
        done.push(step);
    }

    /** Takes the steps of a gesture out, the last one first. */
    List<Step> take(long gesture) {
        var steps =
                new ArrayList<>(
                        done.stream()
                                .filter(step -> gesture != 0 && step.gesture() == gesture)
                                .toList());
        done.removeAll(steps);
        return steps;
    }

    Optional<String> undoLabel() {
        return Optional.ofNullable(done.peek()).map(Step::label);
    }

    Optional<String> redoLabel() {
        return Optional.ofNullable(undone.peek()).map(Step::label);
    }
}
