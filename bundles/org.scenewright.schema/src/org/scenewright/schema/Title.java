// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read instead of the names of components and fields, wherever they read them. */
public final class Title {
    private static final Pattern AFTER_HYPHEN = Pattern.compile("[-.]+(.?)");

    private Title() {}

    /** A name as words: "albedoColor" becomes "Albedo Color", "spinning-thing" "Spinning Thing". */
    public static String of(String name) {
        String spaced =
                AFTER_HYPHEN
                        .matcher(name.replace('_', ' '))
                        .replaceAll(hyphen -> " " + hyphen.group(1).toUpperCase(Locale.ROOT))
                        .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
                        .strip();
        return spaced.isEmpty()
                ? name
                : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /**
     * What sentences call a part: "Material \u203a Pbr \u203a Metallic".
     *
     * @param whole what they call all of it
     */
    public static String of(String whole, List<String> steps) {
        return Stream.concat(Stream.of(whole), steps.stream().map(Title::word))
                .collect(Collectors.joining(" \u203a "));
    }

    private static String word(String step) {
        int index = FieldPath.index(step);
        return index < 0 ? of(step) : "item " + (index + 1);
    }
}
