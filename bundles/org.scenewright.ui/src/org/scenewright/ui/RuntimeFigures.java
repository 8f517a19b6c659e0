// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.ByteCount;
import org.scenewright.runtime.PlayFigures;
import org.scenewright.runtime.Traffic;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a scene runs, as rows of words.
 *
 * @param engine what runs the code, for people
 */
record RuntimeFigures(PlayFigures figures, String engine) {
    List<List<String>> rows() {
        var waiting = figures.waiting();
        return List.of(
                row("Ticks per second", decimal(figures.ticksPerSecond(), 1)),
                row("Ticks", Counted.number(figures.ticks())),
                row("Code, last tick", millis(figures.update())),
                row("Waiting for its answer, last tick", millis(figures.send())),
                row("Merging, last tick", millis(figures.apply())),
                row("Frames without an answer", Counted.number(figures.dropped())),
                row("Messages waiting", Counted.number(waiting.messages())),
                row("Bytes waiting", Counted.number(waiting.bytes())),
                row("Memory of the process", ByteCount.words(figures.heapBytes())),
                row("Engine", engine));
    }

    /** By component, the most bytes first. */
    List<List<String>> traffic() {
        return figures.traffic().entrySet().stream()
                .sorted(
                        Map.Entry.<String, Traffic>comparingByValue(
                                        Comparator.comparingLong(Traffic::bytes).reversed())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(
                        entry ->
                                List.of(
                                        entry.getKey(),
                                        Counted.number(entry.getValue().messages()),
                                        Counted.number(entry.getValue().bytes())))
                .toList();
    }

    private static List<String> row(String name, String value) {
        return List.of(name, value);
    }

    private static String millis(Duration time) {
        return decimal(time.toNanos() / 1e6, 2) + " ms";
    }

    private static String decimal(double number, int digits) {
        return String.format(
                Locale.getDefault(Locale.Category.FORMAT), "%." + digits + "f", number);
    }
}
