// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the code of a scene threw.
 *
 * @param stack as JavaScript writes it; empty if there is none
 */
record Fault(String message, String stack) {
    private static final int MOST_FRAMES = 30;

    /** What our own JavaScript did not catch, such as code that does not parse. */
    static Fault of(PolyglotException error) {
        var message = String.valueOf(error.getMessage());
        var place =
                Optional.ofNullable(error.getSourceLocation())
                        .map(where -> "\n    at " + text(where))
                        .orElse("");
        return new Fault(message, message + place);
    }

    /**
     * Where code was that did not end by itself.
     *
     * @param seen where it was seen last, each frame after a line break; empty if it was not seen
     */
    static Fault ofStop(PolyglotException stop, String seen) {
        var message = "The scene was stopped in the midst of this";
        return new Fault(message, message + (seen.isEmpty() ? frames(stop) : seen));
    }

    private static String frames(PolyglotException stop) {
        return StreamSupport.stream(stop.getPolyglotStackTrace().spliterator(), false)
                .filter(StackFrame::isGuestFrame)
                .limit(MOST_FRAMES)
                .map(Fault::text)
                .collect(Collectors.joining());
    }

    private static String text(StackFrame frame) {
        return Optional.ofNullable(frame.getSourceLocation())
                .map(place -> "\n    at %s (%s)".formatted(frame.getRootName(), text(place)))
                .orElse("");
    }

    private static String text(SourceSection place) {
        return "%s:%d:%d"
                .formatted(
                        place.getSource().getName(), place.getStartLine(), place.getStartColumn());
    }
}
