// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The side of a document that other replicas of it see; of the thread of its scene.
 *
 * <p>Who comes late, or comes back, becomes what one of the others is by its {@link SharedState},
 * and goes on with the batches that this one had not heard.
 */
public final class SharedScene {
    private final Scene scene;
    private final Present present;
    private final Teller teller;

    SharedScene(Scene scene, Present present, Teller teller) {
        this.scene = scene;
        this.present = present;
        this.teller = teller;
    }

    /** All that another replica needs to go on as this one. */
    public SharedState state() {
        return new SharedState(scene.memory(), Optional.empty());
    }

    /** The batches that are part of the document: those of each author up to a number. */
    public VersionVector heard() {
        return present.replica().heard();
    }

    /** Who writes for others here; nobody where nobody does. */
    public Optional<Author> author() {
        return present.replica().author();
    }

    /**
     * Becomes what another replica is, with all that it knows; what this one is called, wrote and
     * may do stays, and so does its history: undo takes back what still holds.
     *
     * <p>New entities get leased numbers alone from now on, none where none are leased.
     *
     * @param mine what was written here, under whatever author, of which the other one may not have
     *     heard; whoever hears of the rest first would take it for known
     * @return all that changed, those batches included
     */
    public Changes adopt(SharedState state, List<Batch> mine, Origin origin) {
        var before = scene.snapshot();
        long stateBefore = scene.state();
        scene.become(state);
        // What is settled by that is written by this replica in turn.
        List.copyOf(mine).forEach(batch -> present.follow(heard(batch), origin));
        return become(before, stateBefore, origin);
    }

    /**
     * As the other, and sets aside what nobody hears of it.
     *
     * @param lost what was written here, and is not to stay
     */
    public Joined adopt(SharedState state, List<Batch> mine, List<Batch> lost, Origin origin) {
        var before = scene.snapshot();
        var changes = adopt(state, mine, origin);
        var now = scene.snapshot();
        return new Joined(
                changes, List.of(), SetAside.none(now), SetAside.written(now, before, lost));
    }

    /**
     * What a document has of its own that becomes a shared one.
     *
     * @param begun the document when it began to join
     * @param base what both came from, so far as that is known
     * @param mine what was written here before, for the others, of which they may not have heard
     * @param lost what was written here before, and is not to stay
     */
    public record Own(
            SceneSnapshot begun, Optional<SceneSnapshot> base, List<Batch> mine, List<Batch> lost) {
        public Own {
            mine = List.copyOf(mine);
            lost = List.copyOf(lost);
        }
    }

    /** As the other, for one that wrote nothing for others yet. */
    public Joined join(
            SharedState state, SceneSnapshot begun, Optional<SceneSnapshot> base, Origin origin) {
        return join(state, new Own(begun, base, List.of(), List.of()), origin);
    }

    /**
     * As {@link #adopt}, for a document that was another one so far: what was edited since it began
     * to join is edited again where the shared one does not stand against it, and what it had of
     * its own before is set aside. Numbers that new entities of that need are leased before.
     */
    public Joined join(SharedState state, Own own, Origin origin) {
        var before = scene.snapshot();
        long stateBefore = scene.state();
        scene.become(state);
        own.mine().forEach(batch -> present.follow(heard(batch), origin));
        var shared = scene.snapshot();
        var carried = carried(own.begun(), before);
        carried.ifPresent(
                merged ->
                        present.seal(
                                new Replacing(present.draft(), merged.snapshot()).run(),
                                origin,
                                "Join"));
        var mine = carried.isPresent() ? own.begun() : before;
        var lost = lost(shared, mine, own.lost());
        // Who had nothing of their own need not compare all.
        var aside =
                own.base().filter(b -> b == mine).isPresent()
                        ? SetAside.none(shared)
                        : SetAside.of(own.base(), shared, mine, present.ledger().spared());
        var conflicts = carried.map(ThreeWay.Merged::conflicts).orElse(List.of());
        return new Joined(
                become(before, stateBefore, origin),
                conflicts,
                aside.without(lost.differences()),
                lost);
    }

    private static SetAside lost(SceneSnapshot shared, SceneSnapshot mine, List<Batch> lost) {
        return lost.isEmpty()
                ? SetAside.none(shared)
                : SetAside.written(shared, Rewriting.of(shared, mine.types(), lost), lost);
    }

    /** What was edited while joining; nothing where new entities would get no numbers. */
    private Optional<ThreeWay.Merged> carried(SceneSnapshot begun, SceneSnapshot before) {
        var shared = scene.snapshot();
        if (begun == before || Difference.between(begun, before).isEmpty()) {
            return Optional.of(nothing(shared));
        }
        try {
            return Optional.of(merged(new ThreeWay.Versions(begun, shared, before)));
        } catch (SceneFormatException full) {
            return Optional.empty();
        }
    }

