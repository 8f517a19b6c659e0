// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.scenewright.assets.FileUse;
import org.scenewright.assets.FileUse.Certainty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people read of uses. */
final class Words {
    private static final int MOST = 20;

    private Words() {}

    static String of(FileUse use) {
        String line = use.line() > 0 ? ":" + use.line() : "";
        String place = use.place();
        return use.file() + line + (place.isEmpty() ? "" : " " + place) + " (" + use.text() + ")";
    }

    /** A sentence with the uses of a file or folder from outside of it; nothing without any. */
    static Optional<String> list(List<FileUse> uses, String path, String sentence) {
        var some = from(uses, path);
        String more = some.size() > MOST ? "\n… and " + (some.size() - MOST) + " more" : "";
        String shown = some.stream().limit(MOST).map(Words::line).collect(Collectors.joining());
        return some.isEmpty() ? Optional.empty() : Optional.of(sentence + shown + more);
    }

    private static String line(FileUse use) {
        return "\n" + of(use);
    }

    /** The uses of a file, or of all in a folder, from outside of it. */
    static List<FileUse> from(List<FileUse> uses, String path) {
        return uses.stream()
                .filter(use -> use.of(path) != Certainty.NONE)
                .filter(
                        use ->
                                !(use.file() + "/")
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(path.toLowerCase(Locale.ROOT) + "/"))
                .toList();
    }
}
