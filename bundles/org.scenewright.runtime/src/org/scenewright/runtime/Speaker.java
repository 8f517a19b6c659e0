// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.content.Resolution;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What the sounds of scenes are heard from; a port, usable from any thread, which it never keeps
 * waiting.
 */
public interface Speaker {

    /**
     * A file that a scene plays.
     *
     * @param src what the scene calls it
     * @param file looks it up; any thread, it may ask a disk
     */
    record Clip(String src, Supplier<Resolution> file) {}

    /** What is known of a clip once somebody has looked. */
    sealed interface Measure {
        /** It can be played, and takes so long. */
        record Length(double seconds) implements Measure {}

        /**
         * It cannot.
         *
         * @param reason a sentence
         */
        record Unplayable(String reason) implements Measure {}
    }

    /**
     * How something is heard.
     *
     * @param left how loud on the left; 1 is as it was recorded
     * @param right how loud on the right
     * @param speed how fast, which also makes it higher
     */
    record Mix(float left, float right, float speed) {}

    /**
     * How a clip begins.
     *
     * @param seconds how far into it
     * @param loops whether it begins again and again
     */
    record Cue(double seconds, boolean loops, Mix mix) {}

    /** Something that is heard until it is closed; its end is silence. */
    interface Voice extends AutoCloseable {
        void mix(Mix mix);

        @Override
        void close();
    }

    /** Looks how long a clip is, unless the answer is cancelled before; each has its own. */
    CompletableFuture<Measure> measure(Clip clip);

    /** Begins to play a clip. */
    Voice play(Clip clip, Cue cue);
}
