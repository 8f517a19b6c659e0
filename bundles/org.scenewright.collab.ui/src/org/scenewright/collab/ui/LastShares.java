// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.osgi.service.prefs.BackingStoreException;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Of each of some scenes the session in which the person here shared it last: in the workspace, but
 * for the links, which may hold invitations and are in Eclipse's secure storage. Any thread.
 */
final class LastShares {
    private static final String NODE = "org.scenewright.collab";
    private static final String SHARED = "shared";
    private static final String GAP = "\n";
    private static final int MOST = 16;

    private final IEclipsePreferences node;
    private final Supplier<Optional<ISecurePreferences>> storage;
    private final InstantSource clock;
    private final Lock lock = new ReentrantLock();

    LastShares() {
        this(
                (IEclipsePreferences) InstanceScope.INSTANCE.getNode(NODE).node(SHARED),
                () -> Optional.ofNullable(SecurePreferencesFactory.getDefault()),
                InstantSource.system());
    }

    LastShares(
            IEclipsePreferences node,
            Supplier<Optional<ISecurePreferences>> storage,
            InstantSource clock) {
        this.node = node;
        this.storage = storage;
        this.clock = clock;
    }

    private static String key(Path scene) {
        String path = scene.toAbsolutePath().normalize().toString();
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * The last one of a scene.
     *
     * @param scene its composite
     */
    Optional<LastShare> of(Path scene) {
        return LastShare.read(node.get(key(scene), ""));
    }

    /**
     * Its link, for which the storage may have to be opened; never on the UI thread.
     *
     * @throws CommsException when it cannot be had
     */
    SessionLink link(LastShare last) {
        try {
            var parts = links().map(kept -> get(kept, last)).orElse("").split(GAP, 2);
            return new SessionLink(
                    ConnectionString.parse(parts[0]),
                    last.session(),
                    parts[parts.length - 1],
                    Optional.empty());
        } catch (CommsException gone) {
            throw new CommsException(
                    "The link to that session cannot be had from Eclipse's secure storage any more;"
                            + " begin a new one.",
                    gone);
        }
    }

    /** Unlike what others are given it names files that are here. */
    private static String text(SessionLink link) {
        return link.connection().text() + GAP + link.owner();
    }

    private Optional<ISecurePreferences> links() {
        return storage.get().map(root -> root.node(NODE).node(SHARED));
    }

    private static String get(ISecurePreferences links, LastShare last) {
        try {
            return links.get(last.session(), "");
        } catch (StorageException closed) {
            throw new CommsException("The storage stays closed.", closed);
        }
    }

    /**
     * Keeps one, where its link can be kept; never on the UI thread.
     *
     * @param scene its composite
     * @param isHere whether it meets in a room of this workbench
     */
    void keep(Path scene, SessionLink link, boolean isHere) {
        String way = isHere ? origin(link) : Wording.place(link.connection());
        var last = LastShare.of(link.session(), clock.instant(), way, isHere);
        lock.lock();
        try {
            links().ifPresent(links -> put(links, key(scene), last, link));
        } finally {
            lock.unlock();
        }
    }

    private void put(ISecurePreferences links, String key, LastShare last, SessionLink link) {
        try {
            // Where that is refused, the former one can be gone on with still.
            links.put(last.session(), text(link), true);
            var former = LastShare.read(node.get(key, "")).map(LastShare::session);
            node.put(key, last.line());
            former.filter(id -> !id.equals(last.session())).ifPresent(links::remove);
            forgetOld(links);
            links.flush();
            node.flush();
        } catch (StorageException | IOException | BackingStoreException full) {
            System.getLogger(LastShares.class.getName())
                    .log(System.Logger.Level.WARNING, "Nobody can go on with a session", full);
        }
    }

    /** The way to a computer, without what is secret. */
    private static String origin(SessionLink link) {
        return link.connection().parameters().replaceFirst("(//[^/]*)/.*", "$1");
    }

    private void forgetOld(ISecurePreferences links) throws BackingStoreException {
        var old =
                Stream.of(node.keys())
                        .sorted(Comparator.comparing(this::time).reversed())
                        .skip(MOST)
                        .toList();
        old.forEach(key -> forget(links, key));
    }

    private Instant time(String key) {
        return LastShare.read(node.get(key, "")).map(LastShare::at).orElse(Instant.MIN);
    }

    private void forget(ISecurePreferences links, String key) {
        LastShare.read(node.get(key, "")).map(LastShare::session).ifPresent(links::remove);
        node.remove(key);
    }
}
