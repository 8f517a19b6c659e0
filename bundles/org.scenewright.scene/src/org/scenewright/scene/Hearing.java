// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.ComponentTypes;

import java.nio.ByteBuffer;
import java.util.List;

/** A draft of what a document becomes by what others wrote, and what there is to say of that. */
final class Hearing {
    private final Draft draft;
    private final Replica replica;
    private final Merging merging;
    private List<String> complaints = List.of();
    private boolean isNews;

    Hearing(Draft draft, Replica replica) {
        this.draft = draft;
        this.replica = replica;
        this.merging = new Merging(draft, replica);
    }

    private BulkMerging bulk() {
        return new BulkMerging(draft, replica, merging);
    }

    /** Merges the bytes of plain messages. */
    void plain(ByteBuffer messages, Decoded values) {
        var bulk = bulk();
        complaints = bulk.merge(messages, values);
        isNews = bulk.isNews();
    }

    /** Merges what another replica of ours wrote, unless it did before. */
    void batch(Batch batch) {
        if (replica.hears(batch)) {
            merging.merge(batch);
            complaints = merging.complaints();
            isNews = true;
        }
    }

    /** Takes in what others wrote of components of which nobody knew what they are. */
    void declared(ComponentTypes known) {
        bulk().take(
                        draft.now().types().all().stream()
                                .filter(type -> known.find(type.id()).isEmpty())
                                .toList());
        complaints = merging.complaints();
        isNews = true;
    }

    /** Whether anything was heard that was not known, about whatever. */
    boolean isNews() {
        return isNews;
    }

    /** What the senders of messages that lost ought to know. */
    List<CrdtMessage> corrections() {
        return merging.corrections();
    }

    /** What was wrong, and why messages were refused. */
    List<String> complaints() {
        return complaints;
    }
}
