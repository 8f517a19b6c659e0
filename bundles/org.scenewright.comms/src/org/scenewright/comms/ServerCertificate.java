// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a server proves itself by under TLS. */
public final class ServerCertificate {
    private ServerCertificate() {}

    /**
     * Reads the key and the certificates of a keystore (PKCS 12 or JKS).
     *
     * @throws CommsException when it cannot be read, or not by this password, or holds no key; a
     *     sentence for people
     */
    public static SSLContext read(Path keystore, char[] password) {
        if (!Files.isRegularFile(keystore)) {
            throw new CommsException("There is no file " + keystore + ".");
        }
        try {
            KeyStore store = KeyStore.getInstance(keystore.toFile(), password);
            requireKey(store, keystore);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CommsException(why(keystore, unreadable), unreadable);
        }
    }

    private static void requireKey(KeyStore store, Path keystore) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return;
            }
        }
        throw new CommsException(
                "The keystore " + keystore + " holds no private key, which a server needs.");
    }

    private static String why(Path keystore, Exception unreadable) {
        boolean isLocked =
                unreadable instanceof UnrecoverableKeyException
                        || unreadable.getCause() instanceof UnrecoverableKeyException;
        return isLocked
                ? "This password does not open the keystore " + keystore + "."
                : "The keystore " + keystore + " cannot be read: " + unreadable.getMessage() + ".";
    }
}
