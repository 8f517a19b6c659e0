// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.runtime.Link;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SessionStatus;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Difference;
import org.scenewright.scene.Loss;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SetAside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person here may decide about a scene: what it had of its own when it became that of
 * others, and what two wrote at once; UI thread.
 */
final class Decisions implements AutoCloseable {
    // While somebody drags, much changes many times in a second.
    private static final int REST_MILLIS = 200;

    private final SceneSession scene;
    private final UiThread ui;
    private final Consumer<Decisions> changed;
    private final List<Registration> registrations = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<Loss> decided = new HashSet<>();
    private List<Loss> losses = List.of();
    private volatile List<Decision> all = List.of();
    private boolean isAsked;
    private boolean isClosed;

    /**
     * @param changed told of whatever comes or goes
     */
    Decisions(SceneSession scene, UiThread ui, Consumer<Decisions> changed) {
        this.scene = scene;
        this.ui = ui;
        this.changed = changed;
        registrations.add(scene.link(new Watch()));
        registrations.add(scene.sharing().shelf().onChange(() -> ui.execute(this::ask)));
    }

    /** Looks again after the scene has changed; called on the thread of the scene. */
    private final class Watch implements Link {
        @Override
        public String name() {
            return "";
        }

        @Override
        public void changed(SceneSnapshot snapshot, Changes changes) {
            if (!all.isEmpty()) {
                ui.execute(Decisions.this::ask);
            }
        }

        @Override
        public void status(SessionStatus status) {
            // What got lost is among the problems.
            ui.execute(Decisions.this::ask);
        }
    }

    SceneSession scene() {
        return scene;
    }

    /** Says that the person here wrote, or writes, under an address. */
    void iAm(String address) {
        addresses.add(address);
        ask();
    }

    /** All that is open, what was offered first. */
    List<Decision> all() {
        return all;
    }

    private void ask() {
        if (!isAsked && !isClosed) {
            isAsked = true;
            ui.later(
                    REST_MILLIS,
                    () -> {
                        isAsked = false;
                        scene.sharing().losses().thenAccept(now -> ui.execute(() -> take(now)));
                    });
        }
    }

    private void take(List<Loss> now) {
        decided.retainAll(now);
        losses = now.stream().filter(this::isMine).filter(loss -> !decided.contains(loss)).toList();
        var found = new ArrayList<Decision>();
        for (var aside : scene.sharing().shelf().all()) {
            add(aside, Decision.Why.OFFERED, found);
        }
        var newest = newest();
        var snapshot = scene.snapshot();
        add(lost(snapshot, newest.getOrDefault(true, List.of())), Decision.Why.LOST, found);
        add(lost(snapshot, newest.getOrDefault(false, List.of())), Decision.Why.WON, found);
        if (!isClosed && !differences(found).equals(differences(all))) {
            all = List.copyOf(found);
            changed.accept(this);
        } else {
            all = List.copyOf(found);
        }
    }

    private static List<Difference> differences(List<Decision> decisions) {
        return decisions.stream().map(Decision::difference).toList();
    }

    private static SetAside lost(SceneSnapshot now, List<Loss> some) {
        return SetAside.lost(now, some);
    }

    private static void add(SetAside aside, Decision.Why why, List<Decision> to) {
        aside.differences().forEach(one -> to.add(new Decision(aside, one, why)));
    }

    private boolean isMine(Loss loss) {
        return addresses.contains(loss.author()) || addresses.contains(loss.winner());
    }

    /** What got lost last of each field: what the person here wrote, and what others did. */
    private Map<Boolean, List<Loss>> newest() {
        var fields = new LinkedHashMap<String, Loss>();
        losses.forEach(loss -> fields.putIfAbsent(field(loss), loss));
        return fields.values().stream()
                .collect(Collectors.partitioningBy(loss -> addresses.contains(loss.author())));
    }

    private static String field(Loss loss) {
        return loss.entity() + " " + loss.field();
    }

    /**
     * Lets fields have the values of one side. What that changes in the scene can be undone, in one
     * step for all that came about together; what the scene has already is asked about no more, and
     * the other value is forgotten.
     *
     * @param isMine whether it is that of the person here
     * @param refused is told, on the UI thread, why it cannot be
     */
    void decide(List<Decision> chosen, boolean isMine, Consumer<String> refused) {
        chosen.stream()
                .collect(Collectors.groupingBy(Decision::aside))
                .forEach((aside, some) -> decide(aside, some, isMine, refused));
    }

    private void decide(
            SetAside aside, List<Decision> some, boolean isMine, Consumer<String> refused) {
        var differences = differences(some);
        if (!some.getFirst().changes(isMine)) {
            decided(aside, differences);
            return;
        }
        scene.sharing()
                .settle(aside, differences, isMine ? "Use Mine" : "Use Theirs")
                .thenApply(kept -> kept.outcome())
                .exceptionally(Decisions::failed)
                .thenAccept(
                        outcome ->
                                ui.execute(
                                        () -> {
                                            switch (outcome) {
                                                case Outcome.Accepted a ->
                                                        decided(aside, differences);
                                                case Outcome.Refused(var why) ->
                                                        refused.accept(why);
                                            }
                                        }));
    }

    private static Outcome failed(Throwable why) {
        System.getLogger(Decisions.class.getName())
                .log(System.Logger.Level.WARNING, "A decision could not be carried out", why);
        return new Outcome.Refused("That could not be done: " + why.getMessage());
    }

    private void decided(SetAside aside, List<Difference> some) {
        var shelf = scene.sharing().shelf();
        if (shelf.holds(aside)) {
            shelf.drop(aside, some);
        } else {
            losses.stream().filter(loss -> isAmong(loss, some)).forEach(decided::add);
        }
        ask();
    }

    private static boolean isAmong(Loss loss, List<Difference> some) {
        return some.stream()
                .anyMatch(
                        d ->
                                d.entity().equals(loss.entity())
                                        && d.component().equals(loss.component())
                                        && d.path().equals(loss.path()));
    }

    /** How many fields were written at once, and how many are the person's alone. */
    long count(Decision.Why... whys) {
        return Stream.of(whys)
                .mapToLong(why -> all.stream().filter(one -> one.why() == why).count())
                .sum();
    }

    @Override
    public void close() {
        isClosed = true;
        registrations.forEach(Registration::close);
        registrations.clear();
    }
}
