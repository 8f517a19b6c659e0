// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a file is called in a project, whatever it is called elsewhere.
 *
 * @param stem all before the ending
 * @param ending with its dot; empty where there is none
 */
record ImportName(String stem, String ending) {
    /** In bytes of UTF-8: short enough for any system with a folder or two before it. */
    private static final int LONGEST = 100;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"|?*\\\\/]");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    /** A name that every system takes, as near to the given one as can be. */
    static ImportName of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String safe = EDGES.matcher(FORBIDDEN.matcher(composed).replaceAll("_")).replaceAll("");
        int dot = safe.lastIndexOf('.');
        String stem = shortened(dot < 0 ? safe : safe.substring(0, dot));
        String ending = dot < 0 ? "" : shortened(safe.substring(dot));
        String named = stem.isEmpty() ? "file" : stem;
        return new ImportName(PortableName.mended(named), ending);
    }

    private static String shortened(String text) {
        String cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return EDGES.matcher(cut).replaceAll("").isEmpty() || text.startsWith(".")
                ? cut
                : EDGES.matcher(cut).replaceAll("");
    }

    /** The stem with a number; the first one has none. */
    String numbered(int number) {
        return number == 1 ? stem : stem + "_" + number;
    }
}
