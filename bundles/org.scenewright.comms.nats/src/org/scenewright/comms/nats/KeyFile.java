// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import io.nats.client.AuthHandler;
import io.nats.client.NKey;
import io.nats.client.Nats;

import org.scenewright.comms.CommsException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What proves to a server who connects, from the files that users of NATS have: credentials (JWT
 * and seed), or the seed of an NKey alone.
 */
final class KeyFile {
    private static final long LONGEST_FILE = 64 << 10;
    private static final Pattern SEED = Pattern.compile("\\bSU[A-Z2-7]{56}\\b");
    private static final Pattern JWT = Pattern.compile("-{3,}BEGIN NATS USER JWT-{3,}");

    private KeyFile() {}

    /**
     * Nothing when the place names no such file.
     *
     * @throws CommsException when a file is not what it should be; it tells no secret
     */
    static Optional<AuthHandler> handler(NatsPlace place) {
        return place.option("creds")
                .map(file -> credentials(read("creds", file)))
                .or(() -> place.option("nkey").map(file -> key(read("nkey", file))));
    }

    private static String read(String option, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LONGEST_FILE) {
                throw new CommsException("The file of " + option + " is too long.");
            }
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException | InvalidPathException unreadable) {
            throw new CommsException("The file of " + option + " cannot be read.", unreadable);
        }
    }

    private static AuthHandler credentials(String text) {
        seed("creds", text);
        if (!JWT.matcher(text).find()) {
            throw new CommsException("The file of creds holds no JWT of a user.");
        }
        return Nats.staticCredentials(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static AuthHandler key(String text) {
        return new Seed(seed("nkey", text));
    }

    private static String seed(String option, String text) {
        Matcher seed = SEED.matcher(text);
        if (!seed.find()) {
            throw new CommsException("The file of " + option + " holds no seed of a user.");
        }
        try {
            NKey.fromSeed(seed.group().toCharArray());
        } catch (IllegalArgumentException broken) {
            // What it says may quote the seed.
            throw new CommsException("The file of " + option + " holds a broken seed.");
        }
        return seed.group();
    }

    /** Proves the public key of a seed, and no more. */
    private record Seed(String seed) implements AuthHandler {
        private NKey key() {
            return NKey.fromSeed(seed.toCharArray());
        }

        @Override
        @SuppressWarnings("null")
        public byte[] sign(byte[] nonce) {
            try {
                return key().sign(nonce);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java signs by Ed25519.", impossible);
            } catch (IOException noSeed) {
                throw new UncheckedIOException(noSeed);
            }
        }

        @Override
        public char[] getID() {
            try {
                return key().getPublicKey();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java has Ed25519.", impossible);
            } catch (IOException noSeed) {
                throw new UncheckedIOException(noSeed);
            }
        }

        @Override
        public char[] getJWT() {
            return new char[0];
        }

        /** Not the seed. */
        @Override
        public String toString() {
            return "NKey";
        }
    }
}
