// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

/** What a document is now: its content, the number of that, and how other replicas see it. */
final class Present {
    private final ReplicaLimits limits;
    private Ledger ledger;
    private Replica replica;
    private SceneSnapshot snapshot;
    private long state;
    private long lastState;

    /**
     * @param memory what it was when it was kept
     * @param limits how much others may make it keep
     */
    Present(Memory memory, ReplicaLimits limits) {
        this.limits = limits;
        this.snapshot = memory.snapshot();
        this.replica = newReplica();
        this.ledger = new Ledger(snapshot, memory.numbers());
        this.state = memory.state();
        this.lastState = memory.lastState();
        replica.restore(memory.knowledge(), snapshot);
    }

    private Replica newReplica() {
        return new Replica(id -> SharedTypes.find(snapshot.types(), id), limits);
    }

    /**
     * Becomes the document of another replica, with all that it knows. Who this replica is and what
     * it may do stays.
     */
    void adopt(SharedState state) {
        snapshot = state.snapshot().withRevision(snapshot.revision() + 1);
        var before = replica;
        replica = newReplica();
        replica.restore(state.knowledge(), snapshot);
        replica.succeed(before);
        ledger = new Ledger(snapshot, ledger.mine(state.numbers()));
        this.state = nextState();
    }

    SceneSnapshot snapshot() {
        return snapshot;
    }

    Ledger ledger() {
        return ledger;
    }

    Replica replica() {
        return replica;
    }

    /** See {@link Scene#state}. */
    long state() {
        return state;
    }

    /** The highest such number that was ever given. */
    long lastState() {
        return lastState;
    }

    /** A number that no document had so far. */
    long nextState() {
        return ++lastState;
    }

    /** Notes that the document is again what had a number before. */
    void returned(long before) {
        state = before;
    }

    /** Takes a revision back in which nothing is different, as nobody is told of it. */
    void unchanged(long revision) {
        snapshot = snapshot.withRevision(revision);
    }

    /** What the document may become. */
    Draft draft() {
        return new Draft(snapshot, ledger);
    }

    /** Makes a draft the document, and tells the other replicas. */
    Changes seal(Draft draft, Origin origin, String label) {
        become(draft);
        if (!draft.changes().isEmpty()) {
            replica.stamp(draft);
        }
        return new Changes(snapshot.revision(), origin, label, draft.changes());
    }

    /** Makes a draft the document of which others have told. */
    Changes follow(Draft draft, Origin origin) {
        become(draft);
        replica.settle(snapshot);
        return new Changes(snapshot.revision(), origin, "Merge", draft.changes());
    }

    /** Lets the types hold that a project defines. */
    void declare(ComponentTypes project) {
        snapshot = StoredSchemas.declared(snapshot, project);
    }

    private void become(Draft draft) {
        snapshot = draft.seal();
        state = draft.changes().isEmpty() ? state : nextState();
    }
}
