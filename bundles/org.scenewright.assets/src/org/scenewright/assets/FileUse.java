// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Locale;

/**
 * One text in a file of a project that names other files of it.
 *
 * @param file the path of the naming file inside the project
 * @param line counted from 1
 * @param start where the text begins in the file's characters, quotes of JSON included
 * @param end where it ends, exclusive
 * @param entity the number of the entity that has it; empty where it is none's
 * @param component the component's name; empty where it is none
 * @param field the way to it in the component, else in the whole file
 * @param text what is said there, decoded
 * @param way how it leads to files
 */
public record FileUse(
        String file,
        int line,
        int start,
        int end,
        String entity,
        String component,
        FieldPath field,
        String text,
        Spelling way) {

    /** How much is known of whether a use means a file. */
    public enum Certainty {
        NONE,
        /** It may be meant: somebody has to look. */
        POSSIBLE,
        CERTAIN
    }

    /** Whether a file, or for a folder anything in it, is meant. */
    public Certainty of(String path) {
        var key = key(path);
        boolean isNamed = named().stream().anyMatch(name -> isIn(key(name), key));
        if (isNamed) {
            return isWhole() ? Certainty.CERTAIN : Certainty.POSSIBLE;
        }
        boolean isEnd = isEnd() && key.endsWith("/" + key(text));
        return isEnd ? Certainty.POSSIBLE : Certainty.NONE;
    }

    /** Whether a path is another or lies in that folder, both as {@link #key}. */
    static boolean isIn(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    static String key(String path) {
        return LocalPath.key(path).orElseGet(() -> path.toLowerCase(Locale.ROOT));
    }

    /** The paths inside the project that are named. */
    public List<String> named() {
        return way.named(file, text);
    }

    /** A bare name is also an ordinary word, but for fields that hold nothing else. */
    boolean isWhole() {
        return way == Spelling.URI || component.isEmpty() && way == Spelling.PATH || hasFolder();
    }

    private boolean hasFolder() {
        return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
    }

    /** Source code often puts paths together: their last part alone is named then. */
    boolean isEnd() {
        return way == Spelling.SOURCE && key(text).indexOf('.') > 0;
    }

    /** The place as people read it. */
    public String place() {
        String part = component.isEmpty() ? field.toString() : component + "." + field;
        return entity.isEmpty() ? part : entity + " " + part;
    }
}
