// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SessionLink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.crypto.spec.PBEKeySpec;

/** Links are kept where nobody else reads them, or not at all. */
class RecentLinksTest {
    private static final String SECRET = "geheim";
    private static final Instant NOON =
            LocalDateTime.of(2026, 3, 9, 12, 0).atZone(ZoneId.systemDefault()).toInstant();

    @TempDir Path directory;

    private static SessionLink link(int number) {
        return SessionLink.parse(
                "ws-room:ws://127.0.0.1/rooms/%s?invitation=%s#session=%032x&owner=0x%040x"
                        .formatted(number, SECRET, number, 1));
    }

    private ISecurePreferences storage() throws IOException {
        var options = Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("a".toCharArray()));
        return Objects.requireNonNull(
                SecurePreferencesFactory.open(
                        directory.resolve("keyring").toUri().toURL(), options));
    }

    private RecentLinks open() throws IOException {
        var storage = storage();
        return new RecentLinks(() -> Optional.of(storage), () -> NOON);
    }

    private static List<SessionLink> links(RecentLinks recent) {
        return recent.all().orElseThrow().stream().map(RecentLinks.Recent::link).toList();
    }

    @Test
    void theNewestComesFirstAndEachSessionOnce() throws IOException {
        var recent = open();
        recent.add("Yard", "Ann", link(1));
        recent.add("Harbour", "Ann", link(2));
        recent.add("Yard\tagain", "Ann", link(1));
        assertEquals(List.of(link(1), link(2)), links(recent));
        assertEquals("Yard again", recent.all().orElseThrow().getFirst().title());
    }

    @Test
    void aFewAreKeptAlone() throws IOException {
        var recent = open();
        IntStream.rangeClosed(1, 20).forEach(number -> recent.add("Yard", "Ann", link(number)));
        assertEquals(link(20), links(recent).getFirst());
        assertEquals(8, links(recent).size());
    }

    @Test
    void neitherTheFileNorTheMenuTellsAnInvitation() throws IOException {
        var recent = open();
        recent.add("Yard", "Ann", link(1));
        assertFalse(Files.readString(directory.resolve("keyring")).contains(SECRET));
        String label = recent.all().orElseThrow().getFirst().label();
        assertFalse(label.contains(SECRET), label);
    }

    private static void checkLabel(String expected, String owner, Optional<Instant> joined) {
        assertEquals(expected, new RecentLinks.Recent("Yard", link(1), owner, joined).label());
    }

    @Test
    void aLinkIsChosenByItsSceneItsOwnerAndWhenOneJoined() throws IOException {
        checkLabel("Yard of Ann, joined on 9 Mar 2026, 12:00", "Ann", Optional.of(NOON));
        checkLabel("Yard, joined on 9 Mar 2026, 12:00", "", Optional.of(NOON));
        checkLabel("Yard, session 00000000", "", Optional.empty());
        var recent = open();
        recent.add("Yard", "Ann\tB", link(1));
        String label = recent.all().orElseThrow().getFirst().label();
        assertEquals("Yard of Ann B, joined on 9 Mar 2026, 12:00", label);
    }

    @Test
    void anOwnerWhoIsNotThereIsRemembered() throws IOException {
        var recent = open();
        recent.add("Yard", "Ann", link(1));
        recent.add("Yard", "", link(1));
        assertEquals("Ann", recent.all().orElseThrow().getFirst().owner());
    }

    @Test
    void whatWasKeptBeforeIsReadStill() throws IOException, StorageException {
        var recent = open();
        String line = "Yard\t" + link(1).text();
        storage().node("org.scenewright.collab").put("recent", line, true);
        assertEquals("Yard, session 00000000", recent.all().orElseThrow().getFirst().label());
    }

    @Test
    void withoutAStorageNoneAreKept() {
        var recent = new RecentLinks(Optional::empty, () -> NOON);
        recent.add("Yard", "Ann", link(1));
        assertEquals(Optional.empty(), recent.all());
    }
}
