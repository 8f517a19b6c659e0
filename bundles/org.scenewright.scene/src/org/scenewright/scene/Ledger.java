// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValuePool;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an edit has to know of the whole document: what is taken and who waits for a parent.
 *
 * <p>It is kept up with every change, so that no edit has to search the scene.
 */
final class Ledger {
    /** The components that carry an id out of the number range of their scene. */
    static final List<String> WITH_IDS =
            List.of("asset-packs::Actions", "asset-packs::States", "asset-packs::Counter");

    // The web editor counts from here, so that its ids and ours never meet those of scripts.
    static final long LAST_FOREIGN_NETWORK_ID = 8001;

    private final Names names = new Names();
    private final Tally<Long> networkIds = new Tally<>();
    private final Tally<Long> packIds = new Tally<>();
    private final BitSet numbers = new BitSet();
    private final BitSet spared = new BitSet();
    private final BitSet retired = new BitSet();
    private final Map<Integer, Integer> newest = new HashMap<>();
    private final Map<Entity, Set<Entity>> strays = new HashMap<>();
    // Empty while the whole scene is this replica's own.
    private Optional<BitSet> leased = Optional.empty();

    private final Set<Entity> bare;
    private final ValuePool values = new ValuePool();

    Ledger(SceneSnapshot snapshot) {
        this(snapshot, Numbers.of(snapshot));
    }

    /** As it was when the document was kept. */
    Ledger(SceneSnapshot snapshot, Numbers kept) {
        bare = kept.bare();
        spared.or(kept.spared());
        retired.or(kept.retired());
        newest.putAll(kept.newest());
        leased = kept.leased().map(Ledger::copy);
        snapshot.entities().forEach(this::spawned);
        snapshot.entities().forEach(this::heard);
        snapshot.forEach(
                SceneSnapshot.NAME,
                (e, value) -> written(SceneSnapshot.NAME, Optional.empty(), Optional.of(value)));
        snapshot.forEach(
                NetworkIds.ENTITY,
                (e, value) -> written(NetworkIds.ENTITY, Optional.empty(), Optional.of(value)));
        for (String component : WITH_IDS) {
            snapshot.forEach(
                    component,
                    (e, value) -> written(component, Optional.empty(), Optional.of(value)));
        }
        snapshot.forEach(SceneSnapshot.TRANSFORM, (entity, value) -> note(entity, snapshot));
    }

    /** Notes that a component has another value. */
    void written(String component, Optional<Value> before, Optional<Value> after) {
        if (component.equals(SceneSnapshot.NAME)) {
            before.ifPresent(value -> names.remove(value.text("value", "")));
            after.ifPresent(value -> names.add(value.text("value", "")));
        } else if (component.equals(NetworkIds.ENTITY)) {
            before.ifPresent(value -> networkIds.remove(NetworkIds.id(value)));
            after.ifPresent(value -> networkIds.add(NetworkIds.id(value)));
        } else if (WITH_IDS.contains(component)) {
            before.ifPresent(value -> packIds.remove((long) value.number("id", 0)));
            after.ifPresent(value -> packIds.add((long) value.number("id", 0)));
        }
    }

    /** An equal value, in the form in which the document keeps it for long. */
    Value compact(Value value) {
        return values.compact(value);
    }

    void spawned(Entity entity) {
        numbers.set(entity.number());
        spared.set(entity.number());
    }

    /**
     * Notes that an entity is gone; its number is spared while there are others, as undo may need
     * it.
     */
    void despawned(Entity entity) {
        numbers.clear(entity.number());
    }

    private static BitSet copy(BitSet numbers) {
        return (BitSet) numbers.clone();
    }

    /** What there is to know for whoever keeps the document. */
    Numbers kept() {
        return new Numbers(copy(spared), copy(retired), newest, leased.map(Ledger::copy), bare);
    }

    /**
     * What another replica knows of numbers, with what this one may give away of them: nothing but
     * what was leased to it.
     */
    Numbers mine(Numbers others) {
        var ours = leased.map(Ledger::copy).orElseGet(BitSet::new);
        var spent = copy(spared);
        spent.and(ours);
        spent.or(others.spared());
        return new Numbers(
                spent, others.retired(), others.newest(), Optional.of(ours), others.bare());
    }

    /** The numbers that new entities are not given while there are others. */
    BitSet spared() {
        return (BitSet) spared.clone();
    }

    /** Notes that nobody will bring an entity back that is gone. */
    void release(Entity entity) {
        // A colleague may still bring it back.
        if (leased.isPresent()) {
            return;
        }
        spared.set(entity.number(), !isFree(entity));
    }

    /** Gives the number of a newcomer free of which nobody heard. */
    void withdraw(Entity entity) {
        despawned(entity);
        spared.set(entity.number(), !isFree(entity));
    }

    /** Gives the numbers free that a step would have needed which nobody will take back. */
    void release(Step step) {
        step.ended().forEach(this::release);
    }

    /** Keeps a number from being given away, since other replicas ignore what is said about it. */
    void retire(Entity entity) {
        retired.set(entity.number());
        spared.set(entity.number());
    }

