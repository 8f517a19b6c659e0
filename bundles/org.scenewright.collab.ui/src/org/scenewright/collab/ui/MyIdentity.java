// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.OwnIdentity;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who the person here is to others: made once, and kept in Eclipse's secure storage.
 *
 * <p>Any thread but that of the UI: the storage may ask for its password.
 */
final class MyIdentity {
    private static final String NODE = "org.scenewright.collab";
    private static final String KEY = "identity";

    private volatile Optional<OwnIdentity> known = Optional.empty();

    /** The identity, where it was needed before; any thread. */
    Optional<OwnIdentity> known() {
        return known;
    }

    /**
     * The identity.
     *
     * @throws CommsException when the storage stays closed
     */
    synchronized OwnIdentity get() {
        var mine = known.orElseGet(MyIdentity::stored);
        known = Optional.of(mine);
        return mine;
    }

    private static OwnIdentity stored() {
        var storage = SecurePreferencesFactory.getDefault();
        if (storage == null) {
            throw new CommsException(
                    "Eclipse has no secure storage here to keep your identity in.");
        }
        try {
            return read(storage.node(NODE));
        } catch (StorageException | IOException | IllegalArgumentException closed) {
            throw new CommsException(
                    "Your identity cannot be had from Eclipse's secure storage: "
                            + closed.getMessage(),
                    closed);
        }
    }

    private static OwnIdentity read(ISecurePreferences node) throws StorageException, IOException {
        String kept = node.get(KEY, "");
        if (!kept.isEmpty()) {
            return OwnIdentity.of(HexFormat.of().parseHex(kept));
        }
        var made = OwnIdentity.generate();
        node.put(KEY, HexFormat.of().formatHex(made.secret()), true);
        node.flush();
        return made;
    }
}
