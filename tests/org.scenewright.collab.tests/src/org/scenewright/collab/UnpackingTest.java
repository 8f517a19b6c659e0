// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Chunk;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Squeezed;
import org.scenewright.runtime.Packed;

import java.io.IOException;
import java.util.Random;

/** A few bytes of which much comes: of whom, and how often, anybody looks into that. */
class UnpackingTest {
    private final Unpacking unpacking = new Unpacking();

    /** So many bytes that pack well, but not too well. */
    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        var random = new Random(1);
        for (int i = 0; i < size; i += 50) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static Squeezed squeezed(int size) {
        return new Squeezed(Packed.pack(bytes(size)));
    }

    private void check(int bytes, Squeezed message, Unpacking.Sender sender) throws IOException {
        assertEquals(bytes, unpacking.unpack(sender, message).length);
    }

    private void checkRefused(Squeezed message, Unpacking.Sender sender) {
        assertThrows(IOException.class, () -> unpacking.unpack(sender, message));
    }

    private static Unpacking.Sender viewer(long now) {
        return new Unpacking.Sender("eve", Role.VIEWER, now);
    }

    private static Unpacking.Sender editor(long now) {
        return new Unpacking.Sender("ann", Role.EDITOR, now);
    }

    @Test
    void whoLooksOnSendsNothingThatIsVeryLarge() throws IOException {
        int most = Unpacking.LARGEST_OF_VIEWER;
        check(most, squeezed(most), viewer(0));
        checkRefused(squeezed(most + 1), viewer(100_000));
        check(most + 1, squeezed(most + 1), editor(0));
    }

    @Test
    void whoSendsMoreThanIsUnpackedInASecondHasToWait() throws IOException {
        int most = Unpacking.LARGEST_OF_VIEWER;
        check(most, squeezed(most), viewer(0));
        checkRefused(squeezed(1), viewer(0));
        check(1, squeezed(1), new Unpacking.Sender("bob", Role.VIEWER, 0));
        check(1000, squeezed(1000), viewer(1000));
    }

    @Test
    void whoEditsMaySendWhatOthersLack() throws IOException {
        var large = squeezed(8 << 20);
        for (int i = 0; i < 8; i++) {
            check(8 << 20, large, editor(0));
        }
        checkRefused(squeezed(1), editor(0));
        for (int i = 1; i < 10; i++) {
            check(8 << 20, large, editor(i * 1000));
        }
    }

    @Test
    void whatIsRefusedCountsAsMuch() throws IOException {
        // A few bytes of which more would come than may.
        var bomb = new Squeezed(Packed.pack(new byte[10 << 20]));
        int most = Unpacking.largest(bomb.bytes().length);
        for (int left = Unpacking.LARGEST_OF_VIEWER; left > 0; left -= most) {
            check(1, squeezed(1), new Unpacking.Sender("bob", Role.VIEWER, 0));
            checkRefused(bomb, viewer(0));
        }
        checkRefused(squeezed(1), viewer(0));
        check(1, squeezed(1), viewer(10_000));
    }

    @Test
    void whoIsLetEditSendsMoreAtOnce() throws IOException {
        check(4 << 20, squeezed(4 << 20), viewer(0));
        check(4 << 20, squeezed(4 << 20), new Unpacking.Sender("eve", Role.EDITOR, 0));
    }

    private static final Squeezed NONSENSE = new Squeezed(new byte[] {-1, -1, -1, -1});

    private static void check(boolean isUnpacked, Stranger sender, Company company) {
        long before = company.owner().parts().complaints().count();
        sender.forget();
        sender.tell(NONSENSE);
        sender.tell(new Chunk(1, 0, 1, MessageCodec.write(NONSENSE)));
        company.pass(100);
        long complaints = company.owner().parts().complaints().count() - before;
        assertEquals(isUnpacked ? 2 : 0, complaints);
        boolean isAsked = sender.heard(Hello.class).stream().anyMatch(Hello::isAsking);
        assertEquals(!isUnpacked, isAsked);
    }

    @Test
    void nobodyLooksIntoWhatStrangersSendButAsksWhoTheyAre() {
        var company = new Company(1, Samples.scene(), Role.VIEWER).gather();
        var stranger = new Stranger(company, 7).enter();
        check(false, stranger, company);
        stranger.greet();
        company.pass(100);
        check(true, stranger, company);
    }

    @Test
    void whoLooksOnCannotKeepOthersBusyWithWhatIsSqueezed() {
        var company = new Company(1, Samples.scene(), Role.VIEWER).gather();
        var viewer = new Stranger(company, 7).connect();
        var large = new Piece(1, 1, bytes(500_000));
        for (int i = 0; i < 100; i++) {
            viewer.tell(large);
        }
        company.pass(100);
        long refused = company.owner().parts().complaints().count();
        assertTrue(refused >= 90 && refused < 100, refused + " were not unpacked");
    }
}
