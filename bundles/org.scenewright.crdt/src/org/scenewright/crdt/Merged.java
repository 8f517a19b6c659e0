// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.List;

/**
 * What became of the messages of a batch.
 *
 * @param accepted how many were news
 * @param redundant how many said nothing new
 * @param outdated how many lost against what was known
 * @param refused how many were sound, but are not kept for want of room
 * @param complaints what was wrong with the bytes, and why messages were refused
 */
public record Merged(
        long accepted, long redundant, long outdated, long refused, List<String> complaints) {
    public Merged {
        complaints = List.copyOf(complaints);
    }
}
