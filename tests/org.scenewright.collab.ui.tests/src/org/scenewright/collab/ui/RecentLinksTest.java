// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SessionLink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.crypto.spec.PBEKeySpec;

/** Links are kept where nobody else reads them, or not at all. */
class RecentLinksTest {
    private static final String SECRET = "geheim";

    @TempDir Path directory;

    private static SessionLink link(int number) {
        return SessionLink.parse(
                "ws-room:ws://127.0.0.1/rooms/%s?invitation=%s#session=%032x&owner=0x%040x"
                        .formatted(number, SECRET, number, 1));
    }

    private RecentLinks open() throws IOException {
        var options = Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("a".toCharArray()));
        var storage =
                SecurePreferencesFactory.open(
                        directory.resolve("keyring").toUri().toURL(), options);
        return new RecentLinks(() -> Optional.ofNullable(storage));
    }

    private static List<SessionLink> links(RecentLinks recent) {
        return recent.all().orElseThrow().stream().map(RecentLinks.Recent::link).toList();
    }

    @Test
    void theNewestComesFirstAndEachSessionOnce() throws IOException {
        var recent = open();
        recent.add("Yard", link(1));
        recent.add("Harbour", link(2));
        recent.add("Yard\tagain", link(1));
        assertEquals(List.of(link(1), link(2)), links(recent));
        assertEquals("Yard again", recent.all().orElseThrow().getFirst().title());
    }

    @Test
    void aFewAreKeptAlone() throws IOException {
        var recent = open();
        IntStream.rangeClosed(1, 20).forEach(number -> recent.add("Yard", link(number)));
        assertEquals(link(20), links(recent).getFirst());
        assertEquals(8, links(recent).size());
    }

    @Test
    void neitherTheFileNorTheMenuTellsAnInvitation() throws IOException {
        var recent = open();
        recent.add("Yard", link(1));
        assertFalse(Files.readString(directory.resolve("keyring")).contains(SECRET));
        String label = recent.all().orElseThrow().getFirst().label();
        assertFalse(label.contains(SECRET), label);
    }

    @Test
    void withoutAStorageNoneAreKept() {
        var recent = new RecentLinks(Optional::empty);
        recent.add("Yard", link(1));
        assertEquals(Optional.empty(), recent.all());
    }
}
