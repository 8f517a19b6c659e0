// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One line of a {@code .dclignore}, as git and the official tools understand it.
 *
 * @param takesBack whether files that it fits are deployed after all
 * @param onlyFolders whether it fits no file
 * @param path what the names of a path have to be, from the project's root on
 */
record IgnoreRule(boolean takesBack, boolean onlyFolders, Glob<String> path) {
    private static final Pattern TRAILING_SPACE = Pattern.compile("(\\\\?)\\s+$");
    private static final Pattern TRAILING_ESCAPES = Pattern.compile("\\\\+$");

    /** The rule of a line, where it is one. */
    static Optional<IgnoreRule> parse(String line) {
        boolean takesBack = line.startsWith("!");
        String pattern = line.substring(takesBack ? 1 : 0);
        if (line.isBlank() || line.startsWith("#") || isCutShort(line)) {
            return Optional.empty();
        }
        int slash = pattern.indexOf('/');
        boolean isAnchored = slash >= 0 && slash < pattern.length() - 1;
        var text = trimmed(pattern);
        return Optional.of(new IgnoreRule(takesBack, text.endsWith("/"), path(text, isAnchored)));
    }

    /** Whether the last backslash has nothing behind it. */
    private static boolean isCutShort(String line) {
        var escapes = TRAILING_ESCAPES.matcher(line);
        return escapes.find() && escapes.group().length() == 1;
    }

    /** Without spaces at the end, but for one that has a backslash before it. */
    private static String trimmed(String pattern) {
        return TRAILING_SPACE
                .matcher(pattern)
                .replaceFirst(end -> end.group(1).isEmpty() ? "" : "\\\\\\\\ ");
    }

    private static Glob<String> path(String text, boolean isAnchored) {
        var parts = new ArrayList<Optional<Predicate<String>>>();
        if (!isAnchored) {
            parts.add(Optional.empty());
        }
        // The official tools take this for the names at the top, unlike git.
        for (var name : (text.equals("/**") ? "/*" : text).split("/")) {
            if (name.equals("**")) {
                parts.add(Optional.empty());
            } else if (!name.isEmpty()) {
                parts.add(Optional.of(NamePattern.parse(name)));
            }
        }
        // What ends so means all that is inside, and not the folder itself.
        if (text.endsWith("/**") && text.length() > 3) {
            parts.add(Optional.of(name -> true));
        }
        return new Glob<>(parts);
    }

    /** Whether it speaks of a path, given by its names. */
    boolean fits(List<String> names, boolean isFolder) {
        return (isFolder || !onlyFolders) && path.fits(names);
    }
}
