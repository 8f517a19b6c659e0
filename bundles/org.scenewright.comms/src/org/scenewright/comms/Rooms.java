// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who is in which room of a server; its thread only. */
final class Rooms {
    /** Why a WebSocket is closed whose server lets nobody stay. */
    static final int GOING_AWAY = 1001;

    private final Map<String, Map<Integer, RoomGuest>> rooms = new HashMap<>();
    private final Map<String, RoomGuest> present = new HashMap<>();
    private final Set<String> banned = new HashSet<>();
    private final RoomFigures figures;
    private RoomRules rules;
    private Optional<String> shut = Optional.empty();
    private int lastAlias;

    Rooms(RoomRules rules, RoomFigures figures) {
        this.rules = rules;
        this.figures = figures;
    }

    boolean isPresent(String address) {
        return present.containsKey(address);
    }

    boolean holds(RoomGuest guest) {
        return present.get(guest.address()) == guest;
    }

    int nextAlias() {
        return ++lastAlias;
    }

    /** Lets somebody in who has proven an address, unless it must not; the address is here once. */
    void enter(RoomGuest guest) {
        if (banned.contains(guest.address()) || !admits(guest)) {
            guest.kick("You are not invited to this room.");
            return;
        }
        if (shut.isPresent()) {
            guest.leave(GOING_AWAY, shut.get());
            return;
        }
        RoomGuest former = present.get(guest.address());
        if (former != null) {
            former.kick("This address logged in elsewhere.");
        }
        Map<Integer, RoomGuest> room =
                rooms.computeIfAbsent(guest.room(), name -> new LinkedHashMap<>());
        welcome(guest, room);
        present.put(guest.address(), guest);
        room.put(guest.alias(), guest);
    }

    /** Nobody is in, nor let in, until it is open again. */
    void shut(String reason) {
        shut = Optional.of(reason);
        List.copyOf(present.values()).forEach(guest -> guest.leave(GOING_AWAY, reason));
    }

    void reopen() {
        shut = Optional.empty();
    }

    private boolean admits(RoomGuest guest) {
        return guest.isInvited() || rules.admits(guest.address());
    }

    private static void welcome(RoomGuest guest, Map<Integer, RoomGuest> room) {
        var others = new TreeMap<Integer, String>();
        room.forEach((alias, other) -> others.put(alias, other.address()));
        guest.tell(WsFrame.of(new RoomPacket.Welcome(guest.alias(), others)));
        var joined = WsFrame.of(new RoomPacket.PeerJoin(guest.alias(), guest.address()));
        room.values().forEach(other -> other.tell(joined));
    }

    /** Nothing for who never was in. */
    void leave(RoomGuest guest) {
        if (present.remove(guest.address(), guest)) {
            Map<Integer, RoomGuest> room = rooms.get(guest.room());
            room.remove(guest.alias());
            var left = WsFrame.of(new RoomPacket.PeerLeave(guest.alias()));
            room.values().forEach(other -> other.tell(left));
            rooms.remove(guest.room(), Map.of());
        }
    }

    void relay(RoomGuest from, PeerUpdate update) {
        if (!rules.mayPass(from.address(), update)) {
            figures.drop();
            return;
        }
        // The sender is who it was proven to be, whatever it says.
        var frame =
                WsFrame.of(
                        new PeerUpdate(
                                from.alias(), update.body(), update.isUnreliable(), List.of()));
        Map<Integer, RoomGuest> room = rooms.get(from.room());
        if (!update.only().isEmpty()) {
            RoomGuest only = room.get(update.only().getFirst());
            if (only != null && only != from) {
                deliver(only, frame);
            }
            return;
        }
        for (RoomGuest to : room.values()) {
            if (to != from) {
                deliver(to, frame);
            }
        }
    }

    private void deliver(RoomGuest to, WsFrame frame) {
        to.tell(frame);
        figures.deliver(1);
        figures.waits(to.waitingBytes());
    }

    /** Others rules hold; who is not admitted any more has to go. */
    void rules(RoomRules others) {
        rules = others;
        new ArrayList<>(present.values())
                .stream()
                        .filter(guest -> !admits(guest))
                        .forEach(guest -> guest.kick("You are no longer invited."));
    }

    void kick(String address, String reason) {
        RoomGuest guest = present.get(address);
        if (guest != null) {
            guest.kick(reason);
        }
    }

    void ban(String address, String reason) {
        banned.add(address);
        kick(address, reason);
    }

    void unban(String address) {
        banned.remove(address);
    }
}
