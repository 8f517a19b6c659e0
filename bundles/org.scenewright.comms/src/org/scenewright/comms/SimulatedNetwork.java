// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A network inside one process, with rooms, as bad as wanted; any thread.
 *
 * <p>Everything happens in tasks of its schedule: by hand in tests, which then say by {@link
 * #split} and {@link #cut} what fails and when, or on a thread of its own.
 */
public final class SimulatedNetwork {
    private final Schedule schedule;
    private final Map<String, SimulatedAdapter> present = new LinkedHashMap<>();
    private final SequencedMap<String, byte[]> kept = new LinkedHashMap<>();
    private Set<String> island = Set.of();
    private long joined;

    public SimulatedNetwork(Schedule schedule) {
        this.schedule = schedule;
    }

    /** An adapter for a room, which is there as soon as somebody connects. */
    public CommsAdapter adapter(
            String room, Conditions conditions, Identity me, Consumer<CommsEvent> listener) {
        return new SimulatedAdapter(this, new Seat(room, me.address(), conditions), listener);
    }

    /**
     * Splits all rooms: these addresses against all others, until it is healed; what has to arrive
     * waits, the rest is lost.
     */
    public void split(Set<String> addresses) {
        var side = Set.copyOf(addresses);
        schedule.after(0, () -> island = side);
    }

    /** Ends the split. */
    public void heal() {
        split(Set.of());
    }

    /** Breaks the connection of an address; whatever is under way to or from it is lost. */
    public void cut(String address) {
        schedule.after(0, () -> breakOff(address));
    }

    private void breakOff(String address) {
        SimulatedAdapter adapter = present.get(address);
        if (adapter != null) {
            leave(
                    adapter,
                    false,
                    Optional.of(new CommsException("The network broke the connection.")));
        }
    }

    /** What is kept in the room of a participant, for them. */
    RoomStorage storage(SimulatedAdapter adapter) {
        return new SimulatedStorage(adapter, kept);
    }

    Schedule schedule() {
        return schedule;
    }

    /** A task of the schedule: takes the seat, and takes it away from who had that address. */
    void join(SimulatedAdapter adapter) {
        SimulatedAdapter former = present.get(adapter.seat().address());
        if (former != null) {
            leave(
                    former,
                    true,
                    Optional.of(new CommsException("This address logged in elsewhere.")));
        }
        List<SimulatedAdapter> others = others(adapter);
        present.put(adapter.seat().address(), adapter);
        adapter.welcome(++joined);
        others.forEach(other -> adapter.meet(other));
        others.forEach(other -> other.meet(adapter));
    }

    /** A task of the schedule. */
    void leave(SimulatedAdapter adapter, boolean isKicked, Optional<CommsException> error) {
        if (present.remove(adapter.seat().address(), adapter)) {
            List<SimulatedAdapter> others = others(adapter);
            adapter.end(isKicked, error);
            others.forEach(other -> other.part(adapter));
        }
    }

    /** The others in the same room. */
    List<SimulatedAdapter> others(SimulatedAdapter adapter) {
        var others = new ArrayList<SimulatedAdapter>();
        for (SimulatedAdapter other : present.values()) {
            if (other != adapter && other.seat().room().equals(adapter.seat().room())) {
                others.add(other);
            }
        }
        return others;
    }

    boolean isSplit(SimulatedAdapter from, SimulatedAdapter to) {
        return island.contains(from.seat().address()) != island.contains(to.seat().address());
    }
}
