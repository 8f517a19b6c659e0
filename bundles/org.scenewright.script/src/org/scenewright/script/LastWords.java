// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.io.Reader;

/**
 * The end of what a process printed, which says why when it ends. It is read while the process
 * runs, lest that waits for a reader.
 */
final class LastWords {
    private static final int LENGTH = 2000;

    private final StringBuffer words = new StringBuffer();

    /** Reads until the process ends. */
    void listen(Reader out) {
        char[] chars = new char[1024];
        try (out) {
            for (int count = out.read(chars); count >= 0; count = out.read(chars)) {
                words.append(chars, 0, count);
                words.delete(0, Math.max(0, words.length() - LENGTH));
            }
        } catch (IOException e) {
            words.append(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return words.toString().strip();
    }
}
