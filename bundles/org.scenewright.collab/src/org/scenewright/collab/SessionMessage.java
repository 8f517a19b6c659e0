// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.content.AssetHash;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.StateDigest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What participants of a session tell each other; the sender of each is known from elsewhere.
 *
 * <p>The first byte says which it is. Everything is bounded, as anybody may send anything.
 */
sealed interface SessionMessage {
    /** How many batches go at once. */
    int MOST_BATCHES = 4096;

    /** How many authors have to be introduced at once. */
    int MOST_AUTHORS = 256;

    /** Who somebody is, to be told on arrival. */
    record Hello(Standing standing, Profile profile, Attestation attestation, boolean isAsking)
            implements SessionMessage {}

    /** Batches of one's own or of others, with what proves whose keys signed those of others. */
    record Edits(long base, List<Attestation> authors, List<SignedBatch> batches)
            implements SessionMessage {
        public Edits {
            authors = List.copyOf(authors);
            batches = List.copyOf(batches);
        }
    }

    /** Where somebody stands, said about once in a second. */
    record Seen(Standing standing) implements SessionMessage {}

    /** What somebody has, who wants what they lack. */
    record Ask(long base, Reach reach) implements SessionMessage {}

    /** What somebody lacks is not kept any more, so that they need the state. */
    record TooFar(long base) implements SessionMessage {}

    /** Somebody wants the document as it is. */
    record StateRequest(long nonce) implements SessionMessage {}

    /** Bytes that can be pulled in pieces, in answer to a request. */
    record Offer(long nonce, long transfer, Contents contents) implements SessionMessage {}

    /** What was asked for cannot be had here, and why. */
    record Refused(long nonce, String reason) implements SessionMessage {}

    /** Somebody wants some pieces of what was offered. */
    record Pull(long transfer, int first, int count) implements SessionMessage {}

    /** A piece of what was offered. */
    record Piece(long transfer, int index, byte[] bytes) implements SessionMessage {}

    /** Somebody wants the table of roles. */
    record RolesRequest() implements SessionMessage {}

    /** The table of roles. */
    record RolesTold(SignedRoles roles) implements SessionMessage {}

    /**
     * What somebody does.
     *
     * @param sequence later ones have greater ones
     */
    record Present(long sequence, Presence presence) implements SessionMessage {}

    /** Somebody wants entity numbers for themselves. */
    record NumbersRequest(long nonce, int count) implements SessionMessage {}

    /** Entity numbers that are those of who asked alone, whatever happens. */
    record Numbers(long nonce, List<NumberBlock> blocks) implements SessionMessage {
        /** How many blocks are given at once. */
        static final int MOST = 4096;

        public Numbers {
            blocks = List.copyOf(blocks);
        }
    }

    /** The owner of the session sends somebody away, and says why. */
    record Kick(String reason) implements SessionMessage {}

    /** Somebody who edits has saved the scene, where they are. */
    record HasSaved() implements SessionMessage {}

    /**
     * The owner of the session goes elsewhere.
     *
     * @param place a connection string; empty where not all who hear it are to know
     */
    record MeetsAt(String place) implements SessionMessage {
        /** How many bytes a place has at most. */
        static final int LONGEST = 8192;
    }

    /**
     * What somebody holds who edits, said about once in a second.
     *
     * @param mark of all that they heard; only who heard the same can compare
     * @param sum of all that they hold
     */
    record Digest(long mark, long sum) implements SessionMessage {}

    /** The sums of each component, for somebody who holds something else to say which they are. */
    record Compare(long mark, SortedMap<String, Long> sums) implements SessionMessage {}

    /** The sums of ranges of some components that were different. */
    record Differing(long mark, SortedMap<String, long[]> buckets) implements SessionMessage {
        /** How many components are told of at once. */
        static final int MOST = 16;
    }

    /** Ranges that have to be said again; of none of them the document has to be fetched again. */
    record Restate(List<StateDigest.Bucket> buckets) implements SessionMessage {
        /** How many ranges are said at once. */
        static final int MOST = 16;

        public Restate {
            buckets = List.copyOf(buckets);
        }
    }

    /** Somebody keeps many keys of another, who is to vouch by one for what the others signed. */
    record VouchRequest(long base) implements SessionMessage {}

    /** How far somebody came as authors that they were once, by the key that they have now. */
    record Vouched(long base, ProvenReach.Signer signer) implements SessionMessage {}

    /** Somebody leaves for good, who wrote so much. */
    record Bye(Reach wrote) implements SessionMessage {}

    /**
     * Somebody wants a file that the scene names and that they have not got.
     *
     * @param path in the project, as the scene says it
     */
    record FileRequest(long nonce, String path) implements SessionMessage {
        /** The most bytes of a path. */
        static final int LONGEST = 1024;
    }

    /**
     * A file that was asked for and can be pulled in pieces.
     *
     * @param hash the name of its bytes, which they prove
     */
    record FileOffer(long nonce, long transfer, AssetHash hash, Contents contents)
            implements SessionMessage {}

    /** Somebody wants to know which of their files are others than those of another. */
    record FileCheck(long nonce, List<FileMark> marks) implements SessionMessage {
        /** How many files are compared at once. */
        static final int MOST = 512;

        public FileCheck {
            marks = List.copyOf(marks);
        }
    }

    /** The paths of those that are. */
    record FilesDiffer(long nonce, List<String> paths) implements SessionMessage {
        public FilesDiffer {
            paths = List.copyOf(paths);
        }
    }

    /** Whether somebody plays the scene from now on. */
    record Plays(boolean isPlaying) implements SessionMessage {}

    /** What the script of somebody says to those of others. */
    record PlayBytes(byte[] bytes) implements SessionMessage {}

    /** A part of a message that is too long to be sent at once. */
    record Chunk(long id, int index, int count, byte[] bytes) implements SessionMessage {}

    /** A message in fewer bytes. */
    record Squeezed(byte[] bytes) implements SessionMessage {}

    /**
     * Where somebody stands.
     *
     * @param base the start of the session that they have; 0 as long as they have nothing
     * @param mark of their reach
     * @param roles the version of the table of roles that they know
     */
    record Standing(long base, long mark, long roles) {
        void write(Output out) {
            out.number(base).number(mark).number(roles);
        }

        static Standing read(Input in) throws IOException {
            return new Standing(in.number(), in.number(), in.tally());
        }
    }

    /**
     * What is offered.
     *
     * @param size how many bytes
     * @param sha256 of all of them
     * @param state how far the document had come, where they are a document
     */
    record Contents(int size, byte[] sha256, Optional<State> state) {
        /** The most bytes that are ever offered. */
        static final int MOST = 256 << 20;

        void write(Output out) {
            out.integer(size).raw(sha256).flag(state.isPresent());
            state.ifPresent(s -> s.write(out));
        }

        static Contents read(Input in) throws IOException {
            int size = in.integer();
            if (size < 0 || size > MOST) {
                throw new IOException("an offer of " + size + " bytes");
            }
            return new Contents(
                    size,
                    in.raw(Digests.LENGTH),
                    in.flag() ? Optional.of(State.read(in)) : Optional.empty());
        }
    }

    /** How far a document had come, and in which start of the session. */
    record State(long base, ProvenReach proven) {
        Reach reach() {
            return proven.reach();
        }

        void write(Output out) {
            out.number(base);
            proven.write(out);
        }

        static State read(Input in) throws IOException {
            return new State(in.number(), ProvenReach.read(in));
        }
    }
}
