// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.runtime.ScriptEnd;

/** What the end of a process means for the scenes in it, in words for their authors. */
final class Obituary {
    /** For those that did nothing wrong. */
    static final String OF_OTHERS =
            "Another scene in the same process hung, and the process had to be ended.";

    private Obituary() {}

    /**
     * The end of one of the scenes of a process.
     *
     * @param scenes how many there were in it
     */
    static ScriptEnd of(Exit exit, int scenes) {
        return new ScriptEnd.Killed(sentence(exit, scenes));
    }

    private static String sentence(Exit exit, int scenes) {
        return switch (exit.cause()) {
            case OUT_OF_MEMORY -> ofMemory(scenes);
            case HUNG -> OF_OTHERS;
            case CLOSED, NEVER_READY, NONSENSE, UNREACHABLE, CRASHED ->
                    "The process that ran the scene is gone. " + exit.detail();
        };
    }

    private static String ofMemory(int scenes) {
        var heap =
                " needed more memory than their process has (%d MB).".formatted(PlayProgram.HEAP);
        return scenes == 1
                ? "The scene" + heap.replace("their", "its")
                : "The scenes in one process, %d with this one,".formatted(scenes) + heap;
    }
}