    /**
     * Notes that somebody used a version of a number: older ones do not come back any more.
     *
     * @return the newest version of that number that was ever heard of
     */
    int heard(Entity entity) {
        if (entity.version() > 0) {
            newest.merge(entity.number(), entity.version(), Math::max);
            spared.set(entity.number());
        }
        return newest.getOrDefault(entity.number(), 0);
    }

    boolean isFree(Entity entity) {
        // What nobody heard of may have been leased to somebody else.
        boolean isOthers =
                !spared.get(entity.number())
                        && leased.filter(ours -> !ours.get(entity.number())).isPresent();
        return !isOthers
                && !numbers.get(entity.number())
                && !retired.get(entity.number())
                && entity.version() >= newest.getOrDefault(entity.number(), 0);
    }

    /** From now on new entities get numbers of such blocks alone. */
    void lease(NumberBlock block) {
        var numbersOfOurs = leased.orElseGet(BitSet::new);
        numbersOfOurs.set(block.first(), block.end());
        leased = Optional.of(numbersOfOurs);
    }

    /** From now on new entities may get any number. */
    void giveBack() {
        leased = Optional.empty();
    }

    /** The numbers that no new entity may be given now. */
    BitSet taken() {
        var taken = (BitSet) spared.clone();
        leased.ifPresent(
                numbersOfOurs -> {
                    var others = (BitSet) numbersOfOurs.clone();
                    others.flip(0, Entity.LAST_NUMBER + 1);
                    taken.or(others);
                });
        return taken;
    }

    /** The numbers that somebody else may give to new entities. */
    BitSet foreign() {
        var foreign = new BitSet();
        leased.ifPresent(
                ours -> {
                    foreign.or(ours);
                    foreign.flip(Entity.FIRST_FREE_NUMBER, Entity.LAST_NUMBER + 1);
                });
        return foreign;
    }

    /** How many leased numbers are left. */
    int unspent() {
        return leased.map(BitSet::stream)
                .map(all -> (int) all.filter(number -> !spared.get(number)).count())
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * The lowest number that a new entity may have; nothing when the scene is full or all that was
     * leased is spent.
     */
    OptionalInt freeNumber() {
        return leased.map(this::freeOf).orElseGet(this::freeOfAll);
    }

    /** Why no new entity can have a number, as a sentence without its full stop. */
    String shortage() {
        return leased.isPresent() && freeOfAll().isPresent()
                ? "No numbers for new entities are left here; who shares the scene gives more as"
                        + " soon as they can be reached"
                : Populating.FULL;
    }

    // What was undone keeps its number here too: others may have heard of it.
    private OptionalInt freeOf(BitSet ours) {
        return ours.stream()
                .filter(number -> !spared.get(number))
                .filter(number -> !strays.containsKey(Entity.of(number, 0)))
                .findFirst();
    }

    private OptionalInt freeOfAll() {
        int number = spared.nextClearBit(Entity.FIRST_FREE_NUMBER);
        // A newcomer must not adopt those who wait for somebody else.
        while (strays.containsKey(Entity.of(number, 0))) {
            number = spared.nextClearBit(number + 1);
        }
        return number <= Entity.LAST_NUMBER ? OptionalInt.of(number) : lastResort();
    }

    private OptionalInt lastResort() {
        int number = numbers.nextClearBit(Entity.FIRST_FREE_NUMBER);
        // Whoever heard of a later version ignores what is said about the first one.
        while (retired.get(number) || newest.containsKey(number)) {
            number = numbers.nextClearBit(number + 1);
        }
        return number <= Entity.LAST_NUMBER ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /**
     * Whether an entity has nothing left that it could be told apart by; those that the files list
     * without any component may stay so.
     */
    boolean isSpent(Entity entity, SceneSnapshot now) {
        return now.holds(entity)
                && !entity.isReserved()
                && !bare.contains(entity)
                && now.components(entity).isEmpty();
    }

    /** Whether several entities have a name. */
    boolean isShared(String name) {
        return names.isShared(name);
    }

    String unique(String name) {
        return names.unique(name);
    }

    long nextNetworkId() {
        return Math.max(LAST_FOREIGN_NETWORK_ID, networkIds.highest().orElse(0L)) + 1;
    }

    /** The highest id that an asset-packs component has; 0 where there is none. */
    long highestPackId() {
        return Math.max(0, packIds.highest().orElse(0L));
    }

    /**
     * The entities that would hang below another one if it were there, or if that led to no cycle.
     */
    List<Entity> waitingFor(Entity parent) {
        return strays.getOrDefault(parent, Set.of()).stream().sorted().toList();
    }

    /** Notes whether an entity hangs elsewhere than its Transform wants, after both are settled. */
    void note(Entity entity, SceneSnapshot snapshot) {
        var wanted = Hierarchy.wanted(snapshot, entity);
        if (snapshot.holds(entity) && !wanted.equals(snapshot.parent(entity))) {
            strays.computeIfAbsent(wanted, parent -> new HashSet<>()).add(entity);
        }
    }

    /** Forgets that an entity waited for a parent. */
    void forget(Entity entity, Entity wanted) {
        strays.computeIfPresent(
                wanted,
                (parent, waiting) -> waiting.remove(entity) && waiting.isEmpty() ? null : waiting);
    }
}
