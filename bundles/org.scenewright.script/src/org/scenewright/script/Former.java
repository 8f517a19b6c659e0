// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Reflection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the source files of a project defined once and none of them does any more, since somebody
 * deleted or renamed it.
 *
 * @param now what they define now
 */
record Former(Reflection now) {
    private static final int MOST = 1000;

    /**
     * Each component once.
     *
     * @param gone those that were gone before
     * @param before what was defined before
     */
    List<Definition> since(List<Definition> gone, List<Definition> before) {
        var found = now.definitions().stream().map(Definition::name).collect(Collectors.toSet());
        var each = new LinkedHashMap<String, Definition>();
        Stream.concat(gone.stream(), before.stream().filter(this::isKnown))
                .filter(definition -> !found.contains(definition.name()))
                .forEach(definition -> each.putIfAbsent(definition.name(), definition));
        return each.values().stream().limit(MOST).toList();
    }

    /** A package may not be installed at the moment, and a file not be read. */
    private boolean isKnown(Definition definition) {
        var unread = unread();
        return definition.packageName().isEmpty()
                && !unread.contains("")
                && !unread.contains(definition.place().file());
    }

    /** The files that may define more than was found; one without a name stands for all. */
    private Set<String> unread() {
        return now.findings().stream()
                .filter(Former::hidesComponents)
                .map(finding -> finding.place().file())
                .collect(Collectors.toSet());
    }

    private static boolean hidesComponents(Finding finding) {
        return switch (finding.kind()) {
            case SYNTAX, FAILED, LIMIT -> true;
            case SIDE_EFFECT, MISSING -> false;
        };
    }
}
