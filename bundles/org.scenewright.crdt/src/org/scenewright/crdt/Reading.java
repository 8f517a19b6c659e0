// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.List;
import java.util.Optional;

/**
 * The messages that stand in some bytes, as far as the bytes are sound.
 *
 * @param messages all messages before the first that cannot be one
 * @param complaint what is wrong with that one, and its offset
 */
public record Reading(List<CrdtMessage> messages, Optional<String> complaint) {
    public Reading {
        messages = List.copyOf(messages);
    }
}
