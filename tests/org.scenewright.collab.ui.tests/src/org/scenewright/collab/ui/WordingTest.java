// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.Person;
import org.scenewright.collab.Profile;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Presence;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Optional;

/** What people read about a shared session. */
final class WordingTest {
    private static final Entity BOX = Entity.of(512, 0);

    private static void check(String text, Stage stage, long waiting, int others) {
        var status = new SharedStatus(stage, waiting, Role.EDITOR, Optional.empty());
        assertEquals(text, Wording.state(status, others));
    }

    private static void checkDoing(String text, Presence presence) {
        var profile = new Profile("Anna", 0);
        var person = new Person("0xa", profile, Role.EDITOR, presence, List.of(), false);
        assertEquals(text, Wording.doing(person));
    }

    @Test
    void whoIsThereIsCounted() {
        check("Shared, nobody else is here", Stage.LIVE, 0, 0);
        check("Live with one other", Stage.LIVE, 0, 1);
        check("Live with 3 others", Stage.LIVE, 0, 3);
    }

    @Test
    void whatWaitsIsCountedWhileThereIsNoConnection() {
        check("Offline", Stage.OFFLINE, 0, 0);
        check("Offline, one edit waits", Stage.OFFLINE, 1, 0);
        check("Offline, 7 edits wait", Stage.OFFLINE, 7, 0);
    }

    @Test
    void aFieldAtHandSaysMoreThanASelection() {
        var field = new Presence.Editing(BOX, "core::Transform", FieldPath.of("position"));
        var chosen = Presence.IDLE.withSelection(List.of(BOX));
        checkDoing("", Presence.IDLE);
        checkDoing("one entity selected", chosen);
        checkDoing("2 entities selected", Presence.IDLE.withSelection(List.of(BOX, Entity.ROOT)));
        checkDoing("at Transform › position", chosen.withEditing(Optional.of(field)));
    }
}
