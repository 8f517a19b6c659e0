// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a file may be called so that every system takes it and means the same by it. */
public final class PortableName {
    /** In bytes of UTF-8, as most file systems count. */
    private static final int LONGEST = 255;

    private static final int LONGEST_PATH = 1024;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}<>:\"|?*\\\\/]");

    /** Windows gives these to devices, whatever extension follows. */
    private static final Set<String> DEVICES =
            Set.of(
                    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
                    "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
                    "lpt8", "lpt9", "conin$", "conout$");

    private PortableName() {}

    /** What is wrong with the name of one file or folder: half a sentence; empty for nothing. */
    public static Optional<String> flaw(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("is no name of a file");
        } else if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("has a character that file names cannot have everywhere");
        } else if (name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("ends with a space or a dot");
        } else if (DEVICES.contains(stem(name))) {
            return Optional.of("is reserved on some systems");
        } else if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("is too long");
        }
        return Optional.empty();
    }

    /** What is wrong with a path as it is written: forward slashes, and no other way up or out. */
    public static Optional<String> pathFlaw(String path) {
        return path.length() > LONGEST_PATH
                ? Optional.of("is too long")
                : List.of(path.split("/", -1)).stream()
                        .flatMap(name -> flaw(name).stream())
                        .findFirst();
    }

    /** A name with what takes its flaw away where one letter does: not where it is too long. */
    static String mended(String name) {
        return Stream.of(name, name + "_", "_" + name)
                .filter(each -> flaw(each).isEmpty())
                .findFirst()
                .orElse(name);
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    }
}
