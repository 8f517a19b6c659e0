// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Conflict;
import org.scenewright.scene.Difference;
import org.scenewright.scene.Joined;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.Kept;
import org.scenewright.scene.Loss;
import org.scenewright.scene.Merged;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SetAside;
import org.scenewright.scene.SharedScene;
import org.scenewright.scene.SharedState;
import org.scenewright.scene.StateDigest;
import org.scenewright.scene.StateDump;
import org.scenewright.scene.VersionVector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The side of an open scene that other replicas of it see; usable from any thread.
 *
 * <p>Of two people who write different fields of one component at once both keep what they wrote.
 * Who wrote the same field and lost finds it among the problems of the session.
 */
public final class SceneSharing {
    private final SceneFiles.Owner owner;
    private final SceneFiles files;
    private final SceneLeases leases;
    private final Awareness awareness = new Awareness();
    private final Shelf shelf = new Shelf();
    private final SceneKeeping keeping;
    private final Permission permission = new Permission();
    private final PlayTalk talk = new PlayTalk();

    SceneSharing(SceneFiles.Owner owner, SceneFiles files) {
        this.owner = owner;
        this.files = files;
        this.leases = new SceneLeases(owner);
        this.keeping = new SceneKeeping(owner, files, shelf);
    }

    /** What has to be kept for whoever joins again. */
    public SceneKeeping keeping() {
        return keeping;
    }

    /** What the people see of each other who have the scene open. */
    public Awareness awareness() {
        return awareness;
    }

    /** What the scripts of those say to each other who play the scene. */
    public PlayTalk talk() {
        return talk;
    }

    /**
     * Begins to write for others.
     *
     * @param me the address of this replica, which no other has
     * @param outbox is handed every batch for the others, in order, on the thread of the scene
     */
    public CompletableFuture<Boolean> begin(String me, Consumer<Batch> outbox) {
        return owner.onThread(
                () -> {
                    files.share(true);
                    owner.scene().share(me, outbox);
                    return true;
                });
    }

    /**
     * Merges what another replica wrote; nothing happens where it was merged before.
     *
     * @param batch whose author has the address that it came from; that is for the caller to check
     */
    public CompletableFuture<Changes> receive(Batch batch, Origin origin) {
        return owner.onThread(() -> published(owner.scene().merge(batch, origin)));
    }

    /**
     * Merges what other replicas wrote, however much, at once; what was merged before does nothing.
     *
     * @param batches whose authors have the addresses that they came from; that is for the caller
     *     to check
     */
    public CompletableFuture<Changes> receiveAll(List<Batch> batches, Origin origin) {
        var all = List.copyOf(batches);
        return owner.onThread(() -> published(owner.scene().shared().merge(all, origin)));
    }

    /** Merges what somebody wrote who tells nothing else. */
    CompletableFuture<Changes> receive(List<CrdtMessage> batch, Origin origin) {
        return owner.onThread(() -> published(owner.scene().merge(batch, origin)));
    }

    private Changes published(Merged merged) {
        files.merging().complain(merged.complaints());
        owner.publish(merged.changes());
        return merged.changes();
    }

    /** The document as it is now, to be played. */
    CompletableFuture<Start> start() {
        return owner.onThread(() -> new Start(owner.document().snapshot(), files.dump()));
    }

    /**
     * What a play begins with.
     *
     * @param state makes what {@code main.crdt} would hold, on any other thread
     */
    record Start(SceneSnapshot document, Supplier<StateDump> state) {}

    /** Tells who is there now, this replica included, after somebody came or left. */
    public CompletableFuture<Boolean> present(Set<String> addresses) {
        return owner.onThread(
                () -> {
                    owner.scene().present(addresses);
                    return true;
                });
    }

    /**
     * From now on new entities get numbers of leased blocks alone.
     *
     * @return how many leased numbers are left
     */
    public CompletableFuture<Integer> lease(NumberBlock block) {
        return owner.onThread(
                () -> {
                    owner.scene().lease(block);
                    return owner.scene().unspentNumbers();
                });
    }

    /** The batches that are part of the document: those of each author up to a number. */
    public CompletableFuture<VersionVector> heard() {
        return owner.onThread(() -> owner.scene().shared().heard());
    }

    /**
     * The document at one moment and the batches that were part of it then, for a {@link
     * StateDigest} to be compared with those of others that heard the same.
     */
    public record Moment(VersionVector heard, SceneSnapshot document) {}

    /** What is held, and what was heard, by now. */
    public CompletableFuture<Moment> moment() {
        return owner.onThread(
                () -> new Moment(owner.scene().shared().heard(), owner.scene().snapshot()));
    }

    /** Who writes for others here since {@link #begin}; nobody where nobody does. */
    public CompletableFuture<Optional<Author>> author() {
        return owner.onThread(() -> owner.scene().shared().author());
    }

    /** All that another replica needs to go on as this one, and what all write into on saving. */
    public CompletableFuture<SharedState> state() {
        return owner.onThread(() -> owner.scene().shared().state().with(files.loaded().texts()));
    }

    /**
     * The bytes of the {@link #state}, packed, made beside the thread of the scene; of a large
     * scene a megabyte or so.
     */
    public CompletableFuture<byte[]> encodedState() {
        return state().thenApplyAsync(
                        state -> Packed.pack(state.toBytes(files.core())), SceneSharing::beside);
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("scene state").start(work);
    }

