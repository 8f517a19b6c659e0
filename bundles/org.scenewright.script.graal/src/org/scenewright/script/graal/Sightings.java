// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the threads of an engine were last seen, which logs that once in a while. An exception that
 * ends code from outside does not tell, once it has come through an asynchronous function. Any
 * thread.
 */
final class Sightings extends Handler {
    private static final System.Logger LOG = System.getLogger(Sightings.class.getName());

    /** The option of an engine that has it log where its threads are, with milliseconds. */
    static final String OPTION = "engine.TraceStackTraceInterval";

    private static final Pattern SIGHTING =
            Pattern.compile("Stack Trace Thread ([^\\n]+?): [\\w.]+\\n(.*)", Pattern.DOTALL);

    private static final Pattern FRAME =
            Pattern.compile("at <js> ([^\\n]+)\\(([^\\n(]+):\\d+(?:-\\d+)?:(\\d+)(?:-\\d+)?\\)");

    private static final int MOST_FRAMES = 30;

    private record Sighting(long nanos, String frames) {}

    private final Map<String, Sighting> last = new ConcurrentHashMap<>();

    /**
     * Where a thread was since a time, as JavaScript writes stacks, each frame on a line after a
     * line break; empty if it has not been seen since then.
     *
     * @param source the code that it runs; other code is left out
     */
    String frames(Thread thread, long sinceNanos, Source source) {
        var sighting = last.get(thread.getName());
        if (sighting == null || sighting.nanos() - sinceNanos < 0) {
            return "";
        }
        var text = new StringBuilder();
        FRAME.matcher(sighting.frames())
                .results()
                .filter(frame -> frame.group(2).equals(source.getName()))
                .limit(MOST_FRAMES)
                .forEach(frame -> text.append("\n    at ").append(text(frame, source)));
        return text.toString();
    }

    private static String text(MatchResult frame, Source source) {
        int at = Math.min(Integer.parseInt(frame.group(3)), source.getLength());
        return "%s (%s:%d:%d)"
                .formatted(
                        frame.group(1),
                        frame.group(2),
                        source.getLineNumber(at),
                        source.getColumnNumber(at));
    }

    /** Whether a thread has been seen. */
    boolean hasSeen(String thread) {
        return last.containsKey(thread);
    }

    /** Nobody will ask for a thread any more. */
    void forget(Thread thread) {
        last.remove(thread.getName());
    }

    @Override
    @SuppressWarnings("null")
    public void publish(LogRecord entry) {
        var message = String.valueOf(entry.getMessage());
        var sighting = SIGHTING.matcher(message);
        if (sighting.find()) {
            last.put(sighting.group(1), new Sighting(System.nanoTime(), sighting.group(2)));
        } else {
            LOG.log(System.Logger.Level.INFO, message);
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        last.clear();
    }
}
