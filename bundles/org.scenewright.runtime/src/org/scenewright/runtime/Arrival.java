// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.scene.Decoded;
import org.scenewright.schema.ComponentTypes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a script has sent at once, gone through up to the first bytes that are no message.
 *
 * @param messages plain messages
 * @param ends behind which byte each message ends
 * @param traffic how much of it is about which component; those that delete entities are about
 *     number 0
 * @param complaint what is wrong with the bytes
 * @param isAsking whether the script waits for an answer
 */
record Arrival(
        ByteBuffer messages,
        int[] ends,
        Map<ComponentId, Traffic> traffic,
        Optional<String> complaint,
        boolean isAsking) {

    static Arrival of(ByteBuffer messages, boolean isAsking) {
        var reader = new CrdtReader(messages);
        var ends = new int[64];
        var traffic = new HashMap<ComponentId, Traffic>();
        int count = 0;
        int begin = 0;
        while (reader.next()) {
            ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
            ends[count++] = reader.length();
            var one = new Traffic(1, reader.length() - begin);
            traffic.merge(subject(reader), one, Traffic::plus);
            begin = reader.length();
        }
        return new Arrival(
                messages, Arrays.copyOf(ends, count), traffic, reader.complaint(), isAsking);
    }

    private static ComponentId subject(CrdtReader message) {
        boolean isOfEntity =
                message.type() == CrdtMessage.DeleteEntity.TYPE
                        || message.type() == CrdtMessage.DeleteEntityNetwork.TYPE;
        return isOfEntity ? new ComponentId(0) : message.component();
    }

    int count() {
        return ends.length;
    }

    /**
     * Reads it portion by portion, each only when somebody asks for it; there is at least one.
     *
     * @param most how much a portion has at most, unless its only message is longer
     */
    Stream<Portion> portions(ComponentTypes types, Traffic most) {
        return IntStream.iterate(0, from -> from < Math.max(1, count()), from -> end(from, most))
                .mapToObj(from -> portion(from, Math.min(count(), end(from, most)), types));
    }

    /** The message behind a portion that begins with one. */
    private int end(int from, Traffic most) {
        int begin = from == 0 ? 0 : ends[from - 1];
        int to = from + 1;
        while (to < count() && to - from < most.messages() && ends[to] - begin <= most.bytes()) {
            to++;
        }
        return to;
    }

    private Portion portion(int from, int to, ComponentTypes types) {
        int begin = from == 0 ? 0 : ends[from - 1];
        int end = to == 0 ? 0 : ends[to - 1];
        var bytes = messages.slice(messages.position() + begin, end - begin);
        var within = Arrays.stream(ends, from, to).map(e -> e - begin).toArray();
        boolean isLast = to == count();
        return new Portion(bytes, within, Decoded.of(bytes, types), isLast && isAsking);
    }
}
