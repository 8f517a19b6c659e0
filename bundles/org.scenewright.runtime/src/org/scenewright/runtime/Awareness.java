// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the people who have a scene open see of each other; usable from any thread.
 *
 * <p>Views say here what the person before them does, and show what the others do; whoever connects
 * people carries it to and fro. Nothing of it is part of the document. Listeners are called by who
 * tells, one news after the other, and must return at once.
 */
public final class Awareness {
    private final List<Consumer<Presence>> carriers = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Participant>>> viewers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Presence.Sight>> guides = new CopyOnWriteArrayList<>();
    private final List<Runnable> strays = new CopyOnWriteArrayList<>();
    private final List<Runnable> scribes = new CopyOnWriteArrayList<>();
    private final List<Supplier<CompletableFuture<Boolean>>> players = new CopyOnWriteArrayList<>();

    // Who tells holds it, so that no older news overtakes a newer one.
    private final Object telling = new Object();
    private volatile Presence mine = Presence.IDLE;
    private volatile List<Participant> others = List.of();
    private volatile Supplier<Optional<Pose.Vec>> player = Optional::empty;
    private volatile BooleanSupplier leavesAlone = () -> true;

    /** What the person here does. */
    public Presence mine() {
        return mine;
    }

    /** Says what the person here does from now on; nobody is told of what stays the same. */
    public void mine(UnaryOperator<Presence> change) {
        synchronized (telling) {
            var before = mine;
            mine = change.apply(before);
            if (!mine.equals(before)) {
                carriers.forEach(carrier -> carrier.accept(mine));
            }
        }
    }

    /** Calls back with what the person here does, whenever that changes. */
    public Registration onMine(Consumer<Presence> carrier) {
        carriers.add(carrier);
        return () -> carriers.remove(carrier);
    }

    /** Who else is there, in a lasting order. */
    public List<Participant> others() {
        return others;
    }

    /** Says who else is there and what they do; nobody is told of what stays the same. */
    public void others(List<Participant> present) {
        synchronized (telling) {
            var before = others;
            others = List.copyOf(present);
            if (!others.equals(before)) {
                viewers.forEach(viewer -> viewer.accept(others));
            }
        }
    }

    /** Calls back with those who are there, whenever that or what they do changes. */
    public Registration onOthers(Consumer<List<Participant>> viewer) {
        viewers.add(viewer);
        return () -> viewers.remove(viewer);
    }

    /**
     * Says whether the person here wants to leave alone what others drag, whenever that is asked.
     */
    public void leavesAlone(BooleanSupplier wanted) {
        leavesAlone = wanted;
    }

    /**
     * Who drags one of these entities, so that a drag of them had better not begin here; nobody
     * where the person here does not want to leave them alone. It binds nobody: of two who begin at
     * once each hears of the other too late, and what they do is merged like all else.
     */
    public Optional<Participant> holder(Collection<Entity> entities) {
        return others.stream()
                .filter(other -> other.presence().holding().stream().anyMatch(entities::contains))
                .filter(other -> leavesAlone.getAsBoolean())
                .findFirst();
    }

    /** Shows the person here what can be seen from somewhere, for example where another one is. */
    public void look(Presence.Sight there) {
        guides.forEach(guide -> guide.accept(there));
    }

    /** Calls back when the person here is to look from somewhere. */
    public Registration onLook(Consumer<Presence.Sight> guide) {
        guides.add(guide);
        return () -> guides.remove(guide);
    }

    /** The person here turned away from where {@link #look} had led them. */
    public void stray() {
        strays.forEach(Runnable::run);
    }

    /** Calls back when the person here turned away from where they were led. */
    public Registration onStray(Runnable guide) {
        strays.add(guide);
        return () -> strays.remove(guide);
    }

    /** Tells whoever connects people of what is saved here, once it is. */
    CompletableFuture<Saved> saving(CompletableFuture<Saved> saving) {
        return saving.thenApply(
                saved -> {
                    if (saved instanceof Saved.Written(var files) && !files.isEmpty()) {
                        scribes.forEach(Runnable::run);
                    }
                    return saved;
                });
    }

    /** Calls back when the person here has saved the scene. */
    public Registration onSaved(Runnable scribe) {
        scribes.add(scribe);
        return () -> scribes.remove(scribe);
    }

    /** Says how to find out where the player of the person here is, while there is one. */
    public void player(Supplier<Optional<Pose.Vec>> feet) {
        player = feet;
    }

    /**
     * Where the person here is, in metres, in the coordinates of the scene: their player while they
     * play it, else their camera.
     */
    public Optional<Pose.Vec> whereabouts() {
        return player.get().or(() -> mine.sight().map(Presence.Sight::eye));
    }

    /**
     * Has whoever plays the scene here stop, for example since others edit it.
     *
     * @return complete when nobody plays it any more
     */
    public CompletableFuture<Void> edit() {
        return CompletableFuture.allOf(
                players.stream().map(Supplier::get).toArray(CompletableFuture[]::new));
    }

    /** Is called to stop playing the scene; what comes back is complete when that is done. */
    public Registration onEdit(Supplier<CompletableFuture<Boolean>> stopping) {
        players.add(stopping);
        return () -> players.remove(stopping);
    }
}
