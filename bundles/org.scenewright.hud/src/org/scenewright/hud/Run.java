// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A part of a line whose letters are all alike. */
record Run(String text, boolean isBold, boolean isItalic) {
    private static final Pattern MARK = Pattern.compile("</?[bi]>", Pattern.CASE_INSENSITIVE);

    /** The parts of a line in which {@code <b>} and {@code <i>} mark letters. */
    static List<Run> of(String line) {
        var runs = new ArrayList<Run>();
        var marks = MARK.matcher(line);
        boolean isBold = false;
        boolean isItalic = false;
        int at = 0;
        while (marks.find()) {
            runs.add(new Run(line.substring(at, marks.start()), isBold, isItalic));
            String mark = marks.group().toLowerCase(Locale.ROOT);
            boolean begins = mark.charAt(1) != '/';
            isBold = mark.contains("b") ? begins : isBold;
            isItalic = mark.contains("i") ? begins : isItalic;
            at = marks.end();
        }
        runs.add(new Run(line.substring(at), isBold, isItalic));
        return runs;
    }
}
