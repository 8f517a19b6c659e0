// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;

import java.util.List;

/**
 * What came of merging messages into a document.
 *
 * @param changes what it did to the document
 * @param corrections what the senders of messages that lost ought to know
 * @param complaints what was wrong with the bytes, and why messages were refused
 */
public record Merged(Changes changes, List<CrdtMessage> corrections, List<String> complaints) {
    public Merged {
        corrections = List.copyOf(corrections);
        complaints = List.copyOf(complaints);
    }
}
