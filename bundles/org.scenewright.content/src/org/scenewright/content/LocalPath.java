// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The paths by which scenes and models name their files: either slash, and never outside. */
public final class LocalPath {
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]+");
    private static final Pattern ABSOLUTE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:[/\\\\].*");

    private LocalPath() {}

    /**
     * The names that a path consists of, without {@code .}, {@code ..} and leading slash; empty for
     * an address and for a path that climbs out.
     */
    public static Optional<List<String>> names(String path) {
        return names("", path);
    }

    /**
     * The form in which two spellings of one path are equal: lower case, forward slashes, no {@code
     * .} and no leading slash; empty for an address and for a path that climbs out.
     */
    public static Optional<String> key(String path) {
        return names(path).map(names -> String.join("/", names).toLowerCase(Locale.ROOT));
    }

    /** A path relative to the directory of a file; empty where it climbs out. */
    public static Optional<String> beside(String file, String path) {
        return names(directory(file), path).map(names -> String.join("/", names));
    }

    /** All before the last slash, and that; nothing for a file at the top. */
    private static String directory(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static Optional<List<String>> names(String directory, String path) {
        if (ABSOLUTE.matcher(path).matches()) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        for (var name : SEPARATOR.split(directory + path)) {
            if (name.equals("..") && names.isEmpty()) {
                return Optional.empty();
            } else if (name.equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return Optional.of(names);
    }
}
