// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.scene.Parcel;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;
import org.scenewright.testing.OfficialSdk;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Holds scenes that the official SDK has built against what they do on V8. */
class SdkPlayTest {
    private static final int TICKS = 45;

    @TempDir Path folder = Path.of("");
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** What became of a scene. */
    private record Deeds(long messages, long bytes, long errors, String stateHash) {}

    private static Deeds ours(Value facts) {
        return new Deeds(
                (long) facts.number("sent.messages", -1),
                (long) facts.number("sent.bytes", -1),
                (long) facts.number("errors", -1),
                facts.text("stateHash", ""));
    }

    private static Deeds theirs(Value told) throws Exception {
        var state = new SentState();
        long messages = 0;
        long bytes = 0;
        for (var block : told.items("sent")) {
            var sent = ByteBuffer.wrap(Base64.getDecoder().decode(block.text("", "")));
            for (var reader = new CrdtReader(sent); reader.next(); ) {
                messages++;
            }
            bytes += sent.remaining();
            state.merge(sent);
        }
        var digest = MessageDigest.getInstance("SHA-256");
        state.digest(digest);
        String hash = HexFormat.of().formatHex(digest.digest());
        return new Deeds(messages, bytes, (long) told.number("errors", -1), hash);
    }

    private Value play(Path scene, Path trace) throws Exception {
        var home = WorkerHome.ofProperty(folder.resolve("cache")).orElseThrow();
        try (var workers = new PlayWorkers(home, PlayFolders.PATIENCE)) {
            var noting = new Trace(workers);
            try (var rehearsal = new Rehearsal(noting, TICKS, said::add)) {
                rehearsal.add(PlayedFolder.of(scene), false, new Parcel(0, 0));
                rehearsal.run();
                noting.write(trace);
                return rehearsal.programme().toValue(workers.engine());
            }
        }
    }

    /** Builds a scene, plays it here and there, and tells what we sent of it. */
    private Deeds check(String name) throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        var scene = folder.resolve(name);
        OfficialSdk.copy(OfficialSdk.checkout("tests/projects/played").resolve(name), scene);
        sdk.orElseThrow().install(scene);
        sdk.orElseThrow().build(scene);
        var trace = folder.resolve("trace");
        var ours = ours(play(scene, trace));
        var arguments = List.of(trace.toString(), Integer.toString(TICKS));
        var told = sdk.orElseThrow().ask("play.cjs", scene, arguments);
        assertEquals(theirs(ValueJson.parse(told)), ours, said::toString);
        return ours;
    }

    @Test
    void whatMovesComesAndGoesDoesSoAsOnV8() throws Exception {
        var deeds = check("moving");
        assertTrue(deeds.messages() > 40 * TICKS, deeds::toString);
    }

    @Test
    void aUserInterfaceIsDrawnAsOnV8() throws Exception {
        var deeds = check("panel");
        assertTrue(deeds.messages() > 3 * TICKS, deeds::toString);
    }

    @Test
    void whatASceneAsksOfTheRendererIsAnswered() throws Exception {
        check("sighted");
        var expected =
                List.of(
                        "all: 5.50 8.50",
                        "entered by 1",
                        "first: 5.50",
                        "model 2",
                        "nothing: ",
                        "target: 7.50");
        var words = said.stream().map(line -> line.replaceFirst(" \\(bin.*", ""));
        assertEquals(expected, words.sorted().toList());
    }

    /** Where one of the movers was whenever a tween of it was over. */
    private String places(String mover) {
        return said.stream()
                .filter(line -> line.startsWith(mover + " at "))
                .map(line -> line.replaceFirst(" \\(bin.*", "").substring(mover.length() + 4))
                .collect(Collectors.joining(" "));
    }

    @Test
    void tweensFollowOneAnotherInSequences() throws Exception {
        check("tweened");
        assertTrue(places("yoyo").startsWith("4 0 4 0"), said::toString);
        assertTrue(places("restart").startsWith("2 6 8 2"), said::toString);
        assertTrue(places("alone").startsWith("3 3 3"), said::toString);
        assertEquals("5 7", places("once"));
    }
}
