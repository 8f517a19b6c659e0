// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The balanced tree over the chunks of one file, of which it remembers the blocks that no parent
 * links to yet: at most 174 of each level. One thread at a time.
 */
final class CidTree {
    private static final int MOST_LINKS = 174;

    private final List<List<CidNode>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    /** Adds the next chunk. */
    void add(CidNode leaf) {
        add(0, leaf);
    }

    private void add(int level, CidNode node) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        var row = levels.get(level);
        // Only when the next one comes, because a last full row is itself below the root.
        if (row.size() == MOST_LINKS) {
            close(level);
        }
        row.add(node);
    }

    private void close(int level) {
        var row = levels.get(level);
        add(level + 1, CidNode.parent(row));
        row.clear();
    }

    /** The block that stands for all; nothing may be added afterwards. */
    CidNode root() {
        int level = 0;
        while (level < levels.size() - 1 || levels.get(level).size() > 1) {
            close(level++);
        }
        return levels.get(level).getFirst();
    }
}
