// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Person;
import org.scenewright.collab.SharedSession;
import org.scenewright.runtime.Presence;
import org.scenewright.runtime.SceneSession;

import java.util.List;
import java.util.Optional;

/** Lets the person here look from where somebody else does; UI thread. */
final class Following {
    private Optional<String> leader = Optional.empty();
    private Optional<Presence.Sight> last = Optional.empty();

    boolean isFollowing(String address) {
        return leader.filter(address::equals).isPresent();
    }

    /** Follows somebody, or nobody any more where that one was followed. */
    void toggle(String address) {
        leader = isFollowing(address) ? Optional.empty() : Optional.of(address);
        last = Optional.empty();
    }

    /** Looks once from where somebody looks. */
    static void goTo(SceneSession scene, Person person) {
        person.presence().sight().ifPresent(scene.sharing().awareness()::look);
    }

    /** Goes after whoever is followed. */
    void follow(SceneSession scene, SharedSession session) {
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
