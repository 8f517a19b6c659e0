// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ScriptTalkTest {
    private final PlayTalk talk = new PlayTalk();
    private final ScriptTalk script = new ScriptTalk(talk);
    private final List<String> carried = new ArrayList<>();

    /** Notes what it is to carry. */
    private final class Noting implements PlayTalk.Carrier {
        @Override
        public String me() {
            return "0xme";
        }

        @Override
        public void plays(boolean isPlaying) {
            carried.add(isPlaying ? "plays" : "idles");
        }

        @Override
        public void said(byte[] message, List<String> to) {
            carried.add(new String(message, StandardCharsets.UTF_8) + " to " + to);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SystemAnswer.Fulfilled send(String json, String data) {
        var answer = script.sendBinary(ValueJson.parse(json), ByteBuffer.wrap(bytes(data)));
        return assertInstanceOf(SystemAnswer.Fulfilled.class, answer);
    }

    /** What comes back when nothing is sent. */
    private List<String> heard() {
        var answer = send("{\"data\":[]}", "");
        var all = new ArrayList<String>();
        for (var data : ValueJson.parse(answer.json()).items("data")) {
            int from = (int) data.items("$bytes").get(0).number("", -1);
            int length = (int) data.items("$bytes").get(1).number("", -1);
            var frame = new byte[length];
            answer.bytes().duplicate().position(from).get(frame);
            String sender = new String(frame, 1, frame[0], StandardCharsets.UTF_8);
            int start = 1 + frame[0];
            all.add(
                    sender
                            + ": "
                            + new String(frame, start, length - start, StandardCharsets.UTF_8));
        }
        return all;
    }

    @Test
    void whatIsSentIsCarriedToWhomItConcerns() {
        talk.carry(new Noting());
        send(
                "{\"data\":[{\"$bytes\":[0,2]}],\"peerData\":[{\"data\":[{\"$bytes\":[2,1]},"
                        + "{\"$bytes\":[3,2]}],\"address\":[\"0xa\",\"0xb\"]},"
                        + "{\"data\":[{\"$bytes\":[0,1]}],\"address\":[]}]}",
                "hiyou");
        assertEquals(
                List.of(
                        "idles",
                        "plays",
                        "hi to []",
                        "y to [0xa, 0xb]",
                        "ou to [0xa, 0xb]",
                        "h to []"),
                carried);
    }

    @Test
    void whatOthersSaidComesBackOnceInOrder() {
        heard();
        talk.heard("0xa", bytes("one"));
        talk.heard("0xbc", bytes(""));
        assertEquals(List.of("0xa: one", "0xbc: "), heard());
        assertEquals(List.of(), heard());
    }

    @Test
    void whoNeverAskedIsToldNothing() {
        talk.heard("0xa", bytes("one"));
        assertEquals(List.of(), heard());
    }

    @Test
    void whatNobodyAsksForIsKeptUpToABound() {
        heard();
        for (int i = 0; i < 1000; i++) {
            talk.heard("0xa", new byte[PlayTalk.LONGEST]);
        }
        int kept = heard().size();
        assertEquals(PlayTalk.MOST_WAITING / (PlayTalk.LONGEST + 100), kept);
    }

    @Test
    void whoHasEndedPlaysNoMore() {
        talk.carry(new Noting());
        heard();
        script.end();
        assertEquals(List.of("idles", "plays", "idles"), carried);
        assertInstanceOf(
                SystemAnswer.Rejected.class,
                script.sendBinary(ValueJson.parse("{}"), ByteBuffer.allocate(0)));
        assertEquals(3, carried.size());
    }

    @Test
    void whoeverCarriesKnowsTheAddress() {
        assertEquals(Optional.empty(), talk.me());
        var registration = talk.carry(new Noting());
        assertEquals(Optional.of("0xme"), talk.me());
        registration.close();
        assertEquals(Optional.empty(), talk.me());
    }

    @Test
    void placesOutsideTheBytesAreRefused() {
        for (var place : List.of("[0,4]", "[-1,2]", "[2,-1]", "[3,1]", "[0]", "[4e18,4e18]")) {
            var json = "{\"data\":[{\"$bytes\":" + place + "}]}";
            assertThrows(SchemaException.class, () -> send(json, "abc"), place);
        }
    }

    @Test
    void tooMuchAtOnceIsRefused() {
        var large = "a".repeat(PlayTalk.LONGEST + 1);
        var json = "{\"data\":[{\"$bytes\":[0," + large.length() + "]}]}";
        assertThrows(SchemaException.class, () -> send(json, large));
    }
}
