// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of one's own in a folder, and what it certifies, as PEM files. */
record Certificates(Path folder) {
    private static final String PASSWORD = "changeit";

    static Certificates in(Path folder) throws Exception {
        var made = new Certificates(folder);
        made.pair("ca", "bc:c=ca:true");
        Files.write(made.folder.resolve("ca.pem"), made.keytool("ca", "-exportcert", "-rfc"));
        return made;
    }

    /** A certificate and its key: NAME.pem and NAME.key. */
    Certificates with(String name) throws Exception {
        pair(name, "san=ip:127.0.0.1");
        Path request = folder.resolve(name + ".csr");
        Files.write(request, keytool(name, "-certreq"));
        byte[] certificate =
                keytool(
                        "ca",
                        "-gencert",
                        "-infile",
                        request.toString(),
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-rfc");
        Files.write(folder.resolve(name + ".pem"), certificate);
        Files.writeString(folder.resolve(name + ".key"), key(name));
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private void pair(String name, String extension) throws Exception {
        keytool(
                name,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-validity",
                "2");
    }

    private byte[] keytool(String name, String verb, String... more)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                verb,
                                "-alias",
                                name,
                                "-keystore",
                                folder.resolve(name + ".p12").toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(List.of(more));
        Path errors = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        byte[] out = process.getInputStream().readAllBytes();
        assertEquals(
                0, process.waitFor(), () -> command + new String(out, StandardCharsets.ISO_8859_1));
        return out;
    }

    private String key(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] encoded = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
