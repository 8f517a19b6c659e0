// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetFile;
import org.scenewright.content.LocalPath;
import org.scenewright.scene.Problem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The assets of one kind that were asked for, each in its slot. Any thread. */
final class Shelf<T> {
    private static final Logger LOG = System.getLogger(Shelf.class.getName());

    private final Workers workers;
    private final Function<String, Reading<T>> reader;
    private final Function<String, AssetFile> look;
    private final Consumer<String> listener;
    private final Map<String, Slot<T>> byKey = new ConcurrentHashMap<>();
    private final Map<String, Slot<T>> bySpelling = new ConcurrentHashMap<>();

    private static final class Slot<T> {
        final String key;
        final Set<String> spellings = ConcurrentHashMap.newKeySet();
        final AtomicBoolean begun = new AtomicBoolean();
        volatile Reading<T> reading;
        volatile Map<String, AssetFile> seen = Map.of();

        Slot(String key) {
            this.key = key;
            reading = Reading.pending(key);
        }

        boolean isMadeFrom(String file) {
            // What is still being read may have read the old file already.
            return reading.isPending() || key.equals(file) || reading.used().contains(file);
        }
    }

    /**
     * @param look tells how a file is now
     */
    Shelf(
            Workers workers,
            Function<String, Reading<T>> reader,
            Function<String, AssetFile> look,
            Consumer<String> listener) {
        this.workers = workers;
        this.reader = reader;
        this.look = look;
        this.listener = listener;
    }

    Loading<T> get(String src) {
        if (src.isEmpty()) {
            return new Loading.None<>();
        }
        var slot = bySpelling.computeIfAbsent(src, this::slot);
        if (slot.begun.compareAndSet(false, true)) {
            workers.start(() -> load(slot, src));
        }
        return slot.reading.outcome();
    }

    void forget(String file) {
        var stale = byKey.values().stream().filter(slot -> slot.isMadeFrom(file)).toList();
        var spellings = new ArrayList<String>();
        for (var slot : stale) {
            byKey.remove(slot.key, slot);
            slot.spellings.forEach(spelling -> bySpelling.remove(spelling, slot));
            spellings.addAll(slot.spellings);
        }
        spellings.forEach(listener);
    }

    Stream<Problem> problems() {
        return byKey.values().stream().map(slot -> slot.reading).flatMap(Shelf::problems);
    }

    /** The files that those are made from which are there, as they were then, by their keys. */
    Map<String, AssetFile> seen() {
        return byKey.values().stream()
                .flatMap(slot -> slot.seen.entrySet().stream())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private Slot<T> slot(String src) {
        var slot = byKey.computeIfAbsent(LocalPath.key(src).orElse(src), Slot::new);
        slot.spellings.add(src);
        return slot;
    }

    private void load(Slot<T> slot, String src) {
        var reading = read(src);
        slot.seen =
                Stream.concat(Stream.of(slot.key), reading.used().stream())
                        .distinct()
                        .collect(Collectors.toMap(key -> key, look));
        slot.reading = reading;
        slot.spellings.forEach(listener);
    }

    /**
     * The outermost frame of a worker: whatever a file makes go wrong ends here, as a placeholder.
     */
    private Reading<T> read(String src) {
        try {
            return reader.apply(src);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError unexpected) {
            LOG.log(Level.WARNING, "Loading " + src + " went wrong", unexpected);
            var reason = "The file " + src + " cannot be read: " + unexpected + ".";
            return Reading.failed(src, Set.of(), reason, Loading.Failed.ONE_METRE);
        }
    }

    private static Stream<Problem> problems(Reading<?> reading) {
        return Stream.concat(
                reading.outcome().fault().stream()
                        .map(text -> problem(Problem.Severity.ERROR, reading, text)),
                reading.warnings().stream()
                        .map(text -> problem(Problem.Severity.WARNING, reading, text)));
    }

    private static Problem problem(Problem.Severity severity, Reading<?> reading, String text) {
        return new Problem(severity, reading.path(), "", "", 0, text);
    }
}
