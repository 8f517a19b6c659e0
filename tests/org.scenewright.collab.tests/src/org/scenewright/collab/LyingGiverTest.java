// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Ask;
import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.StateRequest;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Somebody who joins finds nobody but one who may edit and gives a document that is not true. */
class LyingGiverTest {
    private final Company company = new Company(3, Samples.scene(), Role.EDITOR);
    private final Member owner = company.owner();
    private final Member bob = company.members.get(1);
    private final Member joiner = company.members.get(2);
    private final Stranger liar = new Stranger(company, 7);

    /** A true copy of what two people edited who are away now. */
    private Doctored copy() {
        owner.connect();
        bob.connect();
        company.pass(1000);
        owner.move("Box", "x", 3);
        bob.move("Lid", "y", 4);
        company.pass(2000);
        var copy = Doctored.of(owner);
        owner.disconnect();
        bob.disconnect();
        return copy;
    }

    /** Lets somebody join who gets the document of the liar alone. */
    private void join(Doctored copy) {
        liar.connect();
        // Of the roles somebody else told them; the liar would have to.
        joiner.parts().authority().take(owner.parts().authority().signed().orElseThrow());
        joiner.connect();
        company.pass(200);
        liar.greet();
        company.pass(1000);
        liar.give(joiner, copy);
        company.pass(1000);
    }

    private void comeBack() {
        owner.connect();
        bob.connect();
        company.pass(10_000);
    }

    private void checkAlike() {
        for (var member : List.of(bob, joiner)) {
            assertTrue(member.core().isSettled());
            assertEquals(owner.parts().log().reach(), member.parts().log().reach());
            assertEquals(owner.scene().shared().heard(), member.scene().shared().heard());
            assertEquals(
                    Optional.empty(), Snapshots.difference(owner.snapshot(), member.snapshot()));
        }
    }

    private void checkRefused(Doctored copy) {
        join(copy);
        assertFalse(joiner.core().isSettled());
        comeBack();
        checkHearsEverybody();
    }

    private void checkHearsEverybody() {
        bob.move("Box", "x", 7);
        owner.move("Lid", "y", 8);
        company.pass(3000);
        assertEquals(7, joiner.at("Box").x());
        assertEquals(8, joiner.at("Lid").y());
        checkAlike();
    }

    @Test
    void aTrueCopyIsTaken() {
        join(copy());
        assertTrue(joiner.core().isSettled());
        assertEquals(3, joiner.at("Box").x());
        comeBack();
        checkHearsEverybody();
    }

    @Test
    void editsThatNobodySignedAreNotBelieved() {
        checkRefused(copy().raised());
    }

    @Test
    void nobodySignsForOthers() {
        checkRefused(copy().raisedBy(liar.signatures()));
    }

    @Test
    void whatTheDocumentSaysThatItHeardCountsForNothing() {
        join(copy().deaf());
        assertTrue(joiner.core().isSettled());
        comeBack();
        checkHearsEverybody();
    }

    @Test
    void whatNobodyWroteIsMendedWhenOthersAreThere() {
        var box = Snapshots.find(owner.snapshot(), "Box");
        var x = FieldPath.of("position", "x");
        join(copy().edited(new Edit.Set(box, SceneSnapshot.TRANSFORM, x, Value.of(99))));
        assertEquals(99, joiner.at("Box").x());
        comeBack();
        company.pass(20_000);
        checkAlike();
        assertEquals(3, owner.at("Box").x());
    }

    @Test
    void whatIsMissingIsMendedToo() {
        var box = Snapshots.find(owner.snapshot(), "Box");
        join(copy().edited(new Edit.Despawn(List.of(box))));
        assertFalse(joiner.snapshot().holds(box));
        comeBack();
        company.pass(20_000);
        checkAlike();
        assertTrue(owner.snapshot().holds(box));
    }

    /** Bob's process ends, and the next one knows what the disk kept. */
    private Member comeAgain() throws IOException {
        byte[] disk = KeptEdits.of(bob.parts().log().unheard()).toBytes();
        bob.disconnect();
        company.members.remove(bob);
        var again = company.another(1);
        var former = KeptEdits.read(disk, bob.address());
        again.parts()
                .log()
                .recall(former.signed(Samples.SESSION, again.parts().self().signatures()));
        again.parts().authority().take(owner.parts().authority().signed().orElseThrow());
        return again;
    }

    @Test
    void whatButTheGiverHeardIsNotLost() throws IOException {
        bob.connect();
        owner.connect();
        liar.connect();
        company.pass(1000);
        owner.disconnect();
        company.pass(1000);
        bob.move("Box", "x", 3);
        company.pass(1000);
        liar.tell(bob, new Ask(liar.base(), bob.parts().log().reach()));
        company.pass(1000);
        assertEquals(0, bob.parts().log().waiting());
        var box = Snapshots.find(owner.snapshot(), "Box");
        var x = FieldPath.of("position", "x");
        var copy =
                Doctored.of(bob)
                        .edited(new Edit.Set(box, SceneSnapshot.TRANSFORM, x, Value.of(99)));
        var again = comeAgain();
        again.connect();
        company.pass(200);
        liar.greet();
        company.pass(1000);
        liar.give(again, copy);
        company.pass(1000);
        assertTrue(again.core().isSettled());
        assertEquals(99, again.at("Box").x());
        assertEquals(1, again.parts().log().unheard().batches().size());
        assertEquals(0, again.parts().log().waiting());
        liar.disconnect();
        owner.connect();
        company.pass(20_000);
        assertEquals(3, owner.at("Box").x());
        assertEquals(3, again.at("Box").x());
        assertEquals(0, again.parts().log().unheard().batches().size());
    }

    /** Lets pieces come as slowly as goes without being given up for that. */
    private void trickle(Offer offer, long millis) {
        liar.tell(joiner, offer);
        for (int i = 0; i < millis / 2900; i++) {
            liar.tell(joiner, new Piece(7, i, new byte[Pulling.PIECE]));
            company.pass(2900);
        }
    }

    @Test
    void whoeverLetsItTrickleKeepsNobodyWaiting() {
        var copy = copy();
        liar.connect();
        joiner.parts().authority().take(owner.parts().authority().signed().orElseThrow());
        joiner.connect();
        company.pass(200);
        liar.greet();
        company.pass(1000);
        bob.connect();
        company.pass(200);
        var request = liar.heard(StateRequest.class).getLast();
        var much = new Contents(100 << 20, new byte[32], Optional.of(copy.state()));
        trickle(new Offer(request.nonce(), 7, much), 15_000);
        company.pass(5_000);
        assertTrue(joiner.core().isSettled());
        assertEquals(bob.address(), joiner.core().giver().orElseThrow());
    }
}
