// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The links by which the person here joined last, in Eclipse's secure storage, since they may hold
 * invitations; without it none are kept.
 *
 * <p>Any thread but that of the UI: the storage may ask for its password.
 */
final class RecentLinks {
    private static final String NODE = "org.scenewright.collab";
    private static final String KEY = "recent";
    private static final int MOST = 8;

    private final Supplier<Optional<ISecurePreferences>> storage;
    private final InstantSource clock;
    private final Lock lock = new ReentrantLock();

    RecentLinks() {
        this(
                () -> Optional.ofNullable(SecurePreferencesFactory.getDefault()),
                InstantSource.system());
    }

    RecentLinks(Supplier<Optional<ISecurePreferences>> storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * A link that was used.
     *
     * @param title what the scene was called
     * @param owner what its owner was called, where that was known
     * @param joined when the person here joined last, where that was noted
     */
    record Recent(String title, SessionLink link, String owner, Optional<Instant> joined) {
        private static final String GAP = "\t";

        private boolean isOf(SessionLink other) {
            return link.session().equals(other.session());
        }

        /** The same with what a former use of the link knew of the owner. */
        private Recent after(Recent former) {
            return owner.isEmpty() ? new Recent(title, link, former.owner(), joined) : this;
        }

        /** What people choose it by; without secrets. */
        String label() {
            return title
                    + (owner.isEmpty() ? "" : " of " + owner)
                    + joined.map(at -> ", joined on " + Wording.date(at))
                            .orElseGet(() -> ", session " + link.session().substring(0, 8));
        }

        private String line() {
            String time = joined.map(at -> at.getEpochSecond() + "").orElse("");
            return Stream.of(title, link.text(), owner, time)
                    .map(part -> part.replaceAll("\\s", " "))
                    .collect(Collectors.joining(GAP));
        }

        private static Optional<Recent> read(String line) {
            var parts = List.of((line + GAP + GAP + GAP).split(GAP, -1));
            try {
                var link = SessionLink.parse(parts.get(1));
                return Optional.of(
                        new Recent(parts.get(0), link, parts.get(2), time(parts.get(3))));
            } catch (CommsException spoilt) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> time(String seconds) {
            return Optional.of(seconds)
                    .filter(digits -> digits.matches("[0-9]{1,11}"))
                    .map(digits -> Instant.ofEpochSecond(Long.parseLong(digits)));
        }
    }

    /** Does something on a thread of its own, where nobody waits for a password. */
    static void beside(Runnable work) {
        Thread.ofVirtual().name("recent links").start(work);
    }

    /** The last ones, the newest first; nothing where there is no storage, or it stays closed. */
    Optional<List<Recent>> all() {
        lock.lock();
        try {
            return storage.get().flatMap(RecentLinks::read);
        } finally {
            lock.unlock();
        }
    }

    private static Optional<List<Recent>> read(ISecurePreferences root) {
        try {
            return Optional.of(
                    root.node(NODE)
                            .get(KEY, "")
                            .lines()
                            .flatMap(line -> Recent.read(line).stream())
                            .toList());
        } catch (StorageException closed) {
            log(closed);
            return Optional.empty();
        }
    }

    /**
     * Keeps a link as the newest one, where that can be done.
     *
     * @param owner what its owner is called, or nothing where that is not known just now
     */
    void add(String title, String owner, SessionLink link) {
        lock.lock();
        try {
            storage.get().ifPresent(root -> put(root, new Recent(title, link, owner, now())));
        } finally {
            lock.unlock();
        }
    }

    private Optional<Instant> now() {
        return Optional.of(clock.instant());
    }

    private static void put(ISecurePreferences root, Recent newest) {
        var former = read(root).orElse(List.of());
        var kept = new ArrayList<Recent>();
        kept.add(
                former.stream()
                        .filter(recent -> recent.isOf(newest.link()))
                        .findFirst()
                        .map(newest::after)
                        .orElse(newest));
        former.stream()
                .filter(recent -> !recent.isOf(newest.link()))
                .limit(MOST - 1)
                .forEach(kept::add);
        write(root, kept);
    }

    private static void write(ISecurePreferences root, List<Recent> kept) {
        var node = root.node(NODE);
        try {
            node.put(KEY, String.join("\n", kept.stream().map(Recent::line).toList()), true);
            node.flush();
        } catch (StorageException | IOException closed) {
            log(closed);
        }
    }

    private static void log(Throwable closed) {
        System.getLogger(RecentLinks.class.getName())
                .log(System.Logger.Level.INFO, "No links are kept", closed);
    }
}
