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
import org.scenewright.scene.Difference;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/** What people read about a shared session. */
final class WordingTest {
    private static final Entity BOX = Entity.of(512, 0);

    private static void check(String text, Stage stage, long waiting, int others) {
        var status = new SharedStatus(stage, waiting, Role.EDITOR, Optional.empty());
        assertEquals(text, Wording.state(status, others));
    }

    private static Person person(String name, Role role, boolean isMe) {
        return new Person("0xa", new Profile(name, 0), role, Presence.IDLE, isMe);
    }

    @Test
    void whoIsFollowedIsMarked() {
        var ben = person("Ben", Role.EDITOR, false);
        assertEquals("Ben", Wording.name(ben, false));
        assertEquals("Ben (you follow)", Wording.name(ben, true));
        assertEquals("Ann (you)", Wording.name(person("Ann", Role.OWNER, true), false));
        assertEquals("Following Ben – turn the camera to stop", Wording.following(ben));
    }

    private static void checkDoing(String text, Presence presence) {
        var profile = new Profile("Anna", 0);
        var person = new Person("0xa", profile, Role.EDITOR, presence, false);
        assertEquals(text, Wording.doing(person));
    }

    @Test
    void whoIsThereIsCounted() {
        check("Shared, nobody else is here", Stage.LIVE, 0, 0);
        check("Live with one other", Stage.LIVE, 0, 1);
        check("Live with 3 others", Stage.LIVE, 0, 3);
    }

    @Test
    void thatSomethingWaitsIsSaidWhileThereIsNoConnection() {
        check("Offline", Stage.OFFLINE, 0, 0);
        check("Offline, one edit waits", Stage.OFFLINE, 1, 0);
        check("Offline, your last edits wait", Stage.OFFLINE, 7, 0);
    }

    @Test
    void whoLeavesIsToldOfWhatOthersDoNotHear() {
        checkLeaving("", Stage.LIVE, 2, 0);
        checkLeaving(
                "There is one field to decide, which you will be asked about again when you join"
                        + " again.",
                Stage.LIVE,
                2,
                1);
        checkLeaving(
                "Your last edits were heard by nobody yet; what you have edited is kept, and"
                    + " reaches the others when you join the same session again. There are 3 fields"
                    + " to decide, which you will be asked about again when you join again.",
                Stage.OFFLINE,
                2,
                3);
        checkLeaving(
                "Your last edit was heard by nobody yet; what you have edited is kept, and reaches"
                        + " the others when you join the same session again.",
                Stage.KICKED,
                1,
                0);
    }

    @Test
    void whoLeavesIsToldForWhomTheRoomEnds() {
        checkRoom("Ben is in the room that you opened; it ends for them.", 0, "Ben");
        checkRoom(
                "Ben, Cem and Dee are in the room that you opened; it ends for them.",
                0,
                "Ben",
                "Cem",
                "Dee");
        checkRoom(
                "4 people are in the room that you opened; it ends for them.",
                0,
                "Ben",
                "Cem",
                "Dee",
                "Eve");
        checkRoom(
                "There is one field to decide, which you will be asked about again when you join"
                        + " again. Ben and Cem are in the room that you opened; it ends for them.",
                1,
                "Ben",
                "Cem");
    }

    @Test
    void whoIsInTheRoomsOfTwoScenesIsNamedOnce() {
        var both = new Waiting(0, 0, List.of("Ben")).plus(new Waiting(0, 0, List.of("Ben", "Cem")));
        assertEquals(
                "Ben and Cem are in the room that you opened; it ends for them.",
                Wording.leaving(both));
    }

    private static void checkRoom(String expected, int fields, String... guests) {
        assertEquals(expected, Wording.leaving(new Waiting(0, fields, List.of(guests))));
    }

    private static void checkLeaving(String expected, Stage stage, int edits, int fields) {
        var status = new SharedStatus(stage, edits, Role.EDITOR, Optional.empty());
        assertEquals(expected, Wording.leaving(Waiting.of(status, fields, List.of())));
    }

    @Test
    void aFieldAtHandSaysMoreThanASelection() {
        var field = new Presence.Editing(BOX, "core::Transform", FieldPath.of("position"));
        var chosen = Presence.IDLE.withSelection(List.of(BOX));
        checkDoing("", Presence.IDLE);
        checkDoing("one entity selected", chosen);
        checkDoing("2 entities selected", Presence.IDLE.withSelection(List.of(BOX, Entity.ROOT)));
        checkDoing("at Transform › position", chosen.withEditing(Optional.of(field)));
        var dragging = chosen.withHolding(List.of(BOX));
        checkDoing("dragging one entity", dragging);
        checkDoing("dragging one entity", dragging.withEditing(Optional.of(field)));
    }

    @Test
    void aDifferenceIsNamedByWhatItIsIn() {
        var x = difference("core::Transform", FieldPath.of("position", "x"));
        assertEquals("Transform", Wording.component(x));
        assertEquals("position.x", Wording.field(x));
        var all = difference("", FieldPath.WHOLE);
        assertEquals("", Wording.component(all));
        assertEquals("all", Wording.field(all));
    }

    private static Difference difference(String component, FieldPath path) {
        return new Difference(BOX, component, path, Optional.empty(), Optional.empty());
    }

    @Test
    void aValueIsReadAtAGlance() {
        assertEquals("none", Wording.value(Optional.empty()));
        assertEquals("7", Wording.value(Optional.of(Value.of(7))));
        assertEquals(80, Wording.value(Optional.of(Value.of("a".repeat(200)))).length());
    }

    @Test
    void whatIsOfferedIsCalledAsItIsThere() {
        String there = " Decide About Differences… in People: Use Mine or Use Theirs.";
        assertEquals(
                "One field that you changed is not what the others have." + there,
                Wording.offered(1));
        assertEquals(
                "2 fields that you changed are not what the others have." + there,
                Wording.offered(2));
    }

    @Test
    void whatIsOpenIsCounted() {
        assertEquals("", Wording.open(0));
        assertEquals("one field to decide", Wording.open(1));
        assertEquals("3 fields to decide", Wording.open(3));
        assertEquals("One field to decide", Wording.capital(Wording.open(1)));
    }
}
