// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.List;

/** No peer fills the memory: component 9 is unknown, and there is room for two of each kind. */
class StoreLimitsTest {
    private static final String FULL = "no more than 2 components with 64 bytes are kept";
    private static final String FULL_OF_STRANGE =
            "no more than 2 components that are unknown here with 32 bytes are kept";

    private final LwwStore store =
            new LwwStore(new StoreLimits(2, 64, 2, 32), component -> component.value() != 9);

    @Test
    void unknownComponentsLeaveRoomForKnownOnes() {
        check("put e512 c9@1 61; put e513 c9@1 61");
        check("put e514 c9@1 61", FULL_OF_STRANGE);
        check("put e515 c9@1 61", FULL_OF_STRANGE);
        check("put e512 c1@1 61; put e513 c1@1 61");
        check("put e514 c1@1 61", FULL);
    }

    @Test
    void whatIsThereCanStillChange() {
        check("put e512 c1@1 61; put e513 c1@1 61; put e512 c1@2 62; delete e513 c1@2");
    }

    @Test
    void aValueThatGrowsTooLongIsRefusedAndTheOldOneStays() {
        check("put e512 c1@1 61");
        check("put e512 c1@2 " + "62".repeat(65), FULL);
        assertEquals(Script.messages("put e512 c1@1 61"), store.state());
        check("put e512 c1@2 " + "62".repeat(64));
    }

    @Test
    void aDeletedEntityMakesRoom() {
        check("put e512 c1@1 61; put e513 c1@1 61; delete e512");
        check("put e514 c1@1 61");
        check("put e515 c1@1 61", FULL);
    }

    @Test
    void deletionsOfWhatPeersNumberAreCountedAlsoWhereItWasThere() {
        var entity = new Entity(512);
        var component = new ComponentId(1);
        for (int network = 0; network < 2; network++) {
            store.merge(
                    new CrdtMessage.PutComponentNetwork(
                            entity, component, 1, network, new byte[1]));
            store.merge(new CrdtMessage.DeleteEntityNetwork(entity, network));
        }
        assertEquals(
                new Verdict.Refused(FULL_OF_STRANGE),
                store.merge(
                        new CrdtMessage.PutComponentNetwork(entity, component, 1, 2, new byte[1])));
    }

    @Test
    void entitiesNumberedByPeersAreStrange() {
        var entity = new Entity(512);
        for (int network = 0; network < 2; network++) {
            assertEquals(
                    new Verdict.Accepted(),
                    store.merge(new CrdtMessage.DeleteEntityNetwork(entity, network)));
        }
        assertEquals(
                new Verdict.Refused(FULL_OF_STRANGE),
                store.merge(new CrdtMessage.DeleteEntityNetwork(entity, 2)));
        assertEquals(
                new Verdict.Refused(FULL_OF_STRANGE),
                store.merge(
                        new CrdtMessage.PutComponentNetwork(
                                entity, new ComponentId(1), 1, 3, new byte[0])));
        check("put e512 c1@1 61");
    }

    @Test
    void aWriteOfOurOwnThatFindsNoRoomIsSaid() {
        check("put e512 c1@1 61; put e513 c1@1 61");
        var out = new CrdtWriter();
        var data = ByteBuffer.allocate(1);
        var component = new ComponentId(1);
        var refused =
                assertThrows(
                        CrdtException.class,
                        () -> store.put(new Entity(514), component, data, out));
        assertEquals(FULL, refused.getMessage());
        assertEquals(0, out.length());
    }

    @Test
    void impossibleLimitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StoreLimits(-1, 0, 0, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new StoreLimits(1, Long.MAX_VALUE, 0, 0));
    }

    private void check(String batch, String... complaints) {
        var merged =
                store.merge(ByteBuffer.wrap(CrdtCodec.toBytes(Script.messages(batch))), cell -> {});
        assertEquals(List.of(complaints), merged.complaints());
        assertEquals(complaints.length, merged.refused());
    }
}
