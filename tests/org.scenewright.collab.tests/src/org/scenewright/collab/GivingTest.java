// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.StateRequest;

/** What somebody can make others send who asks for much. */
class GivingTest {
    private final Company company = new Company(1, Samples.scene(), Role.EDITOR);
    private int before;

    private Stranger stranger(int entities) {
        for (int i = 0; i < entities; i++) {
            company.owner().spawn("Box");
        }
        company.gather();
        // By then the room keeps a copy, too.
        company.pass(20_000);
        before = company.owner().document().copies();
        return new Stranger(company, 7).connect();
    }

    @Test
    void whoAsksAllTheTimeGetsOneCopyInAWhile() {
        var stranger = stranger(10);
        for (int i = 0; i < 400; i++) {
            company.owner().move("Box", "x", i);
            stranger.tell(company.owner(), new StateRequest(i));
            company.pass(10);
        }
        int copies = company.owner().document().copies() - before;
        assertTrue(copies >= 4 && copies <= 5, copies + " copies in four seconds");
        assertTrue(stranger.heard(Offer.class).size() <= 5);
    }

    @Test
    void whoAsksForWhatIsThereNeedsNoCopy() {
        var stranger = stranger(10);
        for (int i = 0; i < 5; i++) {
            stranger.tell(company.owner(), new StateRequest(i));
            company.pass(2000);
        }
        assertEquals(5, stranger.heard(Offer.class).size());
        assertEquals(before + 1, company.owner().document().copies());
    }

    @Test
    void whoAsksAgainTooSoonIsOfferedItALittleLater() {
        var stranger = stranger(10);
        stranger.tell(company.owner(), new StateRequest(1));
        company.pass(10);
        stranger.tell(company.owner(), new StateRequest(2));
        company.pass(10);
        assertEquals(1, stranger.heard(Offer.class).getLast().nonce());
        company.pass(Giving.REST + 100);
        assertEquals(2, stranger.heard(Offer.class).getLast().nonce());
    }

    @Test
    void noMorePiecesAreSentThanGoOut() {
        var stranger = stranger(5000);
        stranger.tell(company.owner(), new StateRequest(1));
        company.pass(100);
        var offer = stranger.heard(Offer.class).getLast();
        int pieces = Math.ceilDiv(offer.contents().size(), Pulling.PIECE);
        assertTrue(pieces >= 20, pieces + " pieces");
        for (int i = 0; i < 1000; i++) {
            stranger.tell(company.owner(), new Pull(offer.transfer(), 0, pieces));
        }
        company.pass(1000);
        int sent = stranger.heard(Piece.class).size();
        assertTrue(sent <= (1000 / Company.TICK + 2) * Giving.MOST_PIECES, sent + " pieces");
    }

    @Test
    void whoGivesLessThanTheySayIsNotBelieved() {
        var both = new Company(2, Samples.scene(), Role.EDITOR);
        both.owner().connect();
        var liar = new Stranger(both, 7).connect();
        byte[] before = both.owner().document().copy().join();
        both.owner().move("Box", "x", 3);
        var now = Doctored.of(both.owner());
        both.owner().disconnect();
        var joiner = both.members.get(1);
        // Of the roles somebody else told them; the liar would have to.
        joiner.parts().authority().take(both.owner().parts().authority().signed().orElseThrow());
        joiner.connect();
        both.pass(200);
        liar.greet();
        both.pass(1000);
        liar.give(joiner, new Doctored(before, now.state()));
        both.pass(1000);
        assertFalse(joiner.core().isSettled());
        both.owner().connect();
        both.pass(10_000);
        assertTrue(joiner.core().isSettled());
        assertEquals(3, joiner.at("Box").x());
    }
}
