// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Notes;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source file made ready to be loaded: without types, and with marks where its imports lead.
 *
 * @param code JavaScript, empty if the file cannot be parsed
 * @param mappings where its pieces stood in the source, as source maps write it; empty if there
 * @param imports what it imports, as the marks count it
 * @param exports what it exports
 * @param insight what was seen without loading it
 */
record Compiled(
        String code, String mappings, List<Import> imports, Exports exports, Insight insight) {

    /** What an import wants to have. */
    enum Kind {
        /** Some names, or nothing but that the file be loaded. */
        NAMES,
        /** All that the file exports, as one object. */
        NAMESPACE,
        /** All that the file exports, to be exported again. */
        ALL,
        /** What CommonJS calls require. */
        REQUIRE
    }

    /**
     * An import, or an export from another file.
     *
     * @param names what is wanted of a file, for {@link Kind#NAMES}
     * @param line where it stands
     */
    record Import(String specifier, Kind kind, List<String> names, int line) {}

    /**
     * What a file exports.
     *
     * @param names what it names itself, be it from another file
     * @param stars the imports whose exports are its own too
     * @param isCommon whether it is written in CommonJS, or is JSON, and the names may be
     *     incomplete
     */
    record Exports(Set<String> names, List<Integer> stars, boolean isCommon) {}

    /**
     * What was seen without loading a file.
     *
     * @param sites where it defines components
     * @param effects what it does beside, if it is loaded
     * @param troubles what keeps it from being loaded
     */
    record Insight(List<Site> sites, List<Effect> effects, List<Text.Trouble> troubles) {}

    /**
     * A call that defines a component.
     *
     * @param last the last line of it
     */
    record Site(int line, int column, int last, Notes notes) {
        boolean holds(int at, int in) {
            return at >= line && at <= last && (at != line || in >= column);
        }
    }

    /** Something that a file does when it is loaded. */
    record Effect(int line, int column, String what) {
        /** Whether a value that is not the file's own becomes another. */
        boolean isChange() {
            return what.endsWith(" is set") || what.equals("a value is changed");
        }
    }

    static Compiled broken(List<Text.Trouble> troubles) {
        var exports = new Exports(Set.of(), List.of(), false);
        return new Compiled(
                "", "", List.of(), exports, new Insight(List.of(), List.of(), troubles));
    }

    boolean isBroken() {
        return !insight.troubles.isEmpty();
    }

    boolean defines() {
        return !insight.sites.isEmpty();
    }

    static final Notes NO_NOTES = new Notes("", Map.of());
}
