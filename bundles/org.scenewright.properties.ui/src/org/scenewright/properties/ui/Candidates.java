// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Title;

import java.util.Comparator;
import java.util.List;

/**
 * The types of components that can be added.
 *
 * @param types all of them, in any order
 */
record Candidates(List<ComponentType> types) {

    /**
     * Those with what was typed in their name, their package or what they are for: best first.
     *
     * @param internal whether those are meant too that their authors did not mean to be added
     */
    List<ComponentType> find(String typed, boolean internal) {
        var search = Search.of(typed);
        return types.stream()
                .filter(type -> internal || !type.about().isInternal())
                .filter(type -> search.findsName(type) || search.finds(type.about().text()))
                .sorted(
                        Comparator.<ComponentType, Boolean>comparing(
                                        type -> !search.finds(Title.of(type.shortName())))
                                .thenComparing(ComponentType::shortName)
                                .thenComparing(ComponentType::name))
                .toList();
    }

    /** Whether there are any that are hidden unless they are asked for. */
    boolean hasInternal() {
        return types.stream().anyMatch(type -> type.about().isInternal());
    }

    /** What a list shows of a type. */
    static String label(ComponentType type) {
        String from = type.about().packageName();
        return Title.of(type.shortName())
                + "  \u2013  "
                + type.name()
                + (from.isEmpty() ? "" : "  (" + from + ")")
                + (type.about().isInternal() ? "  internal" : "");
    }
}
