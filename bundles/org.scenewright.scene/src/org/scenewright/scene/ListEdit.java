// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes elements out of an array or object and puts new ones in, with their commas and nothing
 * else.
 */
final class ListEdit {
    private final JsonSpan container;
    private final List<? extends JsonSpan> elements;
    private final JsonLayout layout;
    private final BitSet removed = new BitSet();
    private final SortedMap<Integer, List<String>> inserted = new TreeMap<>();

    ListEdit(JsonSpan container, List<? extends JsonSpan> elements, JsonLayout layout) {
        this.container = container;
        this.elements = elements;
        this.layout = layout;
    }

    void remove(int index) {
        removed.set(index);
    }

    /**
     * Puts the text of an element before the one with an index, or at the end; later ones stand
     * behind.
     */
    void insert(int before, String text) {
        inserted.computeIfAbsent(before, none -> new ArrayList<>()).add(text);
    }

    /** Adds what changes to the patches of the whole text. */
    void write(Patches patches) {
        if (removed.isEmpty() && inserted.isEmpty()) {
            return;
        }
        int gap = 0;
        for (int kept = removed.nextClearBit(0);
                kept < elements.size();
                kept = removed.nextClearBit(gap)) {
            new Gap(gap, kept).write(patches);
            gap = kept + 1;
        }
        new Gap(gap, elements.size()).write(patches);
    }

    /** A run of removed elements, perhaps none, before the kept element {@code to} or the end. */
    private final class Gap {
        private final int from;
        private final int to;
        private final List<String> texts = new ArrayList<>();

        Gap(int from, int to) {
            this.from = from;
            this.to = to;
            inserted.subMap(from, to + 1).values().forEach(texts::addAll);
        }

        void write(Patches patches) {
            int replaced = Math.min(texts.size(), to - from);
            for (int i = 0; i < replaced; i++) {
                var element = elements.get(from + i);
                patches.replace(element.from(), element.to(), texts.get(i));
            }
            if (from + replaced < to) {
                remove(patches, from + replaced);
            } else if (replaced < texts.size()) {
                insert(patches, texts.subList(replaced, texts.size()));
            }
        }

        private void remove(Patches patches, int first) {
            if (first > 0) {
                patches.remove(elements.get(first - 1).to(), elements.get(to - 1).to());
            } else if (to < elements.size()) {
                patches.remove(elements.getFirst().from(), elements.get(to).from());
            } else {
                patches.remove(container.from() + 1, container.to() - 1);
            }
        }

        private void insert(Patches patches, List<String> more) {
            String separator = "," + layout.separator();
            String joined = String.join(separator, more);
            if (to > 0) {
                patches.insert(elements.get(to - 1).to(), separator + joined);
            } else if (elements.isEmpty()) {
                String all = layout.lead() + joined + layout.tail();
                patches.replace(container.from() + 1, container.to() - 1, all);
            } else {
                patches.insert(elements.getFirst().from(), joined + separator);
            }
        }
    }
}
