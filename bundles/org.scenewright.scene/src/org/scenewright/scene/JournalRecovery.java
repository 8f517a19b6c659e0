// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Does again what a journal tells, record by record. */
final class JournalRecovery {
    private static final System.Logger LOG = System.getLogger(JournalRecovery.class.getName());

    private final JournalCheckpoints checkpoints;
    private final int limit;
    private Optional<Recovered> result = Optional.empty();
    private int records;
    private boolean isSpoilt;

    /**
     * What came back.
     *
     * @param files what the files held, as far as the journal knows
     * @param scene the document with its history
     * @param extent how much of the journal is good
     * @param lastGesture the highest number of a gesture
     */
    record Recovered(Files files, Scene scene, Extent extent, long lastGesture) {

        private Recovered with(Extent known) {
            return new Recovered(files, scene, known, lastGesture);
        }

        private Recovered with(Files known) {
            return new Recovered(known, scene, extent, lastGesture);
        }

        private Recovered after(Deed deed) {
            return new Recovered(files, scene, extent, Math.max(lastGesture, deed.gesture()));
        }

        /** Whether the document is not what was saved last. */
        boolean isDirty() {
            return scene.state() != files.savedState();
        }
    }

    /**
     * What is known of the files.
     *
     * @param base what they hold
     * @param savedState the number of the document that is in them
     */
    record Files(String fingerprint, SceneSnapshot base, long savedState) {}

    /**
     * Bytes of a journal from its beginning.
     *
     * @param length those that are good
     * @param first those of the checkpoint
     * @param clean those up to where the document was last what the files held; 0 for nowhere
     * @param records how many records there are
     */
    record Extent(long length, long first, long clean, int records) {

        private Extent after(long bytes, boolean isClean) {
            return new Extent(bytes, first, isClean ? bytes : clean, records + 1);
        }
    }

    private JournalRecovery(JournalCheckpoints checkpoints, int limit) {
        this.checkpoints = checkpoints;
        this.limit = limit;
    }

    /** Reads a journal up to where it is torn or damaged; nothing where it tells nothing. */
    static Optional<Recovered> read(Path path, JournalCheckpoints checkpoints) throws IOException {
        var recovery = new JournalRecovery(checkpoints, Integer.MAX_VALUE);
        JournalFile.read(path, recovery::take);
        // What was begun and refused must leave no trace.
        return recovery.isSpoilt
                ? new JournalRecovery(checkpoints, recovery.records).all(path)
                : recovery.result;
    }

    private Optional<Recovered> all(Path path) throws IOException {
        JournalFile.read(path, this::take);
        return result;
    }

    /** Takes the next record; whether it is of use. */
    private boolean take(byte[] record) {
        if (records == limit) {
            return false;
        }
        try {
            var in = new JournalReader(record);
            result =
                    Optional.of(
                            result.isEmpty()
                                    ? start(in, record.length)
                                    : replayed(in, record.length));
            records++;
            return true;
        } catch (SceneFormatException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "a journal is cut at a record: " + refused.getMessage());
            isSpoilt = true;
            return false;
        }
    }

    private Recovered start(JournalReader in, int length) {
        var start = checkpoints.read(in);
        in.finish();
        var memory = start.memory();
        long gestures = Math.max(last(memory.done()), last(memory.undone()));
        long first = JournalFile.endOfFirst(length);
        return new Recovered(
                new Files(start.fingerprint(), start.base(), start.savedState()),
                new Scene(memory),
                new Extent(first, first, start.isClean() ? first : 0, 1),
                gestures);
    }

    private static long last(List<Step> steps) {
        return steps.stream().mapToLong(step -> step.outline().gesture()).max().orElse(0);
    }

    private Recovered replayed(JournalReader in, int length) {
        var deed = JournalDeeds.read(in);
        in.finish();
        var before = result.orElseThrow();
        var extent =
                before.extent()
                        .after(
                                JournalFile.endOfNext(before.extent().length(), length),
                                deed instanceof Deed.Saved);
        return replayed(deed, before).after(deed).with(extent);
    }

    private static Recovered replayed(Deed deed, Recovered before) {
        var scene = before.scene();
        deed.replay(scene);
        return deed instanceof Deed.Saved(var fingerprint)
                ? before.with(new Files(fingerprint, scene.snapshot(), scene.state()))
                : before;
    }
}
