// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;

/** The files of a session: given to those who lack them, and fetched where they are missing. */
final class SessionFiles {
    private final FileGiving giving;
    private final FileFetching fetching;

    SessionFiles(Parts parts) {
        giving = new FileGiving(parts);
        fetching = new FileFetching(parts);
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

    /** Somebody sent edits, of which some may have been news. */
    void edits(String sender, boolean isNews) {
        if (isNews) {
            fetching.edits(sender);
        }
    }
}
