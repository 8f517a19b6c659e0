// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What a session was last, and who wants to hear what changes; told by one thread, read by any, and
 * nobody is told of what stays the same.
 */
final class SessionNews {
    private static final int MOST_UNTOLD = 16;

    private final List<Consumer<SharedStatus>> statusListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Person>>> peopleListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> noticeListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Elsewhere>> followers = new CopyOnWriteArrayList<>();
    // What happens before anybody listens.
    private final Queue<String> untold = new ConcurrentLinkedQueue<>();
    private final List<Door> doors = new CopyOnWriteArrayList<>();
    private volatile SharedStatus status =
            new SharedStatus(Stage.CONNECTING, 0, Role.VIEWER, Optional.empty());
    private volatile List<Person> people = List.of();
    private volatile List<Person> away = List.of();

    SharedStatus status() {
        return status;
    }

    List<Person> people() {
        return people;
    }

    List<Person> away() {
        return away;
    }

    Registration onStatus(Consumer<SharedStatus> listener) {
        return registered(statusListeners, listener);
    }

    Registration onPeople(Consumer<List<Person>> listener) {
        return registered(peopleListeners, listener);
    }

    Registration onNotice(Consumer<String> listener) {
        var registration = registered(noticeListeners, listener);
        for (var first = untold.poll(); first != null; first = untold.poll()) {
            listener.accept(first);
        }
        return registration;
    }

    Registration onElsewhere(Consumer<Elsewhere> listener) {
        return registered(followers, listener);
    }

    Registration onDoor(Door listener) {
        return registered(doors, listener);
    }

    private static <T> Registration registered(List<T> all, T listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void status(SharedStatus now) {
        if (!now.equals(status)) {
            status = now;
            statusListeners.forEach(listener -> listener.accept(now));
        }
    }

    void people(List<Person> now, List<Person> sentAway) {
        if (!now.equals(people) || !sentAway.equals(away)) {
            people = List.copyOf(now);
            away = List.copyOf(sentAway);
            peopleListeners.forEach(listener -> listener.accept(people));
        }
    }

    void elsewhere(Elsewhere now) {
        followers.forEach(listener -> listener.accept(now));
    }

    void door(String address, boolean isOpen) {
        doors.forEach(door -> door.let(address, isOpen));
    }

    void notice(String sentence) {
        if (noticeListeners.isEmpty() && untold.size() < MOST_UNTOLD) {
            untold.add(sentence);
        }
        noticeListeners.forEach(listener -> listener.accept(sentence));
    }
}
