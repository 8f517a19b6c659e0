// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.schema.ComponentTypes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A document with its history: the one place where edits and messages become changes.
 *
 * <p>It belongs to one thread; the snapshots that it hands out are for all. An edit costs the same
 * in a large scene as in a small one, but for the list of siblings that it changes.
 */
public final class Scene {
    private final Ledger ledger;
    private final History history = new History();
    private final Replica replica;
    private SceneSnapshot snapshot;
    private ComponentTypes caughtUp;
    private long state;
    private long lastState;
    private final Teller teller = new Teller();

    public Scene(SceneSnapshot start) {
        this(Memory.of(start.ranked()), ReplicaLimits.USUAL);
    }

    /** A document of which others make this replica keep only so much. */
    Scene(Memory memory, ReplicaLimits limits) {
        this.snapshot = memory.snapshot();
        this.caughtUp = snapshot.types();
        this.replica = new Replica(id -> SharedTypes.find(snapshot.types(), id), limits);
        this.ledger = new Ledger(snapshot);
        this.state = memory.state();
        this.lastState = memory.lastState();
        history.restore(memory);
        ledger.spare(memory.spared());
    }

    /** A document as it was kept, with its history; the base is what its files hold. */
    Scene(SceneSnapshot base, Memory memory) {
        this(memory, ReplicaLimits.USUAL);
        if (base != snapshot) {
            replica.stamp(Replacing.draft(base, snapshot));
        }
    }

    /** The document and its history as they are now. */
    Memory memory() {
        return new Memory(snapshot, state, lastState, history.done(), history.undone(), spared());
    }

    /** Tells somebody of all that is done from now on, on the thread of the scene. */
    void attend(Consumer<Deed> listener) {
        teller.attend(listener);
    }

    /**
     * Does again what was done to this document before.
     *
     * @throws SceneFormatException when it was another document; then this one is of no use
     */
    void replay(Deed deed) {
        var drafts = deed.drafts().iterator();
        Supplier<Draft> again = () -> Act.playAll(drafts, new Draft(snapshot, ledger));
        switch (deed.kind()) {
            case DID -> finish(again.get(), deed.origin(), deed.label());
            case HEARD -> seal(again.get(), deed.origin(), deed.label());
            case UNDONE, REDONE -> walk(deed.kind(), step -> again.get());
            case CANCELLED -> cancel(deed.origin().gesture(), step -> again.get());
        }
    }

    public SceneSnapshot snapshot() {
        return snapshot;
    }

    /**
     * A number that tells whether the document is what was saved last: undo brings back the one
     * that held before.
     */
    public long state() {
        return state;
    }

    /**
     * Makes an edit, or refuses it as a whole. What {@link Origin.Kind#USER} does can be undone.
     *
     * <p>An edit that leaves everything as it is is accepted with an empty list of changes and
     * leaves no trace.
     */
    public Outcome apply(Edit edit, Origin origin) {
        var label = new Labels(snapshot).of(edit);
        var draft = new Draft(snapshot, ledger);
        var objection = new Editing(draft, origin).make(edit);
        if (objection.isPresent()) {
            draft.abandon();
            return new Outcome.Refused(objection.get() + ".");
        }
        return new Outcome.Accepted(finish(draft, origin, label).then(catchUp(origin)));
    }

    /**
     * Makes the document another snapshot of it, for example what is on disk, as one step that can
     * be undone.
     */
    public Changes replace(SceneSnapshot goal, Origin origin, String label) {
        return finish(new Replacing(new Draft(snapshot, ledger), goal).run(), origin, label);
    }

    /**
     * Merges what others wrote into the files; it is no step of the history, and undo leaves it.
     *
     * @param base what the files held when they were read or written here last
     * @param theirs what they hold now
     * @throws SceneFormatException when there are more entities than numbers
     */
    public DiskMerge takeIn(SceneSnapshot base, SceneSnapshot theirs) {
        var versions = new ThreeWay.Versions(base, snapshot, theirs);
        var merged = ThreeWay.merge(versions, ledger.taken());
        var draft = new Replacing(new Draft(snapshot, ledger), merged.snapshot()).run();
        var changes = seal(draft, Origin.link(Origin.Kind.DISK, ""), "Change on disk");
        teller.tell(Deed.Kind.HEARD, changes, draft);
        boolean isTheirs = Difference.between(theirs, merged.snapshot()).isEmpty();
        return new DiskMerge(changes, merged.conflicts(), isTheirs);
    }

    private Changes finish(Draft draft, Origin origin, String label) {
        long before = state;
        var changes = seal(draft, origin, Labels.limited(label));
        boolean isOurs = origin.kind() == Origin.Kind.USER || origin.kind() == Origin.Kind.DISK;
        var step = new Step(changes, draft.relocations(), new Step.Span(before, state));
        if (isOurs && !step.isEmpty()) {
            history.dropUndone().forEach(ledger::release);
            history.add(step, ++lastState).ifPresent(nothing -> state = nothing.before());
        }
        teller.tell(Deed.Kind.DID, changes, draft);
        return changes;
    }

