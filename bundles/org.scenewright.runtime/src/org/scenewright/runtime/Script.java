// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.nio.ByteBuffer;

/**
 * The running code of one scene. Any thread; every method returns at once, and does nothing once
 * the script has ended.
 *
 * <p>It does one frame at a time (ADR-148): {@link #tick} makes it run until it has {@link
 * ScriptHearing#sent} its messages; {@link #reply} lets it come to {@link ScriptHearing#ticked}.
 */
public interface Script extends AutoCloseable {

    /**
     * Runs one frame; only after {@link ScriptHearing#started}, and after {@link
     * ScriptHearing#ticked} of the frame before.
     *
     * @param seconds since the frame before; 0 for the first
     */
    void tick(float seconds);

    /**
     * Answers what the scene has sent; the messages are applied at the beginning of its next frame.
     */
    void reply(ByteBuffer messages);

    /** Answers a call; a second answer to a call is ignored. */
    void answer(int call, SystemAnswer answer);

    /** Kills it, and returns at once; {@link ScriptHearing#ended} follows. */
    @Override
    void close();
}
