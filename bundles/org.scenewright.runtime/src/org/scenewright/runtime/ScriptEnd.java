// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** How a script came to its end. */
public sealed interface ScriptEnd {

    /** It was closed. */
    record Closed() implements ScriptEnd {}

    /**
     * Its code could not be loaded, or its {@code onStart} threw.
     *
     * @param message a sentence
     * @param stack where, a line each; may be empty
     */
    record Failed(String message, String stack) implements ScriptEnd {}

    /**
     * Its process was killed, or died: a frame took too long, its memory was not enough, or
     * somebody killed it.
     *
     * @param message a sentence
     */
    record Killed(String message) implements ScriptEnd {}

    /**
     * There is nothing to run it with.
     *
     * @param message a sentence
     */
    record NoHost(String message) implements ScriptEnd {}
}
