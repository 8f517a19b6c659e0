// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.content.Cid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Files of which a piece comes now and then, or of which a piece is wanted now and then. */
class TricklingTest {
    private static final String LAMP = "assets/lamp.glb";
    private static final String DOOR = "assets/door.glb";
    private static final byte[] BYTES = bytes();

    private final Company company = new Company(2, Samples.scene(), Role.EDITOR).gather();
    private final Member ann = company.owner();
    private final Member bob = company.members.get(1);
    private final Stranger eve = new Stranger(company, 7).connect();
    private long transfer;
    private int next;

    private static byte[] bytes() {
        var bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Eve edits, so that she is asked first for what is missing. */
    private void edit() {
        company.pass(2000);
        var batch = new Equivocation(company, eve.signatures(), eve.address()).next(eve.base());
        eve.tell(new Edits(eve.base(), List.of(), List.of(batch)));
        company.pass(100);
    }

    /** Eve offers what she is asked for, and gives a piece of it every so often. */
    private void trickle(long every, long millis) {
        for (long at = 0; at < millis && !ann.files.files.containsKey(LAMP); at += every) {
            eve.heard(FileRequest.class).forEach(this::offer);
            if (!eve.heard(Pull.class).isEmpty()) {
                eve.tell(ann, piece(next++));
            }
            company.pass(every);
        }
    }

    private void offer(FileRequest request) {
        eve.forget();
        next = 0;
        transfer--;
        var contents = new Contents(BYTES.length, Digests.sha256(BYTES), Optional.empty());
        eve.tell(ann, new FileOffer(request.nonce(), transfer, Cid.of(BYTES), contents));
    }

    private Piece piece(int index) {
        int from = Math.min(BYTES.length, index * Pulling.PIECE);
        int to = Math.min(BYTES.length, from + Pulling.PIECE);
        return new Piece(transfer, index, Arrays.copyOfRange(BYTES, from, to));
    }

    @Test
    void whoGivesAPieceNowAndThenIsReplacedAndAskedLastFromThenOn() {
        edit();
        bob.files.files.put(LAMP, BYTES);
        bob.files.files.put(DOOR, BYTES);
        ann.files.named.add(LAMP);
        trickle(1000, 30_000);
        assertTrue(next > 5, "Eve was asked");
        assertArrayEquals(BYTES, ann.files.files.get(LAMP));
        eve.forget();
        ann.files.named.add(DOOR);
        company.pass(3000);
        assertArrayEquals(BYTES, ann.files.files.get(DOOR));
        assertEquals(List.of(), eve.heard(FileRequest.class));
    }

    @Test
    void whereNobodyElseHasItASlowLineIsFastEnoughInTheEnd() {
        edit();
        ann.files.named.add(LAMP);
        trickle(400, 600_000);
        assertArrayEquals(BYTES, ann.files.files.get(LAMP));
    }

    @Test
    void whoWantsAPieceNowAndThenLeavesRoomForOthers() {
        bob.disconnect();
        ann.files.files.put(LAMP, BYTES);
        var eves = List.of(eve, new Stranger(company, 8).connect());
        for (var each : eves) {
            each.tell(ann, new FileRequest(1, LAMP));
            each.tell(ann, new FileRequest(2, LAMP));
        }
        company.pass(500);
        bob.connect();
        bob.files.named.add(LAMP);
        for (int i = 0; i < 60 && !bob.files.files.containsKey(LAMP); i++) {
            for (var each : eves) {
                for (var offer : each.heard(FileOffer.class)) {
                    each.tell(ann, new Pull(offer.transfer(), 0, 1));
                }
            }
            company.pass(1000);
        }
        assertFalse(eves.getLast().heard(Piece.class).isEmpty());
        assertArrayEquals(BYTES, bob.files.files.get(LAMP));
    }
}
