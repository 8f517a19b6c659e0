// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Person;
import org.scenewright.collab.SharedSession;
import org.scenewright.runtime.Presence;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets the person here look from where somebody else does, until they turn their camera themselves;
 * UI thread.
 */
final class Following implements AutoCloseable {
    // The viewport says so from a thread of its own.
    private final AtomicBoolean isAstray = new AtomicBoolean();
    private Optional<String> leader = Optional.empty();
    private Optional<Presence.Sight> last = Optional.empty();
    private Optional<Registration> watch = Optional.empty();

    boolean isFollowing(String address) {
        return !isAstray.get() && leader.filter(address::equals).isPresent();
    }

    /** Follows somebody, or nobody any more where that one was followed. */
    void toggle(SceneSession scene, String address) {
        boolean isOver = isFollowing(address);
        close();
        if (!isOver) {
            leader = Optional.of(address);
            watch = Optional.of(scene.sharing().awareness().onStray(() -> isAstray.set(true)));
        }
    }

    /** Follows nobody any more. */
    @Override
    public void close() {
        watch.ifPresent(Registration::close);
        watch = Optional.empty();
        leader = Optional.empty();
        last = Optional.empty();
        isAstray.set(false);
    }

    /** Looks once from where somebody looks. */
    static void goTo(SceneSession scene, Person person) {
        person.presence().sight().ifPresent(scene.sharing().awareness()::look);
    }

    /** Goes after whoever is followed. */
    void follow(SceneSession scene, SharedSession session) {
        if (isAstray.get()) {
            close();
        }
        leader.flatMap(address -> person(session.people(), address))
                .flatMap(person -> person.presence().sight())
                .filter(sight -> !last.equals(Optional.of(sight)))
                .ifPresent(
                        sight -> {
                            last = Optional.of(sight);
                            scene.sharing().awareness().look(sight);
                        });
    }

    private static Optional<Person> person(List<Person> people, String address) {
        return people.stream().filter(p -> !p.isMe() && p.address().equals(address)).findFirst();
    }
}
