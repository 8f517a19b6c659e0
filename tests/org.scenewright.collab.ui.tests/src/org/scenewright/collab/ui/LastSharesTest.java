// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.BackingStoreException;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.crypto.spec.PBEKeySpec;

/** Of each scene the last session is remembered, and its link where nobody else reads it. */
class LastSharesTest {
    private static final String SECRET = "geheim";
    private static final Path YARD = Path.of("yard/main.composite");
    private static final Instant NOON =
            LocalDateTime.of(2026, 3, 9, 12, 0).atZone(ZoneId.systemDefault()).toInstant();

    @TempDir Path directory;
    private final IEclipsePreferences node =
            InstanceScope.INSTANCE.getNode("org.scenewright.collab.last");
    private ISecurePreferences storage;
    private LastShares shares;
    private Instant now = NOON;

    @BeforeEach
    void open() throws IOException {
        var options = Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("a".toCharArray()));
        var place = directory.resolve("keyring").toUri().toURL();
        storage = Objects.requireNonNull(SecurePreferencesFactory.open(place, options));
        shares = new LastShares(node, () -> Optional.of(storage), () -> now);
    }

    @AfterEach
    void close() throws BackingStoreException {
        node.clear();
    }

    private static SessionLink link(int number) {
        return SessionLink.parse(
                "ws-room:ws://[::1]:%s/rooms/a?invitation=%s#session=%032x&owner=0x%040x"
                        .formatted(number, SECRET, number, 1));
    }

    private void keep(String scene, int number) {
        shares.keep(Path.of(scene), link(number), true);
        now = now.plusSeconds(1);
    }

    private LastShare last() {
        return shares.of(YARD).orElseThrow();
    }

    @Test
    void theLastOneOfASceneIsKept() {
        keep("yard/main.composite", 1);
        keep("barn/main.composite", 2);
        keep("yard/main.composite", 3);
        assertEquals(link(3), shares.link(last()));
        assertEquals(Optional.of(new LastShare.Room("::1", 3, false)), last().room());
        assertEquals("9 Mar 2026, 12:00", last().date());
        assertEquals(Optional.empty(), shares.of(Path.of("field/main.composite")));
    }

    @Test
    void onlyTheStorageHasTheInvitation() throws IOException {
        keep("yard/main.composite", 1);
        assertFalse(last().line().contains(SECRET), last().line());
        assertFalse(Files.readString(directory.resolve("keyring")).contains(SECRET));
        shares.keep(YARD, link(1), false);
        assertEquals("[::1]:1", last().place());
        assertEquals(Optional.empty(), last().room());
    }

    @Test
    void thoseOfSomeScenesAreKept() throws BackingStoreException {
        for (int i = 1; i <= 40; i++) {
            keep("scene" + i, i);
        }
        assertEquals(16, node.keys().length);
        assertEquals(16, storage.node("org.scenewright.collab/shared").keys().length);
        assertTrue(shares.of(Path.of("scene40")).isPresent());
    }

    @Test
    void whereTheStorageStaysClosedTheFormerOneIsKept() {
        keep("yard/main.composite", 1);
        shares = new LastShares(node, () -> Optional.of(closed(storage)), () -> now);
        keep("yard/main.composite", 2);
        assertEquals(link(1), shares.link(last()));
    }

    /** The same, but for its password, which nobody gives. */
    private static ISecurePreferences closed(ISecurePreferences open) {
        InvocationHandler handler =
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "put" ->
                                    throw new StorageException(
                                            StorageException.NO_PASSWORD, "none");
                            case "node" -> closed(open.node((String) arguments[0]));
                            default -> method.invoke(open, arguments);
                        };
        return (ISecurePreferences)
                Proxy.newProxyInstance(
                        LastSharesTest.class.getClassLoader(),
                        new Class<?>[] {ISecurePreferences.class},
                        handler);
    }

    @Test
    void filesOfThePersonHereStayInTheWay() {
        var way = ConnectionString.parse("nats:nats://host?room=a&creds=/home/ann/ann.creds");
        var link = link(1).at(way);
        shares.keep(YARD, link, false);
        assertEquals(link, shares.link(last()));
    }

    @Test
    void whatIsSpoiltIsNotOffered() throws BackingStoreException {
        keep("yard/main.composite", 1);
        String key = List.of(node.keys()).getFirst();
        node.put(key, "0 " + last().line());
        assertEquals(Optional.empty(), shares.of(YARD));
    }

    @Test
    void aLinkThatIsGoneIsToldSo() {
        keep("yard/main.composite", 1);
        storage.node("org.scenewright.collab/shared").clear();
        var gone = assertThrows(CommsException.class, () -> shares.link(last()));
        assertTrue(gone.getMessage().contains("begin a new one"), gone.getMessage());
    }

    @Test
    void withoutAStorageNothingIsOffered() {
        shares = new LastShares(node, Optional::empty, () -> now);
        keep("yard/main.composite", 1);
        assertEquals(Optional.empty(), shares.of(YARD));
    }
}
