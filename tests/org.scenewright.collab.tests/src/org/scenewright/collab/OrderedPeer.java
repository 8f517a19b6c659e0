// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Conditions;
import org.scenewright.comms.Identity;
import org.scenewright.comms.Schedule;
import org.scenewright.comms.SendHints;
import org.scenewright.comms.SimulatedNetwork;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * A participant as ADR-2 has them: a renderer, in which somebody edits, and a worker, which owns
 * the state and takes in what came whenever it has a turn.
 */
final class OrderedPeer implements Identity {
    /** How many milliseconds lie between two turns of a worker. */
    static final int TURN = 33;

    private static final ComponentId COMPONENT = new ComponentId(1);

    private final String address;
    private final Order order;
    private final Schedule time;
    private final CommsAdapter adapter;
    private final LongConsumer latencies;
    private final LwwStore stamped = new LwwStore();
    private final long[] values;
    private final int[] told;
    private List<Update> inbox = new ArrayList<>();

    /** In what order an edit goes where, and what decides between two of one thing. */
    record Order(boolean isOwnerFirst, boolean isStamped) {
        String mode() {
            return (isOwnerFirst ? "owner first" : "peers and owner at once")
                    + (isStamped ? ", by stamp" : ", as it comes");
        }
    }

    /**
     * An edit.
     *
     * @param stamp 0 as long as only the owner can tell
     * @param at when somebody made it, in milliseconds
     */
    private record Update(int cell, int stamp, long value, long at, boolean isMine) {
        static Update read(ByteBuffer in) {
            return new Update(in.getInt(), in.getInt(), in.getLong(), in.getLong(), false);
        }

        ByteBuffer toBytes() {
            return ByteBuffer.allocate(24)
                    .putInt(cell)
                    .putInt(stamp)
                    .putLong(value)
                    .putLong(at)
                    .flip();
        }

        CrdtMessage message() {
            byte[] data = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
            return new CrdtMessage.PutComponent(entity(cell), COMPONENT, stamp, data);
        }
    }

    /**
     * Where somebody takes part.
     *
     * @param cells how many things there are to edit
     * @param latencies is told of every edit of another how long it took to get into the state here
     */
    record Setting(
            Order order,
            Schedule time,
            SimulatedNetwork network,
            Conditions conditions,
            int cells,
            LongConsumer latencies) {}

    OrderedPeer(int number, Setting setting) {
        this.address = Samples.address(number + 1);
        this.order = setting.order();
        this.time = setting.time();
        this.latencies = setting.latencies();
        this.values = new long[setting.cells()];
        this.told = new int[setting.cells()];
        this.adapter = setting.network().adapter("orders", setting.conditions(), this, this::heard);
        adapter.connect();
        time.after(number * 7 % TURN, this::turn);
    }

    private static Entity entity(int cell) {
        return Entity.of(Entity.FIRST_FREE_NUMBER + cell, 0);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public CompletableFuture<String> sign(String challenge) {
        return CompletableFuture.completedFuture("");
    }

    private void heard(CommsEvent event) {
        if (event instanceof CommsEvent.Message message) {
            inbox.add(Update.read(message.data().duplicate()));
        }
    }

    /** Somebody edits here. */
    void edit(int cell, long value) {
        // The renderer knows no newer stamp than the owner told it.
        int stamp = order.isOwnerFirst() ? 0 : ++told[cell];
        var update = new Update(cell, stamp, value, time.millis(), true);
        if (!order.isOwnerFirst()) {
            send(update);
        }
        inbox.add(update);
    }

    private void send(Update update) {
        adapter.send(update.toBytes(), SendHints.RELIABLE);
    }

    /** The worker takes in what came, and tells the renderer. */
    private void turn() {
        var came = inbox;
        inbox = new ArrayList<>();
        came.forEach(this::take);
        time.after(TURN, this::turn);
    }

    private void take(Update update) {
        if (update.isMine() && order.isOwnerFirst()) {
            int stamp = stamped.timestamp(entity(update.cell()), COMPONENT) + 1;
            var first = new Update(update.cell(), stamp, update.value(), update.at(), true);
            apply(first);
            send(first);
        } else {
            apply(update);
        }
        if (!update.isMine()) {
            latencies.accept(time.millis() - update.at());
        }
    }

    private void apply(Update update) {
        stamped.merge(update.message());
        int newest = stamped.timestamp(entity(update.cell()), COMPONENT);
        told[update.cell()] = Math.max(told[update.cell()], newest);
        values[update.cell()] = update.value();
    }

    /** What the owner here holds of a cell. */
    long held(int cell) {
        return order.isStamped()
                ? stamped.data(entity(cell), COMPONENT)
                        .map(data -> ByteBuffer.wrap(data).getLong())
                        .orElse(0L)
                : values[cell];
    }
}