    /**
     * Becomes what another replica is, with all that it knows, as {@link
     * org.scenewright.scene.SharedScene#adopt} does. Links hear of all differences at once; the
     * files on disk differ from the document wherever they did not hold the same.
     *
     * <p>New entities get leased numbers alone from then on, none before {@link #lease}.
     *
     * @param state the bytes of an {@link #encodedState}, whoever sent them
     * @param mine what was written here of which that one had not heard, asked for with the state,
     *     on the thread of the scene; what gets lost is put on the {@link #shelf}
     * @return fails with an {@link java.io.IOException} where the bytes are no state; the message
     *     is a sentence for people, and nothing is changed
     */
    public CompletableFuture<Changes> adopt(
            byte[] state, Function<VersionVector, Remnant> mine, Origin origin) {
        return files.adopt(
                state,
                new SentState.Adopting<>(
                        sent -> adopted(sent.state(), mine, origin), changes -> changes));
    }

    private Changes adopted(
            SharedState state, Function<VersionVector, Remnant> mine, Origin origin) {
        var own = mine.apply(state.heard());
        files.merging().settled();
        var heard = state.hearing(own.heard());
        var joined = owner.scene().shared().adopt(heard, own.kept(), own.lost(), origin);
        shelf.put(joined.lost());
        return joined.changes();
    }

    /**
     * As {@link #adopt}, for a scene that was another one so far, and begins to write for others
     * with that: what was edited since it began to join is edited again where the shared one does
     * not stand against it, and what this one had of its own before is put on the {@link #shelf}.
     */
    public CompletableFuture<Joined> join(byte[] state, Joiner joiner, Origin origin) {
        return files.adopt(
                state,
                new SentState.Adopting<>(sent -> joined(sent, joiner, origin), Joined::changes));
    }

    private Joined joined(SentState sent, Joiner joiner, Origin origin) {
        var remnant = joiner.mine().apply(sent.state().heard());
        files.merging().settled();
        var begun = joiner.begun().orElse(owner.document().snapshot());
        var written = joiner.begun().map(first -> files.isDirty() ? sent.files().written() : first);
        var base = joiner.kept().map(Keepsake::saved).orElse(written);
        files.share(true);
        // What is edited from here on stands on the document of the others.
        owner.scene().share(joiner.me(), joiner.outbox());
        var own = new SharedScene.Own(begun, base, remnant.kept(), remnant.lost());
        var joined =
                owner.scene().shared().join(sent.state().hearing(remnant.heard()), own, origin);
        joiner.kept().ifPresent(former -> keeping.lay(former, joiner.me()));
        List.of(joined.lost(), joined.aside()).forEach(shelf::put);
        disputed(joined.conflicts());
        return joined;
    }

    /** What was set aside, for people to decide about. */
    public Shelf shelf() {
        return shelf;
    }

    /**
     * Makes what was set aside part of the document, as one edit that can be undone; it is on the
     * {@link #shelf} no longer then.
     *
     * @param chosen all of its differences, or some
     */
    public CompletableFuture<Kept> keep(SetAside aside, List<Difference> chosen) {
        return settle(aside, chosen, "Keep Mine")
                .thenApply(
                        kept -> {
                            if (kept.outcome() instanceof Outcome.Accepted) {
                                shelf.drop(aside, chosen);
                            }
                            return kept;
                        });
    }

    /**
     * Makes other values of fields, such as those that got lost, part of the document, as one edit.
     *
     * @param label what the edit is called
     */
    public CompletableFuture<Kept> settle(SetAside aside, List<Difference> chosen, String label) {
        var some = List.copyOf(chosen);
        return owner.onThread(
                () ->
                        permission
                                .refusal()
                                .map(why -> new Kept(new Outcome.Refused(why), List.of()))
                                .orElseGet(() -> kept(aside, some, label)));
    }

    private Kept kept(SetAside aside, List<Difference> chosen, String label) {
        var kept = owner.scene().shared().keep(aside, chosen, label);
        if (kept.outcome() instanceof Outcome.Accepted(var changes)) {
            disputed(kept.conflicts());
            owner.publish(changes);
        }
        return kept;
    }

    /** Where others were kept against the person here, who may think otherwise. */
    private void disputed(List<Conflict> conflicts) {
        files.merging().conflict(conflicts);
        shelf.put(SetAside.disputed(owner.scene().snapshot(), conflicts));
    }

    /** The fields that two wrote at once, those that got lost last first. */
    public CompletableFuture<List<Loss>> losses() {
        return owner.onThread(() -> owner.scene().losses());
    }

    /** Whether the person here may edit. */
    public Permission permission() {
        return permission;
    }

    /** What becomes of an edit of the person here who may not make any. */
    Optional<Outcome> refusal() {
        return permission.refusal().map(Outcome.Refused::new);
    }

    /**
     * Writes for nobody any more, and new entities may get any number; the document stays. Who
     * comes back adopts what the others hold by then.
     */
    public CompletableFuture<Boolean> leave() {
        return owner.onThread(
                () -> {
                    files.share(false);
                    owner.scene().shared().leave();
                    return true;
                });
    }

    /**
     * Says again what ranges of the document hold, for those whose {@link StateDigest} differs
     * there. Where two who differ both do, they hold the same after.
     *
     * @return how many components it said
     */
    public CompletableFuture<Integer> restate(List<StateDigest.Bucket> buckets) {
        var all = List.copyOf(buckets);
        return owner.onThread(() -> owner.scene().shared().restate(all));
    }

    /** Who may use which numbers, where this replica is the one that the others ask. */
    public SceneLeases leases() {
        return leases;
    }
}
