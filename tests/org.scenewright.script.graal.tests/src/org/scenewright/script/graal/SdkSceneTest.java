// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.ToScene;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A scene that is built with the official SDK does the same in the worker as in V8. */
@Timeout(180)
class SdkSceneTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    /** The door, which is the first that the script makes, is clicked. */
    private static final String CLICK =
            "1e0000000400000001020000270400000000000006000000200128053801";

    private static final List<String> REPLIES = replies();

    @TempDir static Path folder;
    private static Path project = Path.of("");
    private static byte[] state = {};
    private static List<Frame> real = List.of();
    private static List<Frame> ours = List.of();
    private static List<FromScene.Threw> faults = new ArrayList<>();
    private static List<FromScene.Said> lines = new ArrayList<>();

    /**
     * What is heard of a scene in one frame.
     *
     * @param sent the messages, as hexadecimal digits
     * @param said the lines it writes
     * @param threw the message of what it throws; may be empty
     */
    private record Frame(List<String> sent, List<String> said, String threw) {
        Frame() {
            this(new ArrayList<>(), new ArrayList<>(), "");
        }

        static Frame of(JsonNode node) {
            return new Frame(
                    texts(node.get("sent")), texts(node.get("said")), node.get("threw").asText());
        }

        private static List<String> texts(JsonNode nodes) {
            return nodes.valueStream().map(JsonNode::asText).toList();
        }
    }

    private static List<String> replies() {
        var replies = new ArrayList<>(Collections.nCopies(10, ""));
        replies.set(2, CLICK);
        return replies;
    }

    @BeforeAll
    static void playBoth() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        project = folder.resolve("clicked");
        OfficialSdk.copy(OfficialSdk.checkout("tests/projects/played/clicked"), project);
        sdk.get().install(project);
        sdk.get().build(project, List.of());
        state = Files.readAllBytes(project.resolve("main.crdt"));
        var frames = JSON.createObjectNode().put("state", HEX.formatHex(state));
        REPLIES.forEach(frames.putArray("replies")::add);
        real =
                JSON.readTree(sdk.get().ask("frames.cjs", project, List.of(frames.toString())))
                        .valueStream()
                        .map(Frame::of)
                        .toList();
        ours = played();
    }

    private static List<Frame> played() throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (var worker = new PlayedWorker(folder, new SceneEngine())) {
            var bundle = project.resolve("bin/index.js").toString();
            worker.send(1, new ToScene.Start(bundle, true, ByteBuffer.wrap(state)));
            frames.add(frame(worker, ""));
            for (int i = 0; i < REPLIES.size(); i++) {
                worker.send(1, new ToScene.Tick(i == 0 ? 0 : 1 / 30f));
                frames.add(frame(worker, REPLIES.get(i)));
            }
        }
        return frames;
    }

    /** Hears what comes until the scene waits for the next tick. */
    private static Frame frame(PlayedWorker worker, String reply) throws IOException {
        var frame = new Frame();
        while (true) {
            switch (worker.next(1)) {
                case FromScene.Sent sent -> {
                    frame.sent().add(hex(sent.messages()));
                    worker.send(1, new ToScene.Reply(ByteBuffer.wrap(HEX.parseHex(reply))));
                }
                case FromScene.Said said -> {
                    lines.add(said);
                    frame.said().add(said.text());
                }
                case FromScene.Threw threw -> {
                    faults.add(threw);
                    frame = new Frame(frame.sent(), frame.said(), threw.message());
                }
                case FromScene.Called called ->
                        worker.send(
                                1,
                                new ToScene.Answer(
                                        called.call(), true, "{}", PlayedWorker.NOTHING));
                case FromScene.Inspected inspected -> throw new AssertionError(inspected);
                case FromScene.Ended ended -> throw new AssertionError(ended);
                case FromScene.Started started -> {
                    return frame;
                }
                case FromScene.Ticked ticked -> {
                    return frame;
                }
            }
        }
    }

    private static String hex(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HEX.formatHex(copy);
    }

    @Test
    void everyFrameIsTheSame() {
        assertEquals(real, ours);
    }

    @Test
    void everyFrameHasMessages() {
        for (int i = 1; i < ours.size(); i++) {
            assertFalse(
                    ours.get(i).threw().isEmpty() && ours.get(i).sent().getFirst().isEmpty(),
                    "Nothing in frame " + i);
        }
    }

    @Test
    void theSceneFindsWhatTheProjectHas() {
        assertEquals("The spinner is 512", lines.getFirst().text());
    }

    @Test
    void theSceneAnswersAClick() {
        var clicked = lines.stream().filter(line -> line.text().startsWith("clicked")).toList();
        assertEquals("clicked {\"x\":1,\"y\":1,\"z\":2}", clicked.getFirst().text());
    }

    @Test
    void aLineKnowsWhereItIsWritten() throws IOException {
        assertEquals(
                Optional.of(place("console.log('The spinner", "log")), lines.getFirst().place());
    }

    @Test
    void aFaultKnowsWhereItIsThrown() throws IOException {
        var fault = faults.getFirst();
        var place = place("if (frame === 6) throw new", "new RangeError");
        assertEquals("RangeError: Frame 6 is one too many", fault.message());
        assertEquals(Optional.of(place), fault.place());
        var at = "at stumble (src/index.ts:%d:%d)".formatted(place.line(), place.column());
        assertTrue(fault.stack().contains(at), fault::stack);
        assertTrue(fault.stack().contains("(node_modules/@dcl/ecs/"), fault::stack);
    }

    /** Where a word of a line of the source stands. */
    private static Place place(String line, String word) throws IOException {
        var source = Files.readAllLines(project.resolve("src/index.ts"));
        for (int i = 0; i < source.size(); i++) {
            if (source.get(i).contains(line)) {
                return new Place("src/index.ts", i + 1, source.get(i).indexOf(word) + 1);
            }
        }
        throw new AssertionError("There is no line with " + line);
    }
}
