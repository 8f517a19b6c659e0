// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code CommunicationsController.sendBinary} of one script: what it sends goes to those
 * who play the same scene, and what they sent since comes back. Any thread.
 */
final class ScriptTalk {
    private static final int MOST_MESSAGES = 4096;
    private static final int MOST_ADDRESSES = 256;
    private static final int LONGEST_ADDRESS = 255;

    private final PlayTalk talk;

    // Who never asks is told nothing.
    private Optional<PlayTalk.Seat> seat = Optional.empty();
    private boolean isOver;

    ScriptTalk(PlayTalk talk) {
        this.talk = talk;
    }

    /** Something that a script sends. */
    private record Said(byte[] message, List<String> to) {}

    /**
     * Sends, and tells what came.
     *
     * @throws SchemaException where the argument is none of that function
     */
    synchronized SystemAnswer sendBinary(Value argument, ByteBuffer bytes) {
        if (isOver) {
            return new SystemAnswer.Rejected("The scene has ended.");
        }
        if (seat.isEmpty()) {
            seat = Optional.of(talk.sit());
        }
        var here = seat.get();
        said(argument, bytes).forEach(said -> here.say(said.message, said.to));
        return answer(here.heard());
    }

    private static List<Said> said(Value argument, ByteBuffer bytes) {
        var all = new ArrayList<Said>();
        argument.items("data").forEach(data -> add(all, data, List.of(), bytes));
        for (var part : argument.items("peerData")) {
            var to =
                    part.items("address").stream()
                            .limit(MOST_ADDRESSES)
                            .map(address -> address.text("", ""))
                            .toList();
            part.items("data").forEach(data -> add(all, data, to, bytes));
        }
        return all;
    }

    private static void add(List<Said> all, Value data, List<String> to, ByteBuffer bytes) {
        var place = data.items("$bytes");
        long from = place.size() == 2 ? (long) place.get(0).number("", -1) : -1;
        long length = place.size() == 2 ? (long) place.get(1).number("", -1) : -1;
        if (from < 0 || length < 0 || from + length > bytes.remaining()) {
            throw new SchemaException("its data are no bytes");
        }
        if (length > PlayTalk.LONGEST || all.size() >= MOST_MESSAGES) {
            throw new SchemaException("that is more than can be sent at once");
        }
        var message = new byte[(int) length];
        bytes.duplicate().position(bytes.position() + (int) from).get(message);
        all.add(new Said(message, to));
    }

    /** Before each message stands who sent it, and before that how long the name is. */
    private static SystemAnswer answer(List<PlayTalk.Heard> heard) {
        var out = new ByteArrayOutputStream();
        var places = new ArrayList<Value>();
        for (var each : heard) {
            byte[] sender = each.sender().getBytes(StandardCharsets.UTF_8);
            if (sender.length <= LONGEST_ADDRESS) {
                int from = out.size();
                out.write(sender.length);
                out.writeBytes(sender);
                out.writeBytes(each.message());
                var place = List.of(Value.of(from), Value.of(out.size() - from));
                places.add(Value.fields("$bytes", Value.of(place)));
            }
        }
        var json = ValueJson.print(Value.fields("data", Value.of(places)));
        return new SystemAnswer.Fulfilled(json, ByteBuffer.wrap(out.toByteArray()));
    }

    /** It sends nothing any more. */
    synchronized void end() {
        isOver = true;
        seat.ifPresent(PlayTalk.Seat::close);
        seat = Optional.empty();
    }
}
