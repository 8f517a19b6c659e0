// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionStore.Part;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a former process kept of a session and a scene.
 *
 * @param store where it goes on; nothing where nothing is kept, or where what is there cannot be
 *     read now
 * @param edits those that nobody was sure to have
 * @param scene what the scene kept
 * @param parted what the scene held when somebody left, where it has been open since
 * @param table who may do what, as the person here signed it last; nothing where they are not the
 *     owner
 * @param troubles what could not be had, as sentences
 */
record Past(
        Optional<SessionStore> store,
        KeptEdits edits,
        Optional<Keepsake> scene,
        Optional<SceneSnapshot> parted,
        Optional<SignedRoles> table,
        List<String> troubles) {
    private static final System.Logger LOG = System.getLogger(Past.class.getName());

    /** Of somebody who keeps nothing. */
    static final Past NONE =
            new Past(
                    Optional.empty(),
                    KeptEdits.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    Past {
        troubles = List.copyOf(troubles);
    }

    /**
     * Reads it, beside all else; whatever is wrong with it that does not fail.
     *
     * @param all the folder of all sessions
     */
    static CompletableFuture<Past> read(
            Optional<Path> all, SceneSession scene, SessionLink link, String me) {
        var parted = scene.sharing().keeping().parted(link.session());
        return readAll(all, scene, link, me).thenApply(past -> past.since(parted));
    }

    /** The same where the scene has been open since somebody left. */
    private Past since(Optional<SceneSnapshot> held) {
        var known = held.filter(now -> troubles.isEmpty());
        var nothing = new Keepsake(Optional.empty(), List.of());
        var kept = known.map(scene.orElse(nothing)::since).or(() -> scene);
        return new Past(store, edits, kept, known, table, troubles);
    }

    /** The same for who lets what was edited since be listed and not be edited in the session. */
    Past listed() {
        return new Past(store, edits, scene, Optional.empty(), table, troubles);
    }

    /**
     * What a scene held before all that is edited in the session once it is there. Of a file that
     * was closed nobody knows whose edits it holds.
     */
    SceneSnapshot begun(SceneSnapshot now) {
        return parted.orElse(now);
    }

    private static CompletableFuture<Past> readAll(
            Optional<Path> all, SceneSession scene, SessionLink link, String me) {
        return all.map(
                        folder ->
                                CompletableFuture.supplyAsync(
                                        () -> {
                                            var place = scene.project().composite();
                                            var store = new SessionStore(folder, link, me, place);
                                            tidy(store);
                                            var reading = new Reading(store, scene, me);
                                            return reading.past(me.equals(link.owner()));
                                        },
                                        SessionStore::beside))
                .orElseGet(() -> CompletableFuture.completedFuture(NONE));
    }

    private static void tidy(SessionStore store) {
        try {
            store.forgetOld();
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.INFO, "sessions of long ago stay", stays);
        }
    }

    /** One reading of all. */
    private static final class Reading {
        private final SessionStore store;
        private final SceneSession scene;
        private final String me;
        private final List<String> troubles = new ArrayList<>();
        private final Set<Part> stuck = EnumSet.noneOf(Part.class);

        Reading(SessionStore store, SceneSession scene, String me) {
            this.store = store;
            this.scene = scene;
            this.me = me;
        }

        Past past(boolean isOwner) {
            var edits = bytes(Part.EDITS).flatMap(this::edits).orElse(KeptEdits.NONE);
            var kept = bytes(Part.SCENE).flatMap(this::scene);
            if (!troubles.isEmpty()) {
                // What in the files nobody else has is not known then: all that differs may be.
                kept = Optional.of(kept.map(Keepsake::doubted).orElse(Keepsake.UNKNOWN));
            }
            var table = isOwner ? table() : Optional.<SignedRoles>empty();
            return new Past(goesOn(), edits, kept, Optional.empty(), table, troubles);
        }

        /** From the copy, which is told about where somebody needs it. */
        private Optional<SignedRoles> table() {
            try {
                var copy = store.read(Part.COPY);
                return copy.isPresent()
                        ? Optional.of(StoredCopy.read(copy.get()).roles())
                        : Optional.empty();
            } catch (IOException unfit) {
                LOG.log(System.Logger.Level.WARNING, "who may do what in a session", unfit);
                if (!store.holds(Part.COPY)) {
                    troubles.add(String.valueOf(unfit.getMessage()));
                }
                return Optional.empty();
            }
        }

        /** Where to keep what comes; nowhere, where what is there may still be good. */
        private Optional<SessionStore> goesOn() {
            return stuck.isEmpty() ? Optional.of(store) : Optional.empty();
        }

        private Optional<byte[]> bytes(Part part) {
            try {
                return store.read(part);
            } catch (IOException unfit) {
                LOG.log(System.Logger.Level.WARNING, "what was kept of a session", unfit);
                trouble(part, String.valueOf(unfit.getMessage()));
                return Optional.empty();
            }
        }

        private Optional<KeptEdits> edits(byte[] bytes) {
            try {
                return Optional.of(KeptEdits.read(bytes, me));
            } catch (IOException unfit) {
                unusable(Part.EDITS, unfit);
                return Optional.empty();
            }
        }

        private Optional<Keepsake> scene(byte[] bytes) {
            try {
                return Optional.of(scene.sharing().keeping().read(bytes).join());
            } catch (CompletionException unfit) {
                unusable(Part.SCENE, unfit);
                return Optional.empty();
            }
        }

        private void unusable(Part part, Exception why) {
            LOG.log(System.Logger.Level.WARNING, "what was kept of a session", why);
            try {
                store.setAside(part);
            } catch (IOException stays) {
                LOG.log(System.Logger.Level.WARNING, "it stays where it is", stays);
            }
            trouble(
                    part,
                    "What was kept of this session cannot be used; it is set aside in %s."
                            .formatted(store.folder()));
        }

        private void trouble(Part part, String isSetAside) {
            if (store.holds(part)) {
                stuck.add(part);
                troubles.add(
                        ("What was kept of this session cannot be read now and stays in %s; nothing"
                                        + " is kept there until that can be read: save the scene.")
                                .formatted(store.folder()));
            } else {
                troubles.add(isSetAside);
            }
        }
    }
}
