// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Person;
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
    private final SceneSession scene;
    private final Runnable changed;
    // The viewport says so from a thread of its own.
    private final AtomicBoolean isAstray = new AtomicBoolean();
    private Optional<String> leader = Optional.empty();
    private Optional<Presence.Sight> last = Optional.empty();
    private Optional<Registration> watch = Optional.empty();

    /**
     * @param changed called when somebody is followed or nobody any more; any thread
     */
    Following(SceneSession scene, Runnable changed) {
        this.scene = scene;
        this.changed = changed;
    }

    private boolean isFollowing(String address) {
        return !isAstray.get() && leader.filter(address::equals).isPresent();
    }

    /** Who of these is followed. */
    Optional<Person> leader(List<Person> people) {
        return leader.filter(address -> !isAstray.get())
                .flatMap(address -> person(people, address));
    }

    /** Follows somebody, or nobody any more where that one was followed. */
    void toggle(String address) {
        boolean isOver = isFollowing(address);
        close();
        if (!isOver) {
            leader = Optional.of(address);
            watch = Optional.of(scene.sharing().awareness().onStray(this::stray));
        }
        changed.run();
    }

    private void stray() {
        isAstray.set(true);
        changed.run();
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
    void follow(List<Person> people) {
        if (isAstray.get()) {
            close();
        }
        leader(people)
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
