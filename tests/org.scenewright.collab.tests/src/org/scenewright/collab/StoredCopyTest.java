// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.comms.Conditions;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.RoomStorage;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** What anybody who may enter a room can put in place of the scene that it keeps. */
class StoredCopyTest {
    private static final long LONG = 20_000;
    private static final String OTHER = "f".repeat(32);

    private final Company company = new Company(3, Samples.scene(), Role.EDITOR);
    private final Member ann = company.owner();
    private final Member viewer = company.members.get(1);
    private final Member late = company.members.get(2);
    private RoomStorage storage = vandals();

    private RoomStorage vandals() {
        Identity vandal = OwnIdentity.generate();
        var adapter = company.network.adapter("a", Conditions.PERFECT, vandal, event -> {});
        adapter.connect();
        company.pass(100);
        return adapter.storage().orElseThrow();
    }

    @BeforeEach
    void leaveOne() {
        ann.connect();
        company.pass(1000);
        ann.core().decide(roles -> roles.with(viewer.address(), Role.VIEWER));
        ann.move("Box", "x", 3);
        ann.leave();
        company.pass(1000);
    }

    private <T> T finish(CompletableFuture<T> future) {
        company.pass(100);
        assertTrue(future.isDone());
        return future.join();
    }

    private byte[] kept() {
        String name = Storing.name(Samples.SESSION);
        return finish(storage.get(name, storage.mostBytes())).orElseThrow();
    }

    private StoredCopy copy() throws IOException {
        return StoredCopy.read(kept());
    }

    private void put(byte[] bytes) {
        finish(storage.put(Storing.name(Samples.SESSION), bytes));
    }

