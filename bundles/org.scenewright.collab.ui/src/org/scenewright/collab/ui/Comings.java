// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Person;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedSession;
import org.scenewright.collab.SharedStatus.Stage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells who comes and goes. Many at once are counted, and who is back at once was never gone; what
 * happens while there is no connection is told once there is one again. UI thread.
 */
final class Comings {
    /** Who greets on arrival, or comes back after a cut, has done so by then. */
    static final int GATHERING_MILLIS = 2000;

    /** A crowd that trickles in is told of as often as this. */
    static final int PAUSE_MILLIS = 10_000;

    private static final Standing NOBODY = new Standing(List.of(), List.of(), false, false);

    private final Later later;
    private final Consumer<Notice> tell;
    private final Map<String, Person> known = new LinkedHashMap<>();
    private Standing now = NOBODY;
    private boolean isFirst = true;
    private boolean isBusy;

    /** Does something later. */
    interface Later {
        void in(int millis, Runnable task);
    }

    /**
     * Who is there at the moment.
     *
     * @param away those whom the owner sent away, who knows that
     * @param isLive whether it is known at all
     */
    record Standing(List<Person> others, List<Person> away, boolean isOwner, boolean isLive) {
        static Standing of(SharedSession session) {
            return new Standing(
                    session.people().stream().filter(person -> !person.isMe()).toList(),
                    session.away(),
                    session.status().role() == Role.OWNER,
                    session.status().stage() == Stage.LIVE);
        }

        private Map<String, Person> byAddress() {
            var all = new LinkedHashMap<String, Person>();
            others.forEach(person -> all.put(person.address(), person));
            return all;
        }
    }

    Comings(Later later, Consumer<Notice> tell) {
        this.later = later;
        this.tell = tell;
    }

    /** Looks who is there now. */
    void look(Standing standing) {
        now = standing;
        boolean isNews = isFirst || !known.keySet().equals(now.byAddress().keySet());
        if (now.isLive() && isNews && !isBusy) {
            isBusy = true;
            later.in(GATHERING_MILLIS, this::settle);
        }
    }

    /** Tells nothing any more. */
    void end() {
        look(NOBODY);
    }

    private void settle() {
        boolean isTold = now.isLive() && compare();
        if (isTold) {
            later.in(PAUSE_MILLIS, this::rested);
        } else {
            isBusy = false;
        }
    }

    private void rested() {
        isBusy = false;
        look(now);
    }

    /** Whether there was anything to tell. */
    private boolean compare() {
        var here = now.byAddress();
        var came = without(here, known);
        var went = without(known, here);
        boolean isTold = !isFirst && !(came.isEmpty() && went.isEmpty());
        if (isTold) {
            told(went);
            say(came, " joined.");
        }
        known.clear();
        known.putAll(here);
        isFirst = false;
        return isTold;
    }

    private static List<Person> without(Map<String, Person> some, Map<String, Person> others) {
        return some.values().stream()
                .filter(person -> !others.containsKey(person.address()))
                .toList();
    }

    private void told(List<Person> went) {
        var away = now.away().stream().map(Person::address).collect(Collectors.toSet());
        var ways =
                went.stream().collect(Collectors.partitioningBy(p -> away.contains(p.address())));
        say(ways.getOrDefault(false, List.of()), " left.");
        if (!now.isOwner()) {
            ways.getOrDefault(true, List.of()).stream()
                    .map(gone -> Notice.of(Wording.sentAway(gone)))
                    .forEach(tell);
        }
    }

    private void say(Collection<Person> some, String did) {
        if (!some.isEmpty()) {
            var names = some.stream().map(person -> person.profile().name()).toList();
            tell.accept(Notice.of(Wording.some(names) + did));
        }
    }
}
