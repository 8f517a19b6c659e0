// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Parcel;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RehearsalTest {
    @TempDir static Path cache;
    private static PlayWorkers workers = new PlayWorkers(home(Path.of("")));

    @TempDir Path folder = Path.of("");
    private final List<String> said = new CopyOnWriteArrayList<>();

    private static WorkerHome home(Path cache) {
        return WorkerHome.ofProperty(cache).orElseThrow();
    }

    @BeforeAll
    static void open() {
        workers = new PlayWorkers(home(cache), PlayFolders.PATIENCE);
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    private Programme play(int ticks, BuiltScene... scenes) throws InterruptedException {
        try (var rehearsal = new Rehearsal(workers, ticks, said::add)) {
            for (var scene : scenes) {
                rehearsal.add(PlayedFolder.of(scene.folder()), false, new Parcel(0, 0));
            }
            rehearsal.run();
            return rehearsal.programme();
        }
    }

    private BuiltScene scene(String code) {
        return BuiltScene.updating(folder.resolve("scene"), code);
    }

    private static Value value(Programme programme) {
        return programme.toValue("");
    }

    private static String figures(Programme programme) {
        var value = value(programme);
        return "%s %s %s"
                .formatted(
                        ValueJson.print(value.members().get("ticks")),
                        ValueJson.print(value.members().get("sent")),
                        ValueJson.print(value.members().get("errors")));
    }

    /** The hash of entries: entity, component and values of one byte each. */
    private static String hash(int[]... entries) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var entry : entries) {
            var bytes = ByteBuffer.allocate(12 + entry.length - 2).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(entry[0]).putInt(entry[1]).putInt(entry.length - 2);
            for (int i = 2; i < entry.length; i++) {
                bytes.put((byte) entry[i]);
            }
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void checkHash(String code, int[]... entries) throws Exception {
        assertEquals(hash(entries), play(2, scene(code)).stateHash());
    }

    @Test
    void theFirstFrameTakesNoTimeAndTheOthersAThirtiethOfASecond() throws Exception {
        play(3, scene("console.log(dt); await send();"));
        assertEquals(
                List.of("0", "0.03333333507180214", "0.03333333507180214"),
                said.stream().map(line -> line.split(" ")[0]).toList());
    }

    @Test
    void everyMessageIsCounted() throws Exception {
        var played = play(5, scene("await send(put(512, 77, tick, 1, 2), del(513, 77, tick));"));
        assertEquals("5 {\"messages\":10,\"bytes\":230} 0", figures(played));
    }

    @Test
    void aSceneThatSendsNothingRunsAllItsFrames() throws Exception {
        assertEquals("7 {\"messages\":0,\"bytes\":0} 0", figures(play(7, scene(""))));
    }

    @Test
    void aSceneMaySendSeveralTimesInAFrame() throws Exception {
        var code = "await Promise.all([send(put(600, 77, tick)), send(put(601, 77, tick))]);";
        assertEquals("4 {\"messages\":8,\"bytes\":192} 0", figures(play(4, scene(code))));
    }

    @Test
    void noFrameIsRunWhereNoneIsAskedFor() throws Exception {
        assertEquals("0 {\"messages\":0,\"bytes\":0} 0", figures(play(0, scene("await send();"))));
    }

    @Test
    void theHashIsThatOfTheLastValues() throws Exception {
        checkHash("await send(put(512, 77, tick, tick, 9));", new int[] {512, 77, 2, 9});
    }

    @Test
    void theHashTakesEntitiesAndComponentsAsUnsignedNumbers() throws Exception {
        checkHash(
                "await send(put(0xfffe0300, 7, 1, 1), put(0x700, 0x90000000, 1, 2), put(0x700, 8,"
                        + " 1, 3));",
                new int[] {0x700, 8, 3},
                new int[] {0x700, 0x90000000, 2},
                new int[] {0xfffe0300, 7, 1});
    }

    @Test
    void theHashLeavesOutWhatWasRemoved() throws Exception {
        checkHash(
                "await send(put(512, 7, tick * 2), put(513, 7, 1), put(514, 7, 1, 5), del(512, 7,"
                        + " tick * 2 + 1), end(513));",
                new int[] {514, 7, 5});
    }

    @Test
    void equalTimestampsKeepTheLargerValue() throws Exception {
        checkHash(
                "await send(put(512, 7, 1, 9), put(512, 7, 1, 1, 1), put(512, 7, 1, 2));",
                new int[] {512, 7, 1, 1});
    }

    @Test
    void whatASceneThrowsIsToldAndItGoesOn() throws Exception {
        var played = play(3, scene("await send(); if (tick === 2) throw new Error('no luck');"));
        assertEquals("3 {\"messages\":0,\"bytes\":0} 1", figures(played));
        assertTrue(said.getFirst().contains("no luck"), said::toString);
    }

    @Test
    void aSceneThatCannotStartIsAnError() throws Exception {
        var scene =
                BuiltScene.of(
                        folder.resolve("scene"),
                        "exports.onUpdate = () => {}; exports.onStart = () => { throw new"
                                + " Error('never') };");
        assertEquals("0 {\"messages\":0,\"bytes\":0} 1", figures(play(3, scene)));
        assertTrue(said.getFirst().contains("never"), said::toString);
    }

    @Test
    void aSceneThatIsNotJavaScriptIsAnError() throws Exception {
        var played = play(3, BuiltScene.of(folder.resolve("scene"), "let let = ]"));
        assertEquals(1, played.errors());
    }

    @Test
    void scenesHearTheSameWhateverElseThereIsToDo() throws Exception {
        var code =
                "const { data } = await send(put(512, 77, tick, tick)); if (data[0])"
                        + " console.log([...data[0]].join());";
        var heard = heard(scene(code));
        assertTrue(heard.size() > 20, heard::toString);
        assertEquals(heard, heard(scene(code)));
    }

    private List<String> heard(BuiltScene scene) throws InterruptedException {
        said.clear();
        play(30, scene);
        return List.copyOf(said);
    }

    @Test
    void manyScenesAreOneProgramme() throws Exception {
        var scenes =
                Stream.of(1, 2, 3)
                        .map(
                                i ->
                                        BuiltScene.updating(
                                                folder.resolve("scene" + i),
                                                "await send(put(512, 77, tick, %d));".formatted(i)))
                        .toArray(BuiltScene[]::new);
        var played = play(4, scenes);
        assertEquals("12 {\"messages\":12,\"bytes\":300} 0", figures(played));
        assertEquals(
                hash(new int[] {512, 77, 1}, new int[] {512, 77, 2}, new int[] {512, 77, 3}),
                played.stateHash());
    }

    @Test
    void oneSceneThatFailsDoesNotEndTheOthers() throws Exception {
        var bad = BuiltScene.of(folder.resolve("bad"), "throw new Error('bad')");
        var played = play(4, bad, scene("await send(put(512, 77, tick, 1));"));
        assertEquals("4 {\"messages\":4,\"bytes\":100} 1", figures(played));
    }

    @Test
    void questionsAreAnsweredInTheirOrderBeforeTheFrameIsOver() throws Exception {
        var code =
                """
                if (tick === 1) {
                    const { getRealm, getSceneInformation } = require('~system/Runtime');
                    for (let i = 0; i < 20; i++) {
                        (i % 2 ? getRealm : getSceneInformation)({}).then(() => console.log(i));
                    }
                }
                await send();
                console.log('frame', tick);\
                """;
        play(2, scene(code));
        var order = IntStream.range(0, 20).mapToObj(Integer::toString);
        assertEquals(
                Stream.concat(order, Stream.of("frame 1", "frame 2")).toList(),
                said.stream().map(line -> line.replaceFirst(" \\(.*", "")).toList());
    }

    @Test
    void entitiesOfTheScriptAreCounted() throws Exception {
        var code = "await send(put(599 + tick, 1, 1, ...new Uint8Array(44)), end(600));";
        assertEquals(3, value(play(4, scene(code))).number("entities", -1));
    }
}
