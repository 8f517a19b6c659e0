// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SessionStore.Part;
import org.scenewright.comms.ConnectionString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** What sessions leave on the disk is there again, and no more of it goes than must. */
class SessionStoreTest {
    private static final String ANN = "0x" + "1".repeat(40);

    @TempDir Path all;

    private SessionStore store() {
        var place = ConnectionString.parse("simulator:yard");
        var link = new SessionLink(place, SessionLink.newSession(), ANN, Optional.empty());
        return new SessionStore(all, link, ANN, Path.of("main.composite"));
    }

    private static void spoil(SessionStore store, byte last) throws IOException {
        store.write(Part.EDITS, new byte[] {1, 2, 3});
        var file = store.folder().resolve("edits");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = last;
        Files.write(file, bytes);
        assertThrows(IOException.class, () -> store.read(Part.EDITS));
    }

    /** Makes a session that was used so many seconds after all began. */
    private SessionStore used(long second, Part part) throws IOException {
        var store = store();
        store.write(part, new byte[] {1});
        age(store, second);
        return store;
    }

    private static void age(SessionStore store, long second) throws IOException {
        Files.setLastModifiedTime(store.folder(), FileTime.fromMillis(1000 * second));
    }

    private void fill() throws IOException {
        for (int i = 0; i < 64; i++) {
            used(100 + i, Part.SCENE);
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var store = store();
        assertEquals(Optional.empty(), store.read(Part.EDITS));
        store.write(Part.EDITS, new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, store.read(Part.EDITS).orElseThrow());
    }

    @Test
    void whatIsDamagedIsSetAsideBesideWhatWasSetAsideBefore() throws IOException {
        var store = store();
        spoil(store, (byte) 8);
        spoil(store, (byte) 9);
        for (var file : new String[] {"edits.damaged", "edits.damaged2"}) {
            assertTrue(Files.exists(store.folder().resolve(file)), file);
        }
        assertFalse(store.holds(Part.EDITS));
        assertEquals(Optional.empty(), store.read(Part.EDITS));
    }

    @Test
    void whatCannotBeReadStaysWhereItIs() throws IOException {
        var store = store();
        Files.createDirectories(store.folder().resolve("edits").resolve("in the way"));
        assertThrows(IOException.class, () -> store.read(Part.EDITS));
        assertTrue(store.holds(Part.EDITS));
    }

    @Test
    void sessionsOfLongAgoGo() throws IOException {
        var old = used(1, Part.SCENE);
        fill();
        store().forgetOld();
        assertFalse(Files.exists(old.folder()));
    }

    @Test
    void theSessionThatIsJoinedStaysHoweverOldItIs() throws IOException {
        var old = used(1, Part.SCENE);
        fill();
        old.forgetOld();
        assertTrue(old.holds(Part.SCENE));
    }

    @Test
    void editsThatNobodyHasStayHoweverOldTheyAre() throws IOException {
        var old = used(1, Part.EDITS);
        var damaged = store();
        spoil(damaged, (byte) 8);
        age(damaged, 2);
        fill();
        store().forgetOld();
        assertTrue(old.holds(Part.EDITS));
        assertTrue(Files.exists(damaged.folder().resolve("edits.damaged")));
    }
}
