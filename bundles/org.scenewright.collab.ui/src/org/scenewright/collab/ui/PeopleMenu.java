// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.scenewright.collab.Person;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedSession;
import org.scenewright.runtime.SceneSession;

/** What one may do with somebody who shares a scene; UI thread. */
record PeopleMenu(SharedScenes scenes, Runnable meetElsewhere) {

    /** Fills a menu for somebody else. */
    void fill(IMenuManager menu, Person person) {
        if (!Wording.isAway(person)) {
            menu.add(action("&Go to", () -> goTo(person)));
            menu.add(
                    action(
                            isFollowed(person) ? "Stop &Following" : "&Follow",
                            () -> scenes.follow(person)));
            menu.add(new Separator());
        }
        scenes.active()
                .ifPresent(
                        scene ->
                                scenes.current()
                                        .filter(PeopleMenu::isOwner)
                                        .ifPresent(s -> rule(menu, person, scene, s)));
    }

    private boolean isFollowed(Person person) {
        return scenes.leader().filter(one -> one.address().equals(person.address())).isPresent();
    }

    private static boolean isOwner(Shared shared) {
        return shared.session().status().role() == Role.OWNER;
    }

    private void rule(IMenuManager menu, Person person, SceneSession scene, Shared shared) {
        var session = shared.session();
        if (Wording.isAway(person)) {
            menu.add(action("&Let In Again", () -> letIn(scene, session, person)));
        } else {
            menu.add(role(session, person, "May &Edit", Role.EDITOR));
            menu.add(role(session, person, "May &Look on", Role.VIEWER));
            menu.add(action("&Send Away", () -> sendAway(scene, shared, person)));
        }
    }

    private static Action role(SharedSession session, Person person, String label, Role role) {
        var action = action(label, () -> session.allow(person.address(), role));
        action.setChecked(person.role() == role);
        return action;
    }

    private static Action action(String label, Runnable deed) {
        return new Action(label) {
            @Override
            public void run() {
                deed.run();
            }
        };
    }

    private void letIn(SceneSession scene, SharedSession session, Person person) {
        session.letIn(person.address());
        scenes.tell(scene, Notice.of(Wording.letIn(person)));
    }

    /** Of other rooms nobody here keeps the door. */
    private void sendAway(SceneSession scene, Shared shared, Person person) {
        shared.session().kick(person.address());
        var notice = Notice.of(Wording.sentAway(person, shared.rooms().isHere()));
        scenes.tell(
                scene,
                shared.rooms().isHere()
                        ? notice
                        : notice.offering("Meet Elsewhere…", meetElsewhere));
    }

    /** Looks from where somebody does. */
    void goTo(Person person) {
        // Where they are now, and not when they were listed.
        var now =
                scenes.current().stream()
                        .flatMap(shared -> shared.session().people().stream())
                        .filter(one -> one.address().equals(person.address()))
                        .findFirst();
        scenes.active().ifPresent(scene -> Following.goTo(scene, now.orElse(person)));
    }
}
