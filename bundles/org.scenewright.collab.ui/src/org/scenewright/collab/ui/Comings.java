// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Person;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedSession;
import org.scenewright.collab.SharedStatus.Stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who comes and goes, and who may do what from now on. Many at once are counted, and who is
 * back at once was never gone; what happens while there is no connection is told once there is one
 * again. UI thread.
 */
final class Comings {
    /** Who greets on arrival, or comes back after a cut, has done so by then. */
    static final int GATHERING_MILLIS = 2000;

    /** A crowd that trickles in is told of as often as this. */
    static final int PAUSE_MILLIS = 10_000;

    private static final Standing NOBODY = new Standing(List.of(), List.of(), Role.VIEWER, false);

    private final Later later;
    private final Consumer<Notice> tell;
    private final List<Some> untold = new ArrayList<>();
    private Optional<Standing> known = Optional.empty();
    private Standing now = NOBODY;
    private boolean isGathering;
    private boolean isResting;

    /** Does something later. */
    interface Later {
        void in(int millis, Runnable task);
    }

    /** What can happen to people, as it is told of one and of some. */
    private enum Kind {
        LEFT("%s left.", "%s left."),
        SENT_AWAY("%s was sent away.", "%s were sent away."),
        JOINED("%s joined.", "%s joined."),
        EDIT("%s may edit now.", "%s may edit now."),
        LOOK_ON("%s looks on now.", "%s look on now."),
        I_EDIT("You may edit now.", "You may edit now."),
        I_LOOK_ON("You look on now.", "You look on now.");

        private final String ofOne;
        private final String ofSome;

        Kind(String ofOne, String ofSome) {
            this.ofOne = ofOne;
            this.ofSome = ofSome;
        }
    }

    /** Some to whom the same happened. */
    private record Some(Kind kind, List<String> names) {
        String sentence() {
            return (names.size() == 1 ? kind.ofOne : kind.ofSome).formatted(Wording.some(names));
        }

        Some and(Some more) {
            return new Some(kind, Stream.concat(names.stream(), more.names.stream()).toList());
        }
    }

    /**
     * Who is there at the moment.
     *
     * @param away those whom the owner sent away, who knows that
     * @param mine what the person here may do
     * @param isLive whether it is known at all
     */
    record Standing(List<Person> others, List<Person> away, Role mine, boolean isLive) {
        static Standing of(SharedSession session) {
            return new Standing(
                    session.people().stream().filter(person -> !person.isMe()).toList(),
                    session.away(),
                    session.status().role(),
                    session.status().stage() == Stage.LIVE);
        }

        /** All that is told of. */
        private Map<String, Role> roles() {
            var roles = new LinkedHashMap<String, Role>();
            others.forEach(person -> roles.put(person.address(), person.role()));
            return roles;
        }

        private boolean isLike(Standing other) {
            return mine == other.mine && roles().equals(other.roles());
        }

        private boolean hasSentAway(Person gone) {
            return away.stream().anyMatch(person -> person.address().equals(gone.address()));
        }

        /** Those who may do what they might not before, or no longer. */
        private List<Person> changedSince(Standing before) {
            var roles = before.roles();
            return others.stream()
                    .filter(one -> roles.getOrDefault(one.address(), one.role()) != one.role())
                    .toList();
        }

        /** Those who are not there in another one. */
        private List<Person> without(Standing other) {
            var theirs = other.roles();
            return others.stream().filter(one -> !theirs.containsKey(one.address())).toList();
        }
    }

    Comings(Later later, Consumer<Notice> tell) {
        this.later = later;
        this.tell = tell;
    }

    /** Looks who is there now. */
    void look(Standing standing) {
        now = standing;
        boolean isNews = known.filter(now::isLike).isEmpty();
        if (now.isLive() && isNews && !isGathering) {
            isGathering = true;
            later.in(GATHERING_MILLIS, this::settle);
        }
    }

    /** Tells nothing any more. */
    void end() {
        look(NOBODY);
        untold.clear();
    }

    private void settle() {
        isGathering = false;
        if (now.isLive()) {
            known.ifPresent(this::compare);
            known = Optional.of(now);
            tell();
        }
    }

    private void compare(Standing before) {
        var ways =
                before.without(now).stream().collect(Collectors.partitioningBy(now::hasSentAway));
        happened(Kind.LEFT, ways.getOrDefault(false, List.of()));
        if (now.mine() != Role.OWNER) {
            happened(Kind.SENT_AWAY, ways.getOrDefault(true, List.of()));
        }
        happened(Kind.JOINED, now.without(before));
        var others =
                now.changedSince(before).stream()
                        .collect(Collectors.partitioningBy(one -> one.role().mayEdit()));
        happened(Kind.EDIT, others.getOrDefault(true, List.of()));
        happened(Kind.LOOK_ON, others.getOrDefault(false, List.of()));
        if (before.mine() != now.mine()) {
            add(new Some(now.mine().mayEdit() ? Kind.I_EDIT : Kind.I_LOOK_ON, List.of("You")));
        }
    }

    private void happened(Kind kind, List<Person> people) {
        if (!people.isEmpty()) {
            add(new Some(kind, people.stream().map(one -> one.profile().name()).toList()));
        }
    }

    private void add(Some some) {
        boolean isMore = !untold.isEmpty() && untold.getLast().kind() == some.kind();
        untold.add(isMore ? untold.removeLast().and(some) : some);
    }

    private void tell() {
        if (!isResting && !untold.isEmpty()) {
            isResting = true;
            later.in(PAUSE_MILLIS, this::rested);
            var all = List.copyOf(untold);
            untold.clear();
            all.forEach(some -> tell.accept(Notice.of(some.sentence())));
        }
    }

    private void rested() {
        isResting = false;
        tell();
    }
}
