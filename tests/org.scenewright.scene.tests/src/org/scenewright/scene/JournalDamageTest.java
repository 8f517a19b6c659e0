// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.duplicate;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneCheck.NamedEdit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class JournalDamageTest {
    private static final List<NamedEdit> EDITS =
            List.of(
                    set("Box", "core::Transform.position.x", "2.5"),
                    rename("Lid", "Cover"),
                    spawn("Crate", "Box"),
                    duplicate("Box"),
                    reparent(List.of("Crate"), "Scene"),
                    despawn("Box"));

    @TempDir Path directory;
    private JournaledScene live;
    private Path damaged;
    private byte[] journal;
    private final List<Long> ends = new ArrayList<>();
    private final List<Map<String, Object>> contents = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        damaged = directory.resolve("damaged");
        live = JournaledScene.create(directory, "Box at 1,2,3\n  Lid\n");
        contents.add(content());
        for (var edit : EDITS) {
            accepted(live.scene(), edit);
            noteEnd();
        }
        live.scene().undo();
        noteEnd();
        journal = Files.readAllBytes(live.file());
        long first = live.recovered(live.file()).orElseThrow().extent().first();
        ends.addFirst(first);
    }

    private void noteEnd() throws IOException {
        live.sync();
        ends.add(Files.size(live.file()));
        contents.add(content());
    }

    private Map<String, Object> content() {
        return SceneInvariants.content(live.scene().snapshot());
    }

    @AfterEach
    void close() {
        live.close();
    }

    private Optional<JournalRecovery.Recovered> recovered(byte[] bytes) throws IOException {
        Files.write(damaged, bytes);
        return live.recovered(damaged);
    }

    /** The documents come back that were there before the damage, and the journal is cut there. */
    private void check(byte[] bytes, long firstBad) throws IOException {
        var back = recovered(bytes);
        int whole = (int) ends.stream().filter(end -> end <= firstBad).count() - 1;
        assertEquals(whole >= 0, back.isPresent(), "damage at " + firstBad);
        if (whole >= 0) {
            assertEquals(ends.get(whole), back.orElseThrow().extent().length());
            assertEquals(
                    contents.get(whole),
                    SceneInvariants.content(back.orElseThrow().scene().snapshot()));
        }
    }

    @Test
    void aJournalThatIsTornAnywhereIsCutBehindTheLastWholeEdit() throws IOException {
        for (int length = 0; length <= journal.length; length++) {
            check(Arrays.copyOf(journal, length), length);
        }
    }

    @Test
    void aByteThatIsWrongAnywhereCostsWhatWasDoneFromThereOn() throws IOException {
        var random = new Random(1);
        for (int at = 0; at < journal.length; at++) {
            byte[] bytes = journal.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            check(bytes, at);
        }
    }

    @Test
    void zerosBehindTheEndAreCut() throws IOException {
        check(Arrays.copyOf(journal, journal.length + 4096), journal.length);
    }

    /** The records, some of them wrong although their checksums are right. */
    private byte[] forged(Random random) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var records = new ArrayList<byte[]>();
        JournalFile.read(live.file(), records::add);
        int victim = random.nextInt(records.size());
        for (int change = random.nextInt(3); change >= 0; change--) {
            byte[] record = records.get(victim);
            record[random.nextInt(record.length)] = (byte) random.nextInt(256);
        }
        bytes.write(journal, 0, (int) (ends.getFirst() - records.getFirst().length - 8));
        records.forEach(record -> bytes.writeBytes(JournalFile.framed(record)));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatMakesNoSenseIsRefusedAndWhatComesBackIsSound(long seed) throws IOException {
        var random = new Random(seed);
        int back = 0;
        for (int i = 0; i < 500; i++) {
            var recovered = recovered(forged(random));
            recovered.ifPresent(r -> walk(r.scene().snapshot()));
            back += recovered.isPresent() ? 1 : 0;
        }
        assertTrue(back > 50, back + " came back");
    }

    private static void walk(SceneSnapshot snapshot) {
        int count = 0;
        var all = new ArrayList<>(snapshot.children(Entity.ROOT));
        while (!all.isEmpty()) {
            all.addAll(snapshot.children(all.removeLast()));
            count++;
        }
        assertEquals(snapshot.size() - 1, count);
    }
}
