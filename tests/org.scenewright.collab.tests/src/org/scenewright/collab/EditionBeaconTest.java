// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.scene.Parcel;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What is said of scenes under edition, and whom it reaches. */
class EditionBeaconTest {
    private static final OwnIdentity ANN = OwnIdentity.generate();
    private static final String RAVEN = "0x" + "cc".repeat(20);
    private static final String YARD = EditionBeacon.mark(settings("Yard", "2,-3"));

    private final Set<String> mine = new HashSet<>();
    private final BeaconWatch watch = watch(YARD);
    private long now = 100_000;

    private BeaconWatch watch(String mark) {
        return new BeaconWatch(mine, () -> Set.of(mark), new ChainProof(System::currentTimeMillis));
    }

    private static Value settings(String title, String... parcels) {
        var land =
                Value.fields("base", Value.of(parcels[0]))
                        .with(
                                FieldPath.of("parcels"),
                                Value.of(Arrays.stream(parcels).map(Value::of).toList()));
        return Value.fields("display", Value.fields("title", Value.of(title)))
                .with(FieldPath.of("scene"), land);
    }

    private static EditionBeacon beacon(String room, Identity owner) {
        var link =
                new SessionLink(
                        ConnectionString.parse(room),
                        SessionLink.newSession(),
                        owner.address(),
                        Optional.empty());
        return new EditionBeacon(YARD, new Parcel(2, -3), "Yard", "Ann", link);
    }

    private static EditionBeacon anns() {
        return beacon("ws-room:wss://host/rooms/yard?invitation=t", ANN);
    }

    private static ByteBuffer packet(byte[] bytes) {
        return ByteBuffer.wrap(
                new ScenePacket(BeaconWatch.SCENE, ByteBuffer.wrap(bytes)).toBytes());
    }

    private static ByteBuffer signed(Identity by, EditionBeacon beacon) {
        return packet(SignedBeacon.sign(beacon, by).join().toBytes());
    }

    /** A raven brings it, whoever that is. */
    private Optional<EditionBeacon> heard(Identity by, EditionBeacon beacon) {
        now += BeaconWatch.PAUSE;
        return watch.heard(RAVEN, signed(by, beacon), now);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var beacon = anns();
        assertEquals(beacon, EditionBeacon.read(ByteBuffer.wrap(beacon.toBytes())));
    }

