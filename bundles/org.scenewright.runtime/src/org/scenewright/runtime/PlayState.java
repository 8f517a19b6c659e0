// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** How a {@link Play} stands. */
public sealed interface PlayState {

    /** The script is being loaded. */
    record Starting() implements PlayState {}

    /** The script runs, frame after frame. */
    record Playing() implements PlayState {}

    /** The script waits between two frames. */
    record Paused() implements PlayState {}

    /** Somebody stopped it. */
    record Stopped() implements PlayState {}

    /**
     * The script came to an end by itself.
     *
     * @param reason a sentence
     * @param stack where, a line each; may be empty
     */
    record Failed(String reason, String stack) implements PlayState {}

    /** Whether nothing comes after it. */
    default boolean isOver() {
        return switch (this) {
            case Starting s -> false;
            case Playing p -> false;
            case Paused p -> false;
            case Stopped s -> true;
            case Failed f -> true;
        };
    }
}
