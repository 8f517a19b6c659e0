// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of a scene's entities as the SDK's tools write them into {@code entity-names.ts} for
 * scripts.
 *
 * @param names the names without duplicates, in the order of their UTF-16 code units
 */
record EntityNames(SortedSet<String> names) {
    private static final String HEAD =
            """
            // Auto-generated entity names from the scene


            /**
             * Object containing all entity names in the scene for autocomplete support.
             */
            export enum EntityNames {
            """;

    // The SDK's tools leave this blank behind the bracket.
    private static final String TAIL = "} \n";

    /** Words that the SDK's tools do not take for the name of a constant. */
    private static final Set<String> RESERVED =
            Set.of(
                    ("any as async await boolean break case catch class const constructor continue"
                         + " debugger declare default delete do else enum export extends false"
                         + " finally for from function get if implements import in instanceof"
                         + " interface let module namespace new null number of package private"
                         + " protected public require return set static string super switch symbol"
                         + " this throw true try type typeof var void while with yield")
                            .split(" "));

    /** The names that a snapshot's entities have. */
    static EntityNames of(SceneSnapshot snapshot) {
        var names = new TreeSet<String>();
        snapshot.forEach(SceneSnapshot.NAME, (entity, name) -> names.add(name.text("value", "")));
        names.remove("");
        return new EntityNames(names);
    }

    /** Whether there is a name here that others do not have. */
    boolean addsTo(EntityNames others) {
        return !others.names.containsAll(names);
    }

    /** The whole text of the file. */
    String toTypeScript() {
        var out = new StringBuilder(HEAD);
        var used = new HashSet<String>();
        for (var name : names) {
            String constant = unused(constant(name), used);
            out.append("  ").append(constant).append(" = ");
            out.append(ValueJson.print(Value.of(name))).append(",\n");
        }
        return out.append(TAIL).toString();
    }

    private static String constant(String name) {
        var plain = new StringBuilder();
        // By UTF-16 code units, as scripts count: a character beyond them becomes two underscores.
        name.chars().forEach(c -> plain.append(isWord((char) c) ? (char) c : '_'));
        boolean isTaken = Character.isDigit(plain.charAt(0)) || RESERVED.contains(plain.toString());
        return isTaken ? "_" + plain : plain.toString();
    }

    private static boolean isWord(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }

    private static String unused(String constant, Set<String> used) {
        String candidate = constant;
        for (int suffix = 1; !used.add(candidate); suffix++) {
            candidate = constant + "_" + suffix;
        }
        return candidate;
    }
}
