// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

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
    private final Lock lock = new ReentrantLock();

    RecentLinks() {
        this(() -> Optional.ofNullable(SecurePreferencesFactory.getDefault()));
    }

    RecentLinks(Supplier<Optional<ISecurePreferences>> storage) {
        this.storage = storage;
    }

    /**
     * A link that was used.
     *
     * @param title what the scene here was called
     */
    record Recent(String title, SessionLink link) {

        /** What people choose it by; without secrets. */
        String label() {
            return "%s: %s, session %s"
                    .formatted(title, link.connection().protocol(), link.session().substring(0, 8));
        }

        private String line() {
            return title.replaceAll("\\s", " ") + "\t" + link.text();
        }

        private static Optional<Recent> read(String line) {
            int end = line.indexOf('\t');
            try {
                return Optional.of(
                        new Recent(
                                line.substring(0, Math.max(0, end)),
                                SessionLink.parse(line.substring(end + 1))));
            } catch (CommsException spoilt) {
                return Optional.empty();
            }
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

    /** Keeps a link as the newest one, where that can be done. */
    void add(String title, SessionLink link) {
        lock.lock();
        try {
            put(title, link);
        } finally {
            lock.unlock();
        }
    }

    private void put(String title, SessionLink link) {
        var kept = new ArrayList<Recent>();
        kept.add(new Recent(title, link));
        storage.get()
                .ifPresent(
                        root -> {
                            read(root).orElse(List.of()).stream()
                                    .filter(r -> !r.link().session().equals(link.session()))
                                    .limit(MOST - 1)
                                    .forEach(kept::add);
                            write(root, kept);
                        });
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
