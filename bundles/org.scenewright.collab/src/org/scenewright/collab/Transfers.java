// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;

/** What goes in pieces, each told to those whom it concerns: files, and documents. */
record Transfers(SessionFiles files, Giving giving, Joining joining) {
    void refused(String sender, Refused refused) {
        joining.refused(sender, refused.nonce());
        files.refused(sender, refused);
    }

    void pulled(String sender, Pull pull) {
        if (SessionFiles.isFile(pull.transfer())) {
            files.pulled(sender, pull);
        } else {
            giving.pulled(sender, pull);
        }
    }

    void piece(String sender, Piece piece) {
        if (SessionFiles.isFile(piece.transfer())) {
            files.piece(sender, piece);
        } else {
            joining.piece(sender, piece);
        }
    }
}
