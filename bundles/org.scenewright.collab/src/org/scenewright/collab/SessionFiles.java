// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.FileCheck;
import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.FilesDiffer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;

/**
 * The files of a session: given to those who lack them, fetched where they are missing, compared
 * where they are there.
 */
final class SessionFiles {
    private final FileGiving giving;
    private final FileFetching fetching;
    private final FileComparing comparing;

    SessionFiles(Parts parts) {
        giving = new FileGiving(parts);
        fetching = new FileFetching(parts);
        comparing = new FileComparing(parts);
    }

    /** Whether a transfer is one of a file, and none of a document. */
    static boolean isFile(long transfer) {
        return transfer < 0;
    }

    /**
     * Lets time pass.
     *
     * @param isSettled whether what is here is the document of the session
     */
    void tick(boolean isSettled) {
        giving.tick();
        if (isSettled) {
            fetching.tick();
            comparing.tick();
        }
    }

    void asked(String sender, FileRequest request) {
        giving.asked(sender, request);
    }

    void pulled(String sender, Pull pull) {
        giving.pulled(sender, pull);
    }

    void offered(String sender, FileOffer offer) {
        fetching.offered(sender, offer);
    }

    void refused(String sender, Refused refused) {
        fetching.refused(sender, refused.nonce(), refused.reason());
    }

    void piece(String sender, Piece piece) {
        fetching.piece(sender, piece);
    }

    void asked(String sender, FileCheck check) {
        comparing.asked(sender, check);
    }

    void told(String sender, FilesDiffer told) {
        comparing.told(sender, told);
    }

    /** Somebody sent edits, of which some may have been news. */
    void edits(String sender, boolean isNews) {
        if (isNews) {
            fetching.edits(sender);
        }
    }
}
