// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a server proves itself by under TLS. */
public final class ServerCertificate {
    private ServerCertificate() {}

    /**
     * Reads the key and the certificates of a keystore (PKCS 12 or JKS).
     *
     * @throws CommsException when it cannot be read, or not by this password
     */
    public static SSLContext read(Path keystore, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance(keystore.toFile(), password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CommsException(
                    "The keystore "
                            + keystore
                            + " cannot be read: "
                            + unreadable.getMessage()
                            + ".",
                    unreadable);
        }
    }
}
