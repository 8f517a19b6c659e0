// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.testing.AdapterContract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Against our own server under TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsRoomContractTest extends AdapterContract {
    private static final String PASSWORD = "changeit";

    private Path keystore = Path.of("");
    private CommsProtocol protocol = new WsRoomProtocol();
    private RoomServer server;
    private ConnectionString room;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        keystore = folder.resolve("server.p12");
        certify(keystore);
        server =
                RoomServer.start(
                        new InetSocketAddress("127.0.0.1", 0),
                        RoomRules.OPEN,
                        RoomLimits.STANDARD,
                        Optional.of(ServerCertificate.read(keystore, PASSWORD.toCharArray())));
        room = server.connection(UUID.randomUUID().toString());
        SSLContext trusting = trusting(keystore);
        protocol =
                new WsRoomProtocol(
                        () -> HttpClient.newBuilder().sslContext(trusting).build(),
                        Duration.ofSeconds(60));
    }

    private static void certify(Path keystore) throws Exception {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] command = {
            keytool,
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=room",
            "-ext",
            "SAN=IP:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            keystore.toString(),
            "-storepass",
            PASSWORD
        };
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return protocol.adapter(room, me, listener);
    }

    @Test
    void theConnectionStringSaysSo() {
        assertTrue(room.text().startsWith("ws-room:wss://127.0.0.1:"), room.text());
    }

    @Test
    void aServerThatNobodyTrustsIsNotTalkedTo() {
        CommsAdapter wary = new WsRoomProtocol().adapter(room, OwnIdentity.generate(), event -> {});
        assertThrows(CompletionException.class, () -> wary.connect().join());
    }

    /** Whether the server answers once keys were agreed on so often. */
    private boolean isServed(int times) throws Exception {
        var factory = trusting(keystore).getSocketFactory();
        try (var socket =
                (SSLSocket) factory.createSocket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(20_000);
            // The one after this agrees on keys once only.
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            for (int i = 0; i < times; i++) {
                socket.startHandshake();
                socket.getOutputStream().write("GET ".getBytes(StandardCharsets.US_ASCII));
            }
            socket.getOutputStream()
                    .write("/ HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (SSLException | SocketException sentAway) {
            return false;
        }
    }

    @Test
    void whoWantsNewKeysAllTheTimeIsSentAway() throws Exception {
        assertTrue(isServed(1));
        assertFalse(isServed(3));
    }

    private static void checkUnread(Path keystore, String password, String why) {
        var refused =
                assertThrows(
                        CommsException.class,
                        () -> ServerCertificate.read(keystore, password.toCharArray()));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void anotherPasswordOpensNothing() {
        checkUnread(keystore, "guessed", "This password does not open the keystore");
        checkUnread(keystore, "", "This password does not open the keystore");
    }

    @Test
    void whatIsNoKeystoreIsTold(@TempDir Path folder) throws Exception {
        checkUnread(Path.of("nowhere.p12"), "", "There is no file nowhere.p12.");
        checkUnread(folder, "", "There is no file");
        var garbage = Files.writeString(folder.resolve("garbage.p12"), "no key");
        checkUnread(garbage, PASSWORD, "cannot be read");
        var trusted = folder.resolve("trusted.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        var known = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        store.setCertificateEntry("server", known.getCertificate("server"));
        try (var out = Files.newOutputStream(trusted)) {
            store.store(out, PASSWORD.toCharArray());
        }
        checkUnread(trusted, PASSWORD, "holds no private key");
    }

    @Test
    void aCertificateOfANameLeadsToTheName() {
        var context = ServerCertificate.read(keystore, PASSWORD.toCharArray());
        var at = new InetSocketAddress("localhost", 0);
        try (var named =
                RoomServer.start(at, RoomRules.OPEN, RoomLimits.STANDARD, Optional.of(context))) {
            String text = named.connection("a").text();
            assertTrue(text.startsWith("ws-room:wss://localhost:"), text);
        }
    }

    @Test
    void noGarbageHarmsTheServer() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] garbage = new byte[1 + random.nextInt(20_000)];
            random.nextBytes(garbage);
            if (i % 2 == 0) {
                // The beginning of a real record.
                System.arraycopy(
                        new byte[] {22, 3, 1, 2, 0, 1, 0},
                        0,
                        garbage,
                        0,
                        Math.min(7, garbage.length));
            }
            try (var guest = new RawGuest(server.address())) {
                guest.write(garbage);
            }
        }
        connected();
    }
}