    private static ThreeWay.Merged nothing(SceneSnapshot shared) {
        return new ThreeWay.Merged(shared, List.of(), new LinkedHashMap<>(), 0, shared, shared);
    }

    private ThreeWay.Merged merged(ThreeWay.Versions versions) {
        var ledger = present.ledger();
        return ThreeWay.merge(versions, ledger.taken(), ledger.foreign());
    }

    /** As the other, as an edit that is called so. */
    public Kept keep(SetAside aside, List<Difference> chosen) {
        return keep(aside, chosen, "Keep Mine");
    }

    /**
     * Makes what was set aside part of the document, as one edit of the person at this editor. What
     * the others changed since stays.
     *
     * @param chosen some of the differences
     * @param label what the edit is called
     */
    public Kept keep(SetAside aside, List<Difference> chosen, String label) {
        var mine = aside.with(chosen);
        var versions = new ThreeWay.Versions(aside.shared(), scene.snapshot(), mine);
        try {
            var merged = merged(versions);
            var changes = scene.replace(merged.snapshot(), Origin.USER, label);
            return new Kept(new Outcome.Accepted(changes), merged.conflicts());
        } catch (SceneFormatException full) {
            return new Kept(new Outcome.Refused(full.message()), List.of());
        }
    }

    private Draft heard(Batch batch) {
        var draft = present.draft();
        new Hearing(draft, present.replica()).batch(batch);
        return draft;
    }

    /** Tells of all that became of a document. */
    private Changes become(SceneSnapshot before, long stateBefore, Origin origin) {
        var list = changes(before, scene.snapshot());
        if (list.isEmpty()) {
            present.returned(stateBefore);
            present.unchanged(before.revision());
        }
        teller.tellAnew();
        return new Changes(scene.snapshot().revision(), origin, "Join", list);
    }

    private static List<Change> changes(SceneSnapshot before, SceneSnapshot now) {
        var changes = new ArrayList<>(StoredSchemas.changes(before.types(), now.types()));
        Replacing.draft(before, now).changes().stream()
                .filter(change -> !(change instanceof Change.Declared))
                .forEach(changes::add);
        return changes;
    }

    /**
     * Says again what ranges of the document hold, as a batch that wins over what is held there by
     * those who differ; nothing where this replica writes for nobody.
     *
     * @return how many components it said, those included that are not there any more
     */
    public int restate(List<StateDigest.Bucket> buckets) {
        var now = scene.snapshot();
        var cells = new LinkedHashSet<Step.Cell>();
        buckets.forEach(bucket -> add(now, bucket, cells));
        int said = present.replica().restate(now, cells);
        if (said > 0) {
            teller.tell(new Deed.Restated(buckets));
        }
        return said;
    }

    private void add(SceneSnapshot now, StateDigest.Bucket bucket, Set<Step.Cell> cells) {
        int from = bucket.index() * StateDigest.BUCKET;
        int to = from + StateDigest.BUCKET;
        for (int number = from; number < to; number++) {
            now.withNumber(number)
                    .filter(e -> Restating.has(now, e, bucket.component()))
                    .ifPresent(e -> cells.add(new Step.Cell(e, bucket.component())));
        }
        present.replica()
                .writers(bucket.component(), from, to)
                .forEach(e -> cells.add(new Step.Cell(e, bucket.component())));
    }

    /**
     * Writes for nobody any more, and new entities may get any number. Who comes back adopts what
     * the others hold by then.
     */
    public void leave() {
        present.replica().leave();
        present.ledger().giveBack();
        teller.tell(new Deed.Left());
    }

    /**
     * Merges batches of other replicas, however many, as {@link Scene#merge(Batch, Origin)} does
     * one; links hear of all of them at once.
     */
    public Merged merge(List<Batch> batches, Origin origin) {
        var draft = present.draft();
        var corrections = new ArrayList<CrdtMessage>();
        var complaints = new ArrayList<String>();
        var news = new ArrayList<Deed>();
        for (var batch : batches) {
            var hearing = new Hearing(draft, present.replica());
            hearing.batch(batch);
            corrections.addAll(hearing.corrections());
            complaints.addAll(hearing.complaints());
            if (hearing.isNews()) {
                news.add(new Deed.Merged(origin, batch));
            }
        }
        var changes = present.follow(draft, origin);
        news.forEach(teller::tell);
        return new Merged(changes, corrections, complaints);
    }
}
