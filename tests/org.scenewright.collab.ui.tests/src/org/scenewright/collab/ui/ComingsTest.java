// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.Person;
import org.scenewright.collab.Profile;
import org.scenewright.collab.Role;
import org.scenewright.runtime.Presence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people are told of who comes and goes. */
final class ComingsTest {
    private final ToldLater told = new ToldLater();
    private final Comings comings = new Comings(told, told);

    private static Person person(String name, Role role) {
        return new Person(name, new Profile(name, 0), role, Presence.IDLE, false);
    }

    private static List<Person> people(Role role, String... names) {
        return Stream.of(names).map(name -> person(name, role)).toList();
    }

    private void see(String... names) {
        see(Role.EDITOR, people(Role.EDITOR, names));
    }

    private void see(Role mine, List<Person> others) {
        comings.look(new Comings.Standing(others, List.of(), mine, true));
    }

    private void cut() {
        comings.look(new Comings.Standing(List.of(), List.of(), Role.EDITOR, false));
    }

    private void check(String... sentences) {
        told.check(sentences);
    }

    @Test
    void whoIsThereFromTheBeginningDidNotCome() {
        see("Anna");
        see("Anna", "Ben");
        check();
    }

    @Test
    void whoComesAndWhoGoesIsTold() {
        see();
        check();
        see("Ben");
        check("Ben joined.");
        see();
        check("Ben left.");
    }

    @Test
    void fewAreNamedAndManyAreCounted() {
        see();
        check();
        see("Ben", "Cleo", "Dan");
        check("Ben, Cleo and Dan joined.");
        see("Dan");
        check("Ben and Cleo left.");
        see(IntStream.range(0, 12).mapToObj(i -> "P" + i).toArray(String[]::new));
        check("Dan left.", "12 people joined.");
    }

    @Test
    void aCrowdThatTricklesInIsToldOfSeldom() {
        see();
        check();
        var crowd = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            crowd.add("P" + i);
            see(crowd.toArray(String[]::new));
            if (i == 0) {
                told.pass();
            }
        }
        check("P0 joined.", "49 people joined.");
    }

    @Test
    void whoIsBackAtOnceWasNeverGone() {
        see("Ben");
        check();
        see();
        see("Ben");
        check();
    }

    @Test
    void whoGoesAndComesWhileACrowdIsToldOfIsToldOfAfterwards() {
        see();
        check();
        see("Ben");
        told.pass();
        see();
        told.passLast();
        see("Ben");
        told.passLast();
        assertEquals(List.of("Ben joined."), told.sentences());
        check("Ben joined.", "Ben left.", "Ben joined.");
    }

    @Test
    void whoMayEditAndWhoLooksOnIsTold() {
        see("Ben", "Cleo");
        check();
        see(Role.EDITOR, people(Role.VIEWER, "Ben", "Cleo"));
        check("Ben and Cleo look on now.");
        see(Role.EDITOR, List.of(person("Ben", Role.EDITOR), person("Cleo", Role.VIEWER)));
        check("Ben may edit now.");
        see(Role.EDITOR, people(Role.VIEWER, "Ben", "Cleo"));
        check("Ben looks on now.");
    }

    @Test
    void whatOneMayDoOneselfIsToldApart() {
        see("Ben");
        check();
        see(Role.VIEWER, people(Role.VIEWER, "Ben"));
        check("Ben looks on now.", "You look on now.");
        see(Role.EDITOR, people(Role.VIEWER, "Ben"));
        check("You may edit now.");
    }

    @Test
    void whatChangedWithoutAConnectionIsToldAfterwards() {
        see("Ben");
        check();
        cut();
        check();
        see(Role.VIEWER, people(Role.EDITOR, "Ben"));
        check("You look on now.");
    }

    @Test
    void withoutAConnectionNobodyLeaves() {
        see("Ben", "Cleo");
        check();
        cut();
        check();
        see("Cleo");
        see("Cleo", "Dan");
        check("Ben left.", "Dan joined.");
    }

    @Test
    void whoWasSentAwayDidNotLeaveAndTheOwnerKnows() {
        for (boolean isOwner : new boolean[] {false, true}) {
            see("Ben");
            check(isOwner ? new String[] {"Ben joined."} : new String[0]);
            var mine = isOwner ? Role.OWNER : Role.EDITOR;
            see(mine, people(Role.EDITOR, "Ben"));
            check(isOwner ? new String[] {"You may edit now."} : new String[0]);
            comings.look(new Comings.Standing(List.of(), people(Role.BANNED, "Ben"), mine, true));
            check(isOwner ? new String[0] : new String[] {"Ben was sent away."});
        }
    }

    @Test
    void whenItIsOverNothingIsTold() {
        see();
        check();
        see("Ben");
        comings.end();
        check();
    }
}
