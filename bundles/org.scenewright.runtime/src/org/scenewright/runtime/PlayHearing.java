// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Somebody who hears how a {@link Play} goes; on any thread, which must not be kept waiting. */
public interface PlayHearing {

    /** It stands otherwise now. */
    default void state(PlayState state) {}

    /** The script has written a line of output, or something is to be said about it. */
    default void said(ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {}

    /** Its {@code onUpdate} threw; it goes on. */
    default void threw(String message, String stack, Optional<ScriptHearing.Spot> where) {}

    /** Messages of the script have come; they stay as they are. */
    default void received(ByteBuffer messages) {}

    /** The same, of what scenes keep from the renderer. */
    default void inspected(ByteBuffer messages) {}

    /** So many frames of the script are over. */
    default void ticked(long frames) {}

    /** The script was answered; the messages stay as they are. */
    default void answered(ByteBuffer messages) {}
}
