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
        // Somebody may be reading the steps as they were.
        var grown = top.isShared() ? top.copy() : top;
        done.pop();
        done.push(grown);
        grown.absorb(step, lostNumber);
        return grown.isEmpty() ? Optional.of(done.pop()) : Optional.empty();
    }

    /** The steps that can be undone, the last one first, for any thread: they stay as they are. */
    List<Step> done() {
        return shared(done);
    }

    /** The steps that can be redone, the next one first, for any thread: they stay as they are. */
    List<Step> undone() {
        return shared(undone);
    }

    private static List<Step> shared(Deque<Step> steps) {
        steps.forEach(Step::share);
        return List.copyOf(steps);
    }

    /** Takes steps over that were kept elsewhere. */
    void restore(Memory memory) {
        memory.done().forEach(done::addLast);
        memory.undone().forEach(undone::addLast);
    }

    /** Takes the next step that can be undone, or redone, out. */
    Optional<Step> take(Deed.Kind kind) {
        return Optional.ofNullable(kind == Deed.Kind.UNDONE ? done.poll() : undone.poll());
    }

    /** Keeps what takes an undo, or a redo, back. */
    void keep(Deed.Kind kind, Step inverse) {
        (kind == Deed.Kind.UNDONE ? undone : done).push(inverse);
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
