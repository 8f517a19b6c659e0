// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.LwwStore;
import org.scenewright.schema.ComponentTypes;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A document with its history: the one place where edits and messages become changes.
 *
 * <p>It belongs to one thread; the snapshots that it hands out are for all. An edit costs the same
 * in a large scene as in a small one, but for the list of siblings that it changes.
 */
public final class Scene {
    private final Present present;
    private final History history = new History();
    private final Teller teller = new Teller();
    private final HistoryWalk walk;
    private final SharedScene shared;
    private ComponentTypes caughtUp;

    public Scene(SceneSnapshot start) {
        this(Memory.of(start.ranked()));
    }

    /** A document as it was kept, with its history and with what it knew of others. */
    Scene(Memory memory) {
        this(memory, ReplicaLimits.USUAL);
    }

    /** A document of which others make this replica keep only so much. */
    Scene(Memory memory, ReplicaLimits limits) {
        this.present = new Present(memory, limits);
        this.walk = new HistoryWalk(present, history, teller);
        this.shared = new SharedScene(this, present, teller);
        this.caughtUp = memory.caughtUp();
        history.restore(memory);
    }

    /** The document and its history. */
    Memory memory() {
        return new Memory(
                present.snapshot(),
                caughtUp,
                present.state(),
                present.lastState(),
                history.done(),
                history.undone(),
                present.replica().knowledge(),
                present.ledger().kept());
    }

    /**
     * Tells somebody of all that is done from now on, on the thread of the scene.
     *
     * @param anew is told when the document became another one, which is then to be kept as a whole
     */
    void attend(Consumer<Deed> listener, Runnable anew) {
        teller.attend(listener, anew);
    }

    /**
     * Does again what was done to this document before.
     *
     * @throws SceneFormatException when it was another document; then this one is of no use
     */
    void replay(Deed.Edited deed) {
        var drafts = deed.drafts().iterator();
        Supplier<Draft> again = () -> Act.playAll(drafts, present.draft());
        switch (deed.kind()) {
            case DID -> finish(again.get(), deed.origin(), deed.label());
            case HEARD -> present.seal(again.get(), deed.origin(), deed.label());
            case UNDONE, REDONE -> walk.walk(deed.kind(), step -> again.get());
            case CANCELLED -> walk.cancel(deed.origin().gesture(), step -> again.get());
        }
    }

    public SceneSnapshot snapshot() {
        return present.snapshot();
    }

    /** Tells whether the document is what was saved last: undo brings back what held before. */
    public long state() {
        return present.state();
    }

    /**
     * Makes an edit, or refuses it as a whole. What {@link Origin.Kind#USER} does can be undone; an
     * edit that leaves everything as it is is accepted and leaves no trace.
     */
    public Outcome apply(Edit edit, Origin origin) {
        var draft = present.draft();
        var objection = new Editing(draft, origin).make(edit);
        if (objection.isPresent()) {
            draft.abandon();
            return new Outcome.Refused(objection.get() + ".");
        }
        var label = new Labels(snapshot()).of(edit);
        return new Outcome.Accepted(finish(draft, origin, label).then(catchUp(origin)));
    }

    /**
     * Makes the document another snapshot of it, for example what is on disk, as one step that can
     * be undone.
     */
    public Changes replace(SceneSnapshot goal, Origin origin, String label) {
        return finish(new Replacing(present.draft(), goal).run(), origin, label);
    }

    /**
     * Merges what others wrote into the files; it is no step of the history, and undo leaves it.
     *
     * @param base what the files held when they were read or written here last
     * @param theirs what they hold now
     * @throws SceneFormatException when there are more entities than numbers
     */
    public DiskMerge takeIn(SceneSnapshot base, SceneSnapshot theirs) {
        return new DiskMerging(present, teller).merge(base, theirs);
    }

    /**
     * Lets the types that a project defines hold from now on, whatever the files say of them; those
     * of the SDK stay. No value and no file changes by it, and it is no step of the history.
     */
    public Changes declare(ComponentTypes project) {
        var before = snapshot();
        present.declare(project);
        var origin = Origin.link(Origin.Kind.DISK, "");
        var list = StoredSchemas.changes(before.types(), snapshot().types());
        return new Changes(snapshot().revision(), origin, "Declare", list).then(catchUp(origin));
    }

    private Changes finish(Draft draft, Origin origin, String label) {
        long before = present.state();
        var changes = present.seal(draft, origin, Labels.limited(label));
        boolean isOurs = origin.kind() == Origin.Kind.USER || origin.kind() == Origin.Kind.DISK;
        var span = new Step.Span(before, present.state());
        var step = new Step(changes, draft.relocations(), span);
        if (isOurs && !step.isEmpty()) {
            history.dropUndone().forEach(present.ledger()::release);
            history.add(step, present.nextState())
                    .ifPresent(nothing -> present.returned(nothing.before()));
        }
        teller.tell(Deed.Kind.DID, changes, draft);
        return changes;
    }

    /**
     * Merges what somebody else wrote, by the rules of ADR-117; DELETE_ENTITY counts after the rest
     * of the batch.
     *
     * <p>Messages about unknown components are remembered and change nothing. It is no step of the
     * history. Whoever sends plain messages overwrites whole components.
     */
    public Merged merge(List<CrdtMessage> batch, Origin origin) {
        return merge(ByteBuffer.wrap(CrdtCodec.toBytes(batch)), origin);
    }

