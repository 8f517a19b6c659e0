// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.util.Optional;

/**
 * All of a document that another replica needs to go on exactly as this one: what it holds, what it
 * knows of those who wrote it, and which numbers are taken. Immutable; for any thread.
 *
 * <p>It says nothing of the person who gives it: neither history nor labels nor paths.
 */
public final class SharedState {
    /** The size in bytes of the largest state that is read. */
    public static final int LARGEST = 128 << 20;

    private final SceneSnapshot snapshot;
    private final ComponentTypes caughtUp;
    private final Knowledge knowledge;
    private final Numbers numbers;
    private final Optional<FileTexts> texts;

    SharedState(Memory memory, Optional<FileTexts> texts) {
        var known = memory.numbers();
        this.snapshot = memory.snapshot();
        this.caughtUp = memory.caughtUp();
        this.knowledge = memory.knowledge();
        this.numbers =
                new Numbers(
                        known.spared(),
                        known.retired(),
                        known.newest(),
                        Optional.empty(),
                        known.bare());
        this.texts = texts;
    }

    /** What the document holds. */
    public SceneSnapshot snapshot() {
        return snapshot;
    }

    /** The batches that are part of it: those of each author up to a number. */
    public VersionVector heard() {
        return knowledge.peers().heard().seen();
    }

    /** What all write into when they save; empty where nobody said so. */
    public Optional<FileTexts> texts() {
        return texts;
    }

    /** The same with what all write into when they save. */
    public SharedState with(FileTexts common) {
        return new SharedState(memory(), Optional.of(common));
    }

    /** The types that were known when what others wrote was last caught up with. */
    ComponentTypes caughtUp() {
        return caughtUp;
    }

    /**
     * The same, but that other batches are said to be part of it, and none beyond them. What of
     * them is in it comes again, and changes nothing.
     */
    public SharedState hearing(VersionVector heard) {
        return new SharedState(
                Memory.shared(snapshot, caughtUp, knowledge.hearing(heard), numbers), texts);
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Numbers numbers() {
        return numbers;
    }

    private Memory memory() {
        return Memory.shared(snapshot, caughtUp, knowledge, numbers);
    }

    /**
     * The bytes of it, the same for the same state.
     *
     * @param core the types that every scene has here
     */
    public byte[] toBytes(ComponentTypes core) {
        return SharedStates.write(this, core);
    }

    /**
     * Reads what somebody sent, whatever that is: neither the memory it takes nor the time is more
     * than its size accounts for.
     *
     * @param core the types that every scene has here
     * @throws IOException when it is no state; the message is a sentence for people
     */
    public static SharedState read(byte[] bytes, ComponentTypes core) throws IOException {
        return SharedStates.read(bytes, core);
    }
}
