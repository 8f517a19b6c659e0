// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedSession;
import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the link to a session as the newest one as soon as it has led there; one that leads nowhere
 * does not take the place of another that did. Any thread.
 *
 * @param links to sessions of others
 * @param own the sessions of the person here
 */
record LinkKeeping(RecentLinks links, LastShares own) {

    void keep(SceneSession scene, SharedSession session) {
        // Before that the scene has the title of one's own copy.
        whenLive(
                session::onStatus,
                session::status,
                () -> RecentLinks.beside(() -> add(scene, session)));
    }

    /** Keeps the link to a session of the person here, to go on with it later. */
    void keepOwn(SceneSession scene, Shared shared) {
        var session = shared.session();
        var composite = scene.project().composite();
        whenLive(
                session::onStatus,
                session::status,
                () ->
                        RecentLinks.beside(
                                () ->
                                        own.keep(
                                                composite,
                                                session.link(),
                                                shared.rooms().isHere())));
    }

    /** Does something once, when a session is there. */
    static void whenLive(
            Function<Consumer<SharedStatus>, Registration> news,
            Supplier<SharedStatus> status,
            Runnable then) {
        var isThere = new CompletableFuture<Boolean>();
        Consumer<SharedStatus> look =
                now -> {
                    if (now.stage() == Stage.LIVE) {
                        isThere.complete(true);
                    }
                };
        var registration = news.apply(look);
        isThere.thenRun(registration::close).thenRun(then);
        look.accept(status.get());
    }

    private void add(SceneSession scene, SharedSession session) {
        links.add(SharedScenes.title(scene), owner(session), session.link());
    }

    /** What the owner is called, where they are there. */
    private static String owner(SharedSession session) {
        return session.people().stream()
                .filter(person -> person.address().equals(session.link().owner()))
                .findFirst()
                .map(person -> person.profile().name())
                .orElse("");
    }
}
