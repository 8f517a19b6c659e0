// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in a room by which alias, as its server says; read by any thread, written by one. */
final class RoomPeers {
    private final Map<Integer, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Integer> aliases = new ConcurrentHashMap<>();

    List<CommsEvent> welcome(RoomPacket.Welcome welcome) {
        var events = new ArrayList<CommsEvent>();
        welcome.peers()
                .forEach(
                        (alias, address) ->
                                join(new RoomPacket.PeerJoin(alias, address))
                                        .ifPresent(events::add));
        return events;
    }

    Optional<CommsEvent> join(RoomPacket.PeerJoin peer) {
        String address = Address.normal(peer.address());
        addresses.put(peer.alias(), address);
        Integer former = aliases.put(address, peer.alias());
        if (former != null && former != peer.alias()) {
            addresses.remove(former);
        }
        return former == null
                ? Optional.of(new CommsEvent.PeerConnected(address))
                : Optional.empty();
    }

    /** Some servers tell of it twice. */
    Optional<CommsEvent> leave(RoomPacket.PeerLeave peer) {
        Optional<String> address = Optional.ofNullable(addresses.remove(peer.alias()));
        address.ifPresent(aliases::remove);
        return address.map(CommsEvent.PeerDisconnected::new);
    }

    Optional<CommsEvent> message(PeerUpdate update) {
        ByteBuffer body = update.body().asReadOnlyBuffer();
        return Optional.ofNullable(addresses.get(update.alias()))
                .map(address -> new CommsEvent.Message(address, body));
    }

    Optional<Integer> alias(String address) {
        return Optional.ofNullable(aliases.get(address));
    }
}