    private Changes seal(Draft draft, Origin origin, String label) {
        snapshot = draft.seal();
        if (!draft.changes().isEmpty()) {
            state = ++lastState;
            replica.stamp(draft);
        }
        return new Changes(snapshot.revision(), origin, label, draft.changes());
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
     * Merges the bytes of plain messages, however many: of all that a batch says of one component
     * only what wins is ever looked at, so that links hear of every component once.
     *
     * <p>Bytes that are no message end it; what stands before them counts.
     */
    public Merged merge(ByteBuffer plain, Origin origin) {
        return merged(origin, hearing -> hearing.plain(plain));
    }

    /**
     * Merges what another replica of ours wrote, so that of two people who wrote different fields
     * of one component at once both keep what they wrote.
     */
    public Merged merge(Batch batch, Origin origin) {
        return merged(origin, hearing -> hearing.batch(batch));
    }

    /**
     * Takes in what others wrote of components of which only the files, taken in or put in place
     * since, say what they are; edits do so themselves.
     */
    public Changes catchUp(Origin origin) {
        var known = caughtUp;
        caughtUp = snapshot.types();
        return known == caughtUp
                ? new Changes(snapshot.revision(), origin, "Merge", List.of())
                : merged(origin, hearing -> hearing.declared(known)).changes();
    }

    private Merged merged(Origin origin, Consumer<Hearing> others) {
        var draft = new Draft(snapshot, ledger);
        var hearing = new Hearing(draft, replica);
        others.accept(hearing);
        snapshot = draft.seal();
        state = draft.changes().isEmpty() ? state : ++lastState;
        replica.settle(snapshot.types());
        var changes = new Changes(snapshot.revision(), origin, "Merge", draft.changes());
        teller.tell(Deed.Kind.HEARD, changes, draft);
        return new Merged(changes, hearing.corrections(), hearing.complaints());
    }

    /**
     * Begins to write for other replicas of this document, each time as another author.
     *
     * @param me the address of this replica, which no other has meanwhile
     * @param outbox is handed every batch for the others, in order, on the thread of the scene
     */
    public void share(String me, Consumer<Batch> outbox) {
        replica.share(Author.beginning(me), outbox);
    }

    /** Tells who is there now, this replica included, after somebody came or left. */
    public void present(Set<String> addresses) {
        replica.present(addresses, snapshot.types());
    }

    /**
     * From now on new entities get numbers of leased blocks alone, so that no two replicas bring
     * different entities with one number into being.
     */
    public void lease(NumberBlock block) {
        ledger.lease(block);
    }

    /** The numbers that no new entity may get: those in use, and those of what is gone. */
    BitSet spared() {
        return ledger.spared();
    }

    /** How many leased numbers are left; {@link Integer#MAX_VALUE} where nothing is leased. */
    public int unspentNumbers() {
        return ledger.unspent();
    }

    /** What got lost because two wrote the same field at once, the newest first. */
    public List<Loss> losses() {
        return replica.losses().all();
    }

    /** How many losses there ever were. */
    public long lossCount() {
        return replica.losses().count();
    }

    /** Forgets what got lost while there were so many losses, once people agreed on that. */
    public void forgetLosses(long until) {
        replica.losses().forget(until);
    }

    /**
     * Takes the last step back, but for what others wrote over it since; nothing when there is no
     * step.
     */
    public Optional<Changes> undo() {
        return walk(Deed.Kind.UNDONE, this::reversal);
    }

    /** Does again what was undone last; nothing when there is nothing. */
    public Optional<Changes> redo() {
        return walk(Deed.Kind.REDONE, this::reversal);
    }

    private Draft reversal(Step step) {
        var draft = new Draft(snapshot, ledger);
        return new Reversal(draft, step, step.isLast(state), replica::isOthers).run();
    }

    /** Goes on through the steps of one side until one of them changes something. */
    private Optional<Changes> walk(Deed.Kind kind, Function<Step, Draft> way) {
        var drafts = new ArrayList<Draft>();
        var result = Optional.<Reversed>empty();
        for (var step = history.take(kind); step.isPresent(); step = history.take(kind)) {
            drafts.add(way.apply(step.get()));
            result = reverse(step.get(), drafts.getLast());
            if (result.isPresent()) {
                history.keep(kind, result.get().inverse());
                break;
            }
        }
        teller.tell(kind, 0, drafts);
        return result.map(Reversed::changes);
    }

    /**
     * Takes back all that a gesture did, as if it had not been; nothing when nothing of it is left.
     */
    public Optional<Changes> cancelGesture(long gesture) {
        return cancel(gesture, this::reversal);
    }

    private Optional<Changes> cancel(long gesture, Function<Step, Draft> way) {
        var drafts = new ArrayList<Draft>();
        var reversed = new ArrayList<Reversed>();
        for (var step : history.take(gesture)) {
            drafts.add(way.apply(step));
            reverse(step, drafts.getLast()).ifPresent(reversed::add);
        }
        reversed.forEach(r -> ledger.release(r.inverse()));
        teller.tell(Deed.Kind.CANCELLED, gesture, drafts);
        return reversed.stream().map(Reversed::changes).reduce(Changes::then);
    }

    /** What taking a step back did, and the step that takes that back. */
    private record Reversed(Changes changes, Step inverse) {}

    private Optional<Reversed> reverse(Step step, Draft draft) {
        long before = state;
        var changes = seal(draft, Origin.link(Origin.Kind.HISTORY, ""), step.label());
        if (changes.list().isEmpty()) {
            return Optional.empty();
        }
        // Nobody wrote anything since the step: then the document is exactly what it was before.
        state = before == step.after() ? step.before() : state;
        var inverse = new Step(changes, draft.relocations(), new Step.Span(before, state));
        return Optional.of(new Reversed(changes, inverse));
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
        return replica.messages(snapshot.types(), changes.list());
    }

    /** Writes all that the document holds, as plain messages: what a late joiner is told. */
    public void tellAll(CrdtWriter out) {
        replica.telling(snapshot).write(out);
    }
}
