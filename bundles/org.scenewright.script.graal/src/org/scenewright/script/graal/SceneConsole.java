// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;

import java.util.Optional;
import java.util.function.Consumer;

/** Passes on what a scene writes: so many lines of a frame, and then how many more there were. */
final class SceneConsole {
    static final int MOST_LINES = 100;

    private final Consumer<FromScene> out;
    private final Traces traces;
    private int lines;

    SceneConsole(Consumer<FromScene> out, Traces traces) {
        this.out = out;
        this.traces = traces;
    }

    /** Counts a line; whether it will be passed on. */
    boolean wants() {
        return ++lines <= MOST_LINES;
    }

    /**
     * @param text may have the stacks of errors in it
     * @param stack where it was written; may be empty
     */
    void say(FromScene.Level level, String text, String stack) {
        var place = traces.place(stack);
        out.accept(new FromScene.Said(level, traces.inSources(text), place));
    }

    /** Begins the next frame. */
    void turn() {
        int more = lines - MOST_LINES;
        lines = 0;
        if (more > 0) {
            var text = more == 1 ? "1 more line" : more + " more lines";
            out.accept(new FromScene.Said(FromScene.Level.WARNING, text, Optional.empty()));
        }
    }
}
