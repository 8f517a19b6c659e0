// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Ask;

import java.util.List;
import java.util.TreeMap;

/** Whatever others say that they have, nothing is lost that they have not. */
class HearingTest {
    private final Company company = new Company(3, Samples.scene(), Role.EDITOR).gather();
    private final Member ann = company.owner();
    private final Member bob = company.members.get(1);
    private final Member eve = company.members.get(2);
    private final Stranger liar = new Stranger(company, 7).connect();

    /** The liar says they have all that somebody wrote, and whatever comes of it. */
    private void lie(Member to) {
        var all = new TreeMap<>(to.parts().log().reach().last());
        all.replaceAll((author, last) -> Long.MAX_VALUE);
        liar.tell(to, new Ask(liar.base(), new Reach(all)));
        company.pass(200);
    }

    /** What is kept of what somebody wrote in case that their process gets lost. */
    private static int kept(Member member) {
        return member.parts().log().unheard().batches().size();
    }

    private void checkKept(int count, Member member) {
        company.pass(2000);
        assertEquals(0, member.parts().log().waiting());
        assertEquals(count, kept(member));
    }

    @Test
    void whatALiarSaysTheyHaveIsKept() {
        ann.disconnect();
        eve.disconnect();
        bob.move("Box", "x", 3);
        lie(bob);
        checkKept(1, bob);
    }

    @Test
    void whatTheOwnerHasIsKeptNoLonger() {
        bob.move("Box", "x", 3);
        checkKept(0, bob);
    }

    @Test
    void whatTheOwnerWroteIsKeptUntilSomebodyHasItWhomTheyName() {
        ann.move("Box", "x", 3);
        checkKept(1, ann);
        ann.core().decide(roles -> roles.with(eve.address(), Role.EDITOR));
        checkKept(0, ann);
    }

    @Test
    void ofWhatOthersSayTheyHaveTheLastIsKept() {
        for (int i = 1; i <= 100; i++) {
            ann.move("Box", "x", i);
        }
        checkKept(100, ann);
        var all = ann.parts().log().unheard().batches();
        int few = all.getLast().bytes().length * 3;
        var heard = new Heard(few);
        assertEquals(all, heard.unsure(all));
        var reach = ann.parts().log().reach();
        heard.note(reach.last(), reach, false);
        assertEquals(all.subList(97, 100), heard.unsure(all));
        heard.note(reach.last(), reach, true);
        assertEquals(List.of(), heard.unsure(all));
    }
}
