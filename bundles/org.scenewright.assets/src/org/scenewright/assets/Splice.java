// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Comparator;
import java.util.List;

/** Writes parts of a text anew; all else stays, character by character. */
final class Splice {
    private Splice() {}

    /** A part with what is to stand there. */
    record Part(int start, int end, String text) {}

    /** The parts do not overlap. */
    static String apply(String text, List<Part> parts) {
        var result = new StringBuilder();
        int at = 0;
        for (var part : parts.stream().sorted(Comparator.comparingInt(Part::start)).toList()) {
            result.append(text, at, part.start()).append(part.text());
            at = part.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
