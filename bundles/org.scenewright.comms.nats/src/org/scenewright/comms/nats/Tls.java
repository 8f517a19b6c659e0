// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a connection under TLS trusts and shows, from the PEM files that users of NATS have: the
 * certificates of an authority, and a client's certificate and key (PKCS #8).
 */
final class Tls {
    private static final long LONGEST_FILE = 1 << 20;
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private Tls() {}

    /**
     * Nothing when the place names no files.
     *
     * @throws CommsException when a file is not what it should be
     */
    static Optional<SSLContext> context(NatsPlace place) {
        if (place.option("tlsca").isEmpty() && place.option("tlscert").isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown(place), trusted(place), null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException | InvalidPathException broken) {
            throw new CommsException(
                    "The certificates for NATS are broken: " + broken.getMessage() + ".", broken);
        }
    }

    private static KeyManager[] shown(NatsPlace place)
            throws GeneralSecurityException, IOException {
        if (place.option("tlscert").isEmpty()) {
            return new KeyManager[0];
        }
        KeyStore store = empty();
        store.setKeyEntry(
                "client",
                key(read(place, "tlskey")),
                new char[0],
                certificates(read(place, "tlscert")).toArray(Certificate[]::new));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        return managers.getKeyManagers();
    }

    private static TrustManager[] trusted(NatsPlace place)
            throws GeneralSecurityException, IOException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (place.option("tlsca").isPresent()) {
            KeyStore store = empty();
            int number = 0;
            for (Certificate certificate : certificates(read(place, "tlsca"))) {
                store.setCertificateEntry("authority " + ++number, certificate);
            }
            managers.init(store);
        } else {
            // Those that Java trusts.
            managers.init((KeyStore) null);
        }
        return managers.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        return store;
    }

    private static byte[] read(NatsPlace place, String option) throws IOException {
        Path file = Path.of(place.option(option).orElseThrow());
        if (Files.size(file) > LONGEST_FILE) {
            throw new IOException("the file of " + option + " is too long");
        }
        return Files.readAllBytes(file);
    }

    private static Collection<? extends Certificate> certificates(byte[] pem)
            throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem));
    }

    private static PrivateKey key(byte[] pem) throws GeneralSecurityException {
        String text = new String(pem, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) {
            throw new GeneralSecurityException("tlskey is no key as PKCS #8 without a password");
        }
        String body = text.substring(from + begin.length(), to);
        try {
            return key(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
        } catch (IllegalArgumentException noKey) {
            throw new GeneralSecurityException("tlskey is no key", noKey);
        }
    }

    private static PrivateKey key(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException ofAnother) {
                // The next one, then.
                continue;
            }
        }
        throw new GeneralSecurityException("tlskey is of none of the kinds " + ALGORITHMS);
    }
}
