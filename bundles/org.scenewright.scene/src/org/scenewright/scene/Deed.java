// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/**
 * What one call did to a document, to its history or to what it knows of others, for whoever has to
 * do it again.
 */
sealed interface Deed {
    /** About how many bytes of a message make as much work as one act. */
    int BYTES_PER_ACT = 64;

    /**
     * The document was edited.
     *
     * @param kind what it meant for the history
     * @param origin where it came from
     * @param label what a person would call it; steps that were taken back have theirs already
     * @param drafts what was done: one list, or one for each step that was taken back
     */
    record Edited(Kind kind, Origin origin, String label, List<List<Act>> drafts) implements Deed {
        public Edited {
            drafts = List.copyOf(drafts);
        }
    }

    /**
     * Plain messages came in.
     *
     * @param messages their bytes, which nobody changes any more
     */
    record Heard(Origin origin, byte[] messages) implements Deed {
        static Heard of(Origin origin, ByteBuffer plain) {
            byte[] messages = new byte[plain.remaining()];
            plain.duplicate().get(messages);
            return new Heard(origin, messages);
        }
    }

    /** A batch of another replica came in. */
    record Merged(Origin origin, Batch batch) implements Deed {}

    /** From now on the document is written for nobody else. */
    record Left() implements Deed {}

    /** What ranges of the document hold was said again. */
    record Restated(List<StateDigest.Bucket> buckets) implements Deed {
        public Restated {
            buckets = List.copyOf(buckets);
        }
    }

    /** What others wrote was taken in of components that the scene knows only now. */
    record CaughtUp(Origin origin) implements Deed {}

    /** From now on the document is written for others, as an author. */
    record Shared(Author me) implements Deed {}

    /** Somebody came or left. */
    record Met(Set<String> present) implements Deed {
        public Met {
            present = Set.copyOf(present);
        }
    }

    /** New entities may get the numbers of a block. */
    record Leased(NumberBlock block) implements Deed {}

    /** People agreed on what got lost while there were so many losses. */
    record Forgot(long until) implements Deed {}

    /** The files were written or read anew: they hold what the document is now. */
    record Saved(String fingerprint) implements Deed {}

    /** The ways to touch the history; the order is that of the numbers in journals. */
    enum Kind {
        /** A step of the person at this editor. */
        DID,
        /** What others did: no step. */
        HEARD,
        /** Steps were taken back. */
        UNDONE,
        /** Steps were done again. */
        REDONE,
        /** All steps of a gesture were taken back for good. */
        CANCELLED
    }

    /** The number of the gesture that it belongs to; 0 for none. */
    default long gesture() {
        return this instanceof Edited edited ? edited.origin().gesture() : 0;
    }

    /**
     * Does it again.
     *
     * @throws SceneFormatException when it was done to another document; then this one is of no use
     */
    default void replay(Scene scene) {
        switch (this) {
            case Edited edited -> scene.replay(edited);
            case Heard(var origin, var messages) -> scene.merge(ByteBuffer.wrap(messages), origin);
            case Merged(var origin, var batch) -> scene.merge(batch, origin);
            // Nobody is there to hear it again.
            case Shared(var me) -> scene.share(me, nobody -> {});
            case Met(var present) -> scene.present(present);
            case Leased(var block) -> scene.lease(block);
            case CaughtUp(var origin) -> scene.catchUp(origin);
            case Forgot(var until) -> scene.forgetLosses(until);
            case Left l -> scene.shared().leave();
            case Restated(var buckets) -> scene.shared().restate(buckets);
            // Of that the journal knows more than the document.
            case Saved s -> {}
        }
    }

    /** About how many things were done. */
    default int size() {
        return switch (this) {
            case Edited edited -> edited.drafts().stream().mapToInt(List::size).sum();
            case Heard heard -> 1 + heard.messages().length / BYTES_PER_ACT;
            case Merged merged -> merged.batch().writes().size();
            case Shared s -> 1;
            case Met m -> 1;
            case Leased l -> 1;
            case CaughtUp c -> 1;
            case Forgot f -> 1;
            case Left l -> 1;
            case Restated(var buckets) -> StateDigest.BUCKET * buckets.size();
            case Saved s -> 1;
        };
    }
}