    /**
     * Merges the bytes of plain messages, however many; links hear of every component once. Bytes
     * that are no message end it; what stands before them counts.
     */
    public Merged merge(ByteBuffer plain, Origin origin) {
        return merge(plain, Decoded.NOTHING, origin);
    }

    Merged merge(ByteBuffer plain, Decoded values, Origin origin) {
        var messages = plain.duplicate();
        return merged(
                origin,
                hearing -> hearing.plain(plain, values),
                () -> Deed.Heard.of(origin, messages));
    }

    /**
     * Merges what another replica of ours wrote, so that of two people who wrote different fields
     * of one component at once both keep what they wrote.
     */
    public Merged merge(Batch batch, Origin origin) {
        return merged(
                origin, hearing -> hearing.batch(batch), () -> new Deed.Merged(origin, batch));
    }

    /** Takes in what others wrote of components that became known since; edits do so themselves. */
    public Changes catchUp(Origin origin) {
        var known = caughtUp;
        caughtUp = snapshot().types();
        return known == caughtUp
                ? new Changes(snapshot().revision(), origin, "Merge", List.of())
                : merged(
                                origin,
                                hearing -> hearing.declared(known),
                                () -> new Deed.CaughtUp(origin))
                        .changes();
    }

    private Merged merged(Origin origin, Consumer<Hearing> others, Supplier<Deed> deed) {
        var draft = present.draft();
        var hearing = new Hearing(draft, present.replica());
        others.accept(hearing);
        var changes = present.follow(draft, origin);
        if (hearing.isNews()) {
            teller.tell(deed);
        }
        return new Merged(changes, hearing.corrections(), hearing.complaints());
    }

    /** The side of this document that other replicas of it see. */
    public SharedScene shared() {
        return shared;
    }

    /** Becomes the document of another replica; the caller tells of it. */
    void become(SharedState state) {
        present.adopt(state);
        caughtUp = state.caughtUp();
    }

    /**
     * Begins to write for other replicas of this document, each time as another author.
     *
     * @param me the address of this replica, which no other has meanwhile
     * @param outbox is handed every batch for the others, in order, on the thread of the scene
     */
    public void share(String me, Consumer<Batch> outbox) {
        share(Author.beginning(me), outbox);
    }

    /** As {@link #share(String, Consumer)}, as an author that this replica never was before. */
    public void share(Author me, Consumer<Batch> outbox) {
        present.replica().share(me, outbox);
        teller.tell(new Deed.Shared(me));
    }

    /**
     * Notes that the document comes back after its process was lost: what was sent last may not
     * have been kept, so that nothing more can be written in its place.
     */
    void comeBack() {
        present.replica().address().ifPresent(me -> share(me, nobody -> {}));
    }

    /** Tells who is there now, this replica included, after somebody came or left. */
    public void present(Set<String> addresses) {
        present.replica().present(addresses, snapshot());
        teller.tell(new Deed.Met(addresses));
    }

    /**
     * From now on new entities get numbers of leased blocks alone, so that no two replicas bring
     * different entities with one number into being.
     */
    public void lease(NumberBlock block) {
        present.ledger().lease(block);
        teller.tell(new Deed.Leased(block));
    }

    /** The numbers that no new entity may get: those in use, and those of what is gone. */
    BitSet spared() {
        return present.ledger().spared();
    }

    /** How many leased numbers are left; {@link Integer#MAX_VALUE} where nothing is leased. */
    public int unspentNumbers() {
        return present.ledger().unspent();
    }

    /** What got lost because two wrote the same field at once, the newest first. */
    public List<Loss> losses() {
        return present.replica().losses().all();
    }

    public long lossCount() {
        return present.replica().losses().count();
    }

    /** Forgets what got lost while there were so many losses, once people agreed on that. */
    public void forgetLosses(long until) {
        if (present.replica().losses().forget(until)) {
            teller.tell(new Deed.Forgot(until));
        }
    }

    /**
     * Takes the last step back, but for what others wrote over it since; nothing when there is no
     * step.
     */
    public Optional<Changes> undo() {
        return walk.undo();
    }

    /** Does again what was undone last; nothing when there is nothing. */
    public Optional<Changes> redo() {
        return walk.redo();
    }

    /**
     * Takes back all that a gesture did, as if it had not been; nothing when nothing of it is left.
     */
    public Optional<Changes> cancelGesture(long gesture) {
        return walk.cancel(gesture);
    }

    public Optional<String> undoLabel() {
        return history.undoLabel();
    }

    public Optional<String> redoLabel() {
        return history.redoLabel();
    }

    /**
     * What other replicas have to be told of changes made here: PUT and DELETE messages of what
     * they wrote.
     */
    public List<CrdtMessage> messages(Changes changes) {
        return present.replica().telling(snapshot()).messages(changes.list());
    }

    /** Lets the document be something else, without telling any present.replica(). */
    Changes follow(Consumer<Draft> writing, Origin origin) {
        var draft = present.draft();
        writing.accept(draft);
        return present.follow(draft, origin);
    }

    /** What was heard of plain clients; only to be read. */
    LwwStore plain() {
        return present.replica().plain();
    }

    /** Writes all that the document holds, as plain messages: what a late joiner is told. */
    public void tellAll(CrdtWriter out) {
        present.replica().telling(snapshot()).write(out);
    }
}
