// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Ask;
import org.scenewright.collab.SessionMessage.State;

import java.io.IOException;
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

    /** A process of somebody ends, and the next one finds on the disk what was kept. */
    private static BatchLog comeBack(Member member) throws IOException {
        byte[] disk = KeptEdits.of(member.parts().log().unheard()).toBytes();
        var kept = KeptEdits.read(disk, member.address());
        var log = new BatchLog(member.address(), BatchLog.USUAL);
        log.recall(kept.signed(Samples.SESSION, new FastSignatures(4000)));
        return log;
    }

    @Test
    void whoComesBackCountsWhatNobodySaysTheyHave() throws IOException {
        ann.move("Box", "x", 3);
        company.pass(2000);
        ann.disconnect();
        ann.move("Box", "x", 4);
        ann.move("Box", "x", 5);
        company.pass(2000);
        var log = comeBack(ann);
        assertEquals(3, log.unheard().batches().size());
        assertEquals(2, log.waiting());
    }

    @Test
    void onAnotherStartTheyAreOfferedThat() throws IOException {
        ann.move("Box", "x", 3);
        company.pass(2000);
        ann.disconnect();
        ann.move("Box", "x", 4);
        company.pass(2000);
        var former = comeBack(ann).former();
        var reach = Samples.proven(Samples.batches(2, 1));
        assertEquals(1, former.lackedBy(new State(former.base() + 1, reach)).size());
        assertEquals(2, former.lackedBy(new State(former.base(), reach)).size());
    }

    @Test
    void whatOthersComeToSayTheyHaveIsKeptAnew() {
        ann.disconnect();
        ann.move("Box", "x", 3);
        company.pass(2000);
        var before = ann.parts().log().unheard();
        assertTrue(before.isLike(ann.parts().log().unheard()));
        ann.connect();
        company.pass(5000);
        assertEquals(1, kept(ann));
        assertFalse(before.isLike(ann.parts().log().unheard()));
    }

    @Test
    void whatAnEarlierProgramKeptIsReadWhollyUnheard() throws IOException {
        ann.move("Box", "x", 3);
        company.pass(2000);
        var batch = ann.parts().log().unheard().batches().getFirst();
        byte[] old =
                new Output()
                        .number(7)
                        .list(List.of(batch), (each, out) -> out.bytes(each.bytes()))
                        .toBytes();
        var read = KeptEdits.read(old, ann.address()).signed(Samples.SESSION, Samples.KEYS);
        assertEquals(7, read.base());
        assertEquals(1, read.batches().size());
        assertEquals(1, read.lacking());
    }
}
