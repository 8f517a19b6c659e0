// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.LwwStore;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;

/** The components that a script has written and not removed, by the rules of ADR-117. */
final class SentState {
    private static final Comparator<CrdtMessage.PutComponent> ORDER =
            Comparator.<CrdtMessage.PutComponent>comparingLong(
                            put -> Integer.toUnsignedLong(put.entity().bits()))
                    .thenComparingLong(put -> Integer.toUnsignedLong(put.component().value()));

    private final LwwStore store = new LwwStore();

    void merge(ByteBuffer messages) {
        store.merge(messages, cell -> {});
    }

    /** By entity and then component, both unsigned. */
    private List<CrdtMessage.PutComponent> entries() {
        return store.state().stream()
                .filter(CrdtMessage.PutComponent.class::isInstance)
                .map(CrdtMessage.PutComponent.class::cast)
                .sorted(ORDER)
                .toList();
    }

    /** Adds all to a digest: of each entity, component and length, little-endian, and the value. */
    void digest(MessageDigest digest) {
        var head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        for (var put : entries()) {
            head.clear().putInt(put.entity().bits()).putInt(put.component().value());
            digest.update(head.putInt(put.data().length).flip());
            digest.update(put.data());
        }
    }
}