    @Test
    void copiesOfASceneHaveOneMark() {
        assertEquals(YARD, EditionBeacon.mark(settings("Yard", "2,-3")));
        assertEquals(
                EditionBeacon.mark(settings("Yard", "1,1", "1,2")),
                EditionBeacon.mark(settings("Yard", "1,2", "1,1")));
        assertNotEquals(YARD, EditionBeacon.mark(settings("Yard", "2,-4")));
        assertNotEquals(YARD, EditionBeacon.mark(settings("Barn", "2,-3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nats:nats://host/yard?creds=%2Fhome%2Fme%2Fsecret",
                "nats:nats://user:password@host/yard",
                "signed-login:https://host/login",
                "fixed-adapter:ws-room:host",
                "livekit:wss://host",
                "offline:offline"
            })
    void nobodyIsAskedToFollowWhatCouldHarmThem(String room) {
        assertThrows(CommsException.class, () -> beacon(room, ANN));
    }

    @Test
    void aSessionThatMeetsElsewhereIsAnnouncedThereIfOthersCanGoThere() {
        var link = anns().link();
        var barn = link.at(ConnectionString.parse("ws-room:wss://host/rooms/barn"));
        var moved = anns().at(barn).orElseThrow();
        assertEquals(barn, moved.link());
        assertEquals(anns().title(), moved.title());
        var nowhere = link.at(ConnectionString.parse("offline:offline"));
        assertEquals(Optional.empty(), anns().at(nowhere));
    }

    @Test
    void namesAreOneLineOfLettersAndOrdinarySigns() {
        var beacon =
                new EditionBeacon(
                        YARD,
                        new Parcel(0, 0),
                        "A\nb\u202ec",
                        "😀 " + "x".repeat(500),
                        anns().link());
        assertEquals("Abc", beacon.title());
        assertEquals("x".repeat(63), beacon.name());
    }

    @Test
    void noBytesHarm() {
        var random = new Random(3);
        byte[] good = SignedBeacon.sign(anns(), ANN).join().toBytes();
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 10));
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                SignedBeacon.read(ByteBuffer.wrap(bytes));
            } catch (IOException none) {
                assertTrue(none.getMessage().length() < 200);
            }
        }
    }

    @Test
    void whoHasTheSceneOpenHearsOfItNowAndThen() {
        var beacon = anns();
        assertEquals(Optional.of(beacon), heard(ANN, beacon));
        assertEquals(Optional.empty(), heard(ANN, beacon));
        now += BeaconWatch.REST;
        assertEquals(Optional.of(beacon), heard(ANN, beacon));
    }

    @Test
    void whoDoesNotWantToHearOfItIsNotAskedAgain() {
        var beacon = anns();
        watch.ignore(beacon.link().session());
        now += 2 * BeaconWatch.REST;
        assertEquals(Optional.empty(), heard(ANN, beacon));
    }

    @Test
    void whoHasAnotherSceneOpenHearsNothing() {
        var other = watch(EditionBeacon.mark(settings("B", "0,0")));
        assertEquals(Optional.empty(), other.heard(RAVEN, signed(ANN, anns()), now));
    }

    @Test
    void nobodySaysItForSomebodyElse() {
        assertEquals(Optional.empty(), heard(OwnIdentity.generate(), anns()));
        var beacon = anns();
        var chain = SignedBeacon.sign(anns(), ANN).join().chain();
        var stolen = packet(new SignedBeacon(beacon, chain).toBytes());
        now += BeaconWatch.PAUSE;
        assertEquals(Optional.empty(), watch.heard(RAVEN, stolen, now));
        assertTrue(heard(ANN, beacon).isPresent());
    }

    @Test
    void nobodyIsAskedToJoinThemselves() {
        var own = anns();
        mine.add(own.link().session());
        assertEquals(Optional.empty(), heard(ANN, own));
        assertTrue(heard(ANN, anns()).isPresent());
    }

    @Test
    void whatIsNoBeaconIsPassedOver() {
        assertEquals(Optional.empty(), watch.heard(RAVEN, packet(new byte[] {1, 2}), now));
        assertEquals(
                Optional.empty(),
                watch.heard(RAVEN, ByteBuffer.allocate(SignedBeacon.MOST_BYTES + 1), now));
        var elsewhere = new ScenePacket("other", ByteBuffer.wrap(anns().toBytes())).toBytes();
        assertEquals(Optional.empty(), watch.heard(RAVEN, ByteBuffer.wrap(elsewhere), now));
    }

    @Test
    void whoSaysMuchIsNotHeard() {
        assertTrue(heard(ANN, anns()).isPresent());
        assertEquals(Optional.empty(), watch.heard(RAVEN, signed(ANN, anns()), now + 1));
        assertTrue(heard(ANN, anns()).isPresent());
    }

    private Optional<EditionBeacon> heardFrom(int raven, EditionBeacon beacon) {
        return watch.heard("0x%040x".formatted(raven), signed(ANN, beacon), now);
    }

    @Test
    void nobodyIsAskedMoreOftenThanNowAndThen() {
        long offered =
                IntStream.range(0, 6).filter(raven -> heardFrom(raven, anns()).isPresent()).count();
        assertEquals(BeaconWatch.MOST_OFFERS, offered);
        now += 60_000;
        assertTrue(heardFrom(1, anns()).isPresent());
    }

    @Test
    void ofLiesOnlySoManyAreLookedAt() {
        var liar = OwnIdentity.generate();
        for (int raven = 0; raven < BeaconWatch.MOST_PROOFS; raven++) {
            watch.heard("0x%040x".formatted(raven), signed(liar, anns()), now);
        }
        assertEquals(Optional.empty(), heardFrom(999, anns()));
        now += 60_000;
        assertTrue(heardFrom(999, anns()).isPresent());
    }
}
