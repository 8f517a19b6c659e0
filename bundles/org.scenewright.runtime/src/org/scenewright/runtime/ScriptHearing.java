// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * What is heard of a running script: of one script one call after the other, on a thread for this
 * script alone. Whoever keeps it waiting holds up this script, and no other.
 */
public interface ScriptHearing {

    /**
     * Where in the sources something happened.
     *
     * @param file the path below the project's folder, with slashes
     * @param line from 1
     * @param column from 1; 0 for the line as a whole
     */
    record Spot(String file, int line, int column) {}

    /** How grave a line of output is. */
    enum Level {
        LOG,
        WARNING,
        ERROR
    }

    /**
     * Something that the scene asks of the editor.
     *
     * @param number what {@link Script#answer} repeats
     * @param module the name without {@code ~system/}
     * @param json the argument
     * @param bytes what the argument has of bytes; often none
     */
    record Call(int number, String module, String function, String json, ByteBuffer bytes) {}

    /** It is loaded and {@code onStart} is over. */
    void started(Duration load);

    /**
     * What the scene has written in this frame, or in {@code onStart}; it waits for {@link
     * Script#reply}.
     *
     * @param messages plain messages; they stay as they are
     */
    void sent(ByteBuffer messages);

    /** Messages about components that scenes keep from the renderer; not to be answered. */
    void inspected(ByteBuffer messages);

    /**
     * A frame is over.
     *
     * @param busy how long the code ran in it
     * @param heapBytes what the heap of its process holds
     */
    void ticked(Duration busy, long heapBytes);

    void called(Call call);

    /** It has written a line of output. */
    void said(Level level, String text, Optional<Spot> where);

    /** Its {@code onUpdate} threw; it goes on. */
    void threw(String message, String stack, Optional<Spot> where);

    /** It is over; the last that is heard. */
    void ended(ScriptEnd end);
}
