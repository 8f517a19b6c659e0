// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetFile;
import org.scenewright.scene.Problem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The assets of one kind that were asked for, each in its slot. Any thread. */
final class Shelf<T> {
    private static final Logger LOG = System.getLogger(Shelf.class.getName());

    /** How often something else may come than what was asked for. */
    private static final int MOST_DISAPPOINTMENTS = 4;

    private final Workers workers;
    private final Function<AssetSource, Reading<T>> reader;
    private final Function<String, AssetFile> look;
    private final Consumer<AssetSource> listener;
    private final Slots<T> slots = new Slots<>();

    /**
     * @param look tells how a file is now
     */
    Shelf(
            Workers workers,
            Function<AssetSource, Reading<T>> reader,
            Function<String, AssetFile> look,
            Consumer<AssetSource> listener) {
        this.workers = workers;
        this.reader = reader;
        this.look = look;
        this.listener = listener;
    }

    Loading<T> get(AssetSource source) {
        if (source.path().isEmpty()) {
            return new Loading.None<>();
        }
        var slot = slots.find(source);
        if (slot.begun.compareAndSet(false, true)) {
            workers.start(source, () -> load(slot, source));
        }
        return slot.reading.outcome();
    }

    /** Drops what was made from a file of the scene. */
    void forget(String file) {
        forget(slot -> slot.isMadeFrom(file));
    }

    /** Drops what is bound to an asset. */
    void forgetAsset(String id) {
        forget(slot -> slot.key.assetId().equals(id));
    }

    /** Drops everything. */
    void forgetAll() {
        forget(slot -> true);
    }

    private void forget(Predicate<Slot<T>> isStale) {
        slots.drop(isStale).forEach(listener);
    }

    /** What is wrong with those that are wanted. */
    Stream<Problem> problems(Predicate<AssetSource> isWanted) {
        return slots.all()
                .filter(slot -> isWanted.test(slot.key))
                .map(slot -> slot.reading)
                .flatMap(Shelf::problems);
    }

    /** The files that those are made from which are there, as they were then, by their keys. */
    Map<String, AssetFile> seen() {
        return slots.all()
                .flatMap(slot -> slot.seen.entrySet().stream())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private void load(Slot<T> slot, AssetSource source) {
        var reading = read(source);
        slot.seen = reading.used().files().stream().collect(Collectors.toMap(key -> key, look));
        slot.reading = reading;
        slot.spellings.forEach(listener);
        if (isToBeTriedAgain(slot)) {
            workers.later(slot.attempts++, source, () -> loadAgain(slot, source));
        }
    }

    private static boolean isToBeTriedAgain(Slot<?> slot) {
        return switch (slot.reading.used().hope()) {
            case NONE -> false;
            case LITTLE -> slot.disappointments++ < MOST_DISAPPOINTMENTS;
            case GOOD -> true;
        };
    }

    /** Tries once more to get what is elsewhere, unless nobody wants it any more. */
    private void loadAgain(Slot<T> slot, AssetSource source) {
        if (slots.holds(slot)) {
            load(slot, source);
        }
    }

    /**
     * The outermost frame of a worker: whatever a file makes go wrong ends here, as a placeholder.
     */
    private Reading<T> read(AssetSource source) {
        try {
            return reader.apply(source);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError unexpected) {
            LOG.log(Level.WARNING, "Loading " + source + " went wrong", unexpected);
            var reason = "The file " + source.path() + " cannot be read: " + unexpected + ".";
            return Reading.failed(source.path(), Uses.NOTHING, reason, Loading.Failed.ONE_METRE);
        }
    }

    private static Stream<Problem> problems(Reading<?> reading) {
        return Stream.concat(
                reading.outcome().fault().stream()
                        .map(text -> problem(Problem.Severity.ERROR, reading, text)),
                reading.warnings().stream()
                        .map(text -> problem(severity(reading, text), reading, text)));
    }

    private static Problem.Severity severity(Reading<?> reading, String text) {
        return reading.faults().contains(text) ? Problem.Severity.ERROR : Problem.Severity.WARNING;
    }

    private static Problem problem(Problem.Severity severity, Reading<?> reading, String text) {
        return new Problem(severity, reading.path(), "", "", 0, text);
    }
}
