// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class ArrivalsTest {
    private static final ComponentTypes CORE = CoreComponents.load();

    private static Arrival arrival(int timestamp, int count) {
        var messages =
                IntStream.range(0, count)
                        .<CrdtMessage>mapToObj(i -> FakeHost.x(BOX, timestamp, i))
                        .toList();
        return Arrival.of(ByteBuffer.wrap(CrdtCodec.toBytes(messages)), true);
    }

    private static Portion portion(int timestamp, int count) {
        return arrival(timestamp, count)
                .portions(CORE, new Traffic(1000, 1000))
                .findFirst()
                .orElseThrow();
    }

    private static CompletableFuture<Void> sender(Arrivals arrivals, int count) {
        return CompletableFuture.runAsync(
                () -> IntStream.range(0, count).forEach(i -> arrivals.add(portion(i, 1))),
                work -> Thread.ofVirtual().start(work));
    }

    private static int timestamp(Portion portion) {
        var message = CrdtCodec.read(portion.messages().duplicate()).messages().getFirst();
        return ((CrdtMessage.PutComponent) message).timestamp();
    }

    @Test
    void aFullQueueHoldsTheSenderBackAndNeitherDropsNorReorders() {
        var arrivals = new Arrivals(new Arrivals.Room(3, 1000));
        var sender = sender(arrivals, 50);
        var order = new ArrayList<Integer>();
        while (order.size() < 50) {
            var first = arrivals.first();
            if (first.isPresent()) {
                assertFalse(arrivals.depth().messages() > 3);
                order.add(timestamp(first.get()));
                arrivals.removeFirst();
            } else {
                Thread.onSpinWait();
            }
        }
        now(sender);
        assertEquals(IntStream.range(0, 50).boxed().toList(), order);
    }

    @Test
    void whatIsLargerThanTheQueueIsTakenWhenNothingElseWaits() {
        var arrivals = new Arrivals(new Arrivals.Room(3, 10));
        arrivals.add(portion(0, 1));
        assertEquals(new Traffic(1, 68), arrivals.depth());
    }

    @Test
    void whoeverIsHeldBackIsLetGoInTheEnd() {
        var arrivals = new Arrivals(new Arrivals.Room(1, 1000));
        var sender = sender(arrivals, 2);
        arrivals.close();
        now(sender);
    }

    @Test
    void anArrivalIsCountedByComponent() {
        var messages =
                List.of(
                        FakeHost.x(BOX, 1, 1),
                        FakeHost.x(BOX, 2, 2),
                        new CrdtMessage.DeleteEntity(BOX));
        var arrival = Arrival.of(ByteBuffer.wrap(CrdtCodec.toBytes(messages)), true);
        assertEquals(new Traffic(2, 136), arrival.traffic().get(FakeHost.TRANSFORM));
        assertEquals(3, arrival.count());
    }

    @Test
    void aPartOfAPortionIsWholeMessages() {
        var part = CrdtCodec.read(portion(7, 5).part(1, 3).duplicate());
        assertEquals(3, part.messages().size());
        assertEquals(FakeHost.x(BOX, 7, 1), part.messages().getFirst());
    }

    @Test
    void aLargeArrivalIsReadInPortionsOfWhichTheLastAsks() {
        var portions = arrival(7, 5).portions(CORE, new Traffic(2, 1000)).toList();
        assertEquals(List.of(2, 2, 1), portions.stream().map(Portion::count).toList());
        assertEquals(
                List.of(false, false, true), portions.stream().map(Portion::isAsking).toList());
        var last = CrdtCodec.read(portions.getLast().messages().duplicate());
        assertEquals(List.of(FakeHost.x(BOX, 7, 4)), last.messages());
    }

    @Test
    void aPortionIsNotTooLongUnlessOneMessageIs() {
        for (int most : new int[] {68, 67, 1}) {
            var portions = arrival(7, 3).portions(CORE, new Traffic(100, most)).toList();
            assertEquals(List.of(68, 68, 68), portions.stream().map(Portion::bytes).toList());
        }
        var portions = arrival(7, 3).portions(CORE, new Traffic(100, 2 * 68)).toList();
        assertEquals(List.of(2, 1), portions.stream().map(Portion::count).toList());
    }

    @Test
    void nothingAtAllIsAPortionThatAsks() {
        var portions = arrival(7, 0).portions(CORE, new Traffic(2, 1000)).toList();
        assertEquals(List.of(0), portions.stream().map(Portion::count).toList());
        assertEquals(List.of(true), portions.stream().map(Portion::isAsking).toList());
    }
}
