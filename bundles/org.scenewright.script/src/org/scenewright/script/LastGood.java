// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Reflection;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was known of files until somebody began to write something in them that cannot be parsed
 * yet: it goes on being used until they can be parsed again or are gone.
 *
 * @param now the answer in which it is missing
 */
record LastGood(Reflection now) {
    private static final String TOLD =
            " Until this is mended, its components are used as they were before.";

    /** Whether something may be missing. */
    boolean isWanted() {
        return now.findings().stream().anyMatch(LastGood::isUnparsed);
    }

    private static boolean isUnparsed(Finding finding) {
        return finding.kind() == Finding.Kind.SYNTAX;
    }

    /** The answer with what is missing in it, and a word about it where it is missing. */
    Reflection from(Reflection before) {
        var kept = before.definitions().stream().filter(isMissing()).toList();
        var files = kept.stream().map(d -> d.place().file()).collect(Collectors.toSet());
        return new Reflection(
                Stream.concat(now.definitions().stream(), kept.stream())
                        .sorted(Definition.ORDER)
                        .toList(),
                now.findings().stream().map(finding -> told(finding, files)).toList(),
                now.sources());
    }

    private Predicate<Definition> isMissing() {
        var files = unread();
        var found = now.definitions().stream().map(Definition::name).collect(Collectors.toSet());
        return before -> files.contains(before.place().file()) && !found.contains(before.name());
    }

    /** A file that fails may do so because it imports one that cannot be parsed. */
    private Set<String> unread() {
        return now.findings().stream()
                .filter(LastGood::hidesComponents)
                .map(finding -> finding.place().file())
                .collect(Collectors.toSet());
    }

    private static boolean hidesComponents(Finding finding) {
        return switch (finding.kind()) {
            case SYNTAX, FAILED -> true;
            case SIDE_EFFECT, MISSING, LIMIT -> false;
        };
    }

    private static Finding told(Finding finding, Set<String> files) {
        return hidesComponents(finding) && files.contains(finding.place().file())
                ? new Finding(finding.kind(), finding.place(), finding.message() + TOLD)
                : finding;
    }
}