    private void checkRefused(byte[] bytes, String why) {
        put(bytes);
        late.connect();
        company.pass(4 * LONG);
        assertFalse(late.core().isSettled());
        assertEquals(0, late.at("Box").x());
        var notices = late.notices();
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.getFirst().contains(why), notices.getFirst());
    }

    private static StoredCopy sign(String session, Self giver, StoredCopy what) {
        return new StoredCopy(
                        what.roles(),
                        what.state(),
                        giver.attestation(),
                        new byte[0],
                        what.document())
                .signed(session, giver.signatures());
    }

    private static StoredCopy by(Member giver, StoredCopy copy) {
        return sign(Samples.SESSION, giver.parts().self(), copy);
    }

    @Test
    void aCopyIsReadAsItWasWritten() throws IOException {
        var copy = copy();
        assertEquals(ann.address(), copy.giver().address());
        assertArrayEquals(kept(), copy.toBytes());
        assertTrue(copy.isGenuine(Samples.SESSION, ann.parts().self().signatures()));
    }

    @Test
    void whatWasLeftIsTaken() {
        late.connect();
        company.pass(LONG);
        assertEquals(3, late.at("Box").x());
    }

    @Test
    void garbageIsRefused() {
        checkRefused(new byte[] {1, 2, 3}, "cannot be used");
    }

    @Test
    void aCopyOfAnotherVersionIsRefused() {
        byte[] other = kept();
        other[0] = 9;
        checkRefused(other, "another version");
    }

    @Test
    void whateverIsChangedOrCutOffIsRefused() throws IOException {
        byte[] whole = kept();
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            assertFalse(isGenuine(changed));
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThrows(IOException.class, () -> StoredCopy.read(cut));
        }
    }

    /** Whether all is well that is looked at. */
    private boolean isGenuine(byte[] bytes) {
        try {
            var copy = StoredCopy.read(bytes);
            var signatures = ann.parts().self().signatures();
            boolean isAnns =
                    copy.giver().isOf(ann.parts().self().attestation())
                            && copy.giver().chain().equals("signed by " + ann.address());
            boolean isTable =
                    copy.roles().isGenuine(Samples.SESSION, signatures)
                            && copy.roles().owner().isOf(ann.parts().self().attestation())
                            && copy.roles().owner().chain().equals("signed by " + ann.address());
            return isAnns && isTable && copy.isGenuine(Samples.SESSION, signatures);
        } catch (IOException broken) {
            return false;
        }
    }

    @Test
    void anotherDocumentUnderTheSignatureIsRefused() throws IOException {
        var copy = copy();
        byte[] other = copy.document().clone();
        other[other.length / 2] ^= 1;
        var forged =
                new StoredCopy(copy.roles(), copy.state(), copy.giver(), copy.signature(), other);
        checkRefused(forged.toBytes(), "did not sign it");
    }

    @Test
    void aCopyThatIsSaidToHaveComeFurtherIsRefused() throws IOException {
        var copy = copy();
        var forged =
                new StoredCopy(
                        copy.roles(),
                        further(copy),
                        copy.giver(),
                        copy.signature(),
                        copy.document());
        checkRefused(forged.toBytes(), "did not sign it");
    }

    private static State further(StoredCopy copy) {
        return new State(copy.state().base(), Samples.proven(Samples.batches(2, 3)));
    }

    @Test
    void aReachThatNobodySignedIsRefusedWhoeverGaveIt() throws IOException {
        var copy = copy();
        var self = ann.parts().self();
        var mine =
                sign(
                        Samples.SESSION,
                        self,
                        new StoredCopy(
                                copy.roles(),
                                further(copy),
                                copy.giver(),
                                new byte[0],
                                copy.document()));
        checkRefused(mine.toBytes(), "edits that nobody signed");
    }

    @Test
    void whatSomebodySignedWhoLooksOnIsRefused() throws IOException {
        checkRefused(by(viewer, copy()).toBytes(), "may not edit");
    }

    private StoredCopy by(String chain) throws IOException {
        var key = new FastSignatures(77);
        var attestation = new Attestation(ann.address(), key.key(), chain);
        var self = new Self(ann.parts().self().profile(), key, attestation);
        return sign(Samples.SESSION, self, copy());
    }

    @Test
    void whoseKeyHeldWhenItWasPutThereIsBelieved() throws IOException {
        put(by("signed long ago by " + ann.address()).toBytes());
        late.connect();
        company.pass(LONG);
        assertEquals(3, late.at("Box").x());
    }

    @Test
    void whatIsSignedByAKeyThatNobodyVouchesForIsRefused() throws IOException {
        checkRefused(by("signed by nobody").toBytes(), "did not sign it");
    }

    @Test
    void whatSomebodySignedInTheNameOfTheOwnerIsRefused() throws IOException {
        var copy = copy();
        var forged = by(viewer, copy);
        var inHerName =
                new StoredCopy(
                        copy.roles(),
                        copy.state(),
                        copy.giver(),
                        forged.signature(),
                        copy.document());
        checkRefused(inHerName.toBytes(), "did not sign it");
        assertNotEquals(viewer.address(), copy.giver().address());
    }

    @Test
    void aCopyOfAnotherSessionIsRefused() throws IOException {
        var other = sign(OTHER, ann.parts().self(), copy());
        checkRefused(other.toBytes(), "for this session");
    }

    @Test
    void aTableThatTheOwnerDidNotSignIsRefused() throws IOException {
        var copy = copy();
        var table = copy.roles().roles().with(viewer.address(), Role.EDITOR);
        var self = viewer.parts().self();
        var forged =
                SignedRoles.sign(Samples.SESSION, table, self.attestation(), self.signatures());
        var mine =
                sign(
                        Samples.SESSION,
                        self,
                        new StoredCopy(
                                forged, copy.state(), copy.giver(), new byte[0], copy.document()));
        checkRefused(mine.toBytes(), "did not sign who may edit");
        // Anybody can write anybody's name under it.
        assertEquals(0, late.parts().complaints().count());
    }

    @Test
    void whatIsNoDocumentIsRefusedHoweverItIsSigned() throws IOException {
        var copy = copy();
        var nonsense =
                sign(
                        Samples.SESSION,
                        ann.parts().self(),
                        new StoredCopy(
                                copy.roles(),
                                copy.state(),
                                copy.giver(),
                                new byte[0],
                                new byte[1000]));
        checkRefused(nonsense.toBytes(), "cannot be taken over");
    }

    @Test
    void moreThanARoomKeepsIsNotPutThere() {
        assertThrows(IllegalArgumentException.class, () -> put(new byte[storage.mostBytes() + 1]));
    }

    @Test
    void whoIsThereAndEditsReplacesWhatIsNoCopy() throws IOException {
        late.connect();
        company.pass(LONG);
        put(new byte[] {1, 2, 3});
        late.move("Box", "y", 4);
        company.pass(2 * LONG);
        assertEquals(late.address(), copy().giver().address());
    }

    @Test
    void anOlderCopyTakesNothingAwayFromWhoHasMore() throws IOException {
        byte[] older = kept();
        late.connect();
        company.pass(LONG);
        late.move("Box", "y", 4);
        company.pass(LONG);
        put(older);
        late.disconnect();
        company.pass(1000);
        late.connect();
        company.pass(2 * LONG);
        assertEquals(4, late.at("Box").y());
        assertEquals(late.address(), copy().giver().address());
    }

    @Test
    void aCopyOfAFormerStartIsPassedOver() throws IOException {
        byte[] former = kept();
        var again = company.another(0);
        again.core().found(ann.parts().authority().roles());
        again.connect();
        company.pass(LONG);
        put(former);
        again.disconnect();
        company.pass(1000);
        again.connect();
        company.pass(2 * LONG);
        assertTrue(again.core().isSettled());
        assertEquals(0, again.at("Box").x());
        assertEquals(again.parts().log().base(), copy().state().base());
    }
}
