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
     * @param start what the journal starts from
     * @param scene the document with its history
     * @param length how many bytes of the journal are good
     * @param firstLength how many of them are those of the checkpoint
     * @param lastGesture the highest number of a gesture
     */
    record Recovered(
            JournalCheckpoint start, Scene scene, long length, long firstLength, long lastGesture) {

        private Recovered with(long bytes) {
            return new Recovered(start, scene, bytes, firstLength, lastGesture);
        }

        private Recovered after(Deed deed) {
            long gesture = Math.max(lastGesture, deed.origin().gesture());
            return new Recovered(start, scene, length, firstLength, gesture);
        }

        /** Whether the document is not what was saved last. */
        boolean isDirty() {
            return scene.state() != start.savedState();
        }
    }

    private JournalRecovery(JournalCheckpoints checkpoints, int limit) {
        this.checkpoints = checkpoints;
        this.limit = limit;
    }

    /** Reads a journal up to where it is torn or damaged; nothing where it tells nothing. */
    static Optional<Recovered> read(Path path, JournalCheckpoints checkpoints) throws IOException {
        var recovery = new JournalRecovery(checkpoints, Integer.MAX_VALUE);
        long length = JournalFile.read(path, recovery::take);
        // What was begun and refused must leave no trace.
        return recovery.isSpoilt
                ? new JournalRecovery(checkpoints, recovery.records).all(path)
                : recovery.result.map(recovered -> recovered.with(length));
    }

    private Optional<Recovered> all(Path path) throws IOException {
        long length = JournalFile.read(path, this::take);
        return result.map(recovered -> recovered.with(length));
    }

    /** Takes the next record; whether it is of use. */
    private boolean take(byte[] record) {
        if (records == limit) {
            return false;
        }
        try {
            var in = new JournalReader(record);
            result = Optional.of(result.isEmpty() ? start(in, record.length) : replayed(in));
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
        var scene = new Scene(start.base(), memory);
        return new Recovered(start, scene, 0, JournalFile.endOfFirst(length), gestures);
    }

    private static long last(List<Step> steps) {
        return steps.stream().mapToLong(step -> step.outline().gesture()).max().orElse(0);
    }

    private Recovered replayed(JournalReader in) {
        var deed = JournalDeeds.read(in);
        in.finish();
        var before = result.orElseThrow();
        before.scene().replay(deed);
        return before.after(deed);
    }
}
