// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses.Unused;
import org.scenewright.scene.SceneProject;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files of a scene that nothing surely uses.
 *
 * @param troubles where they may be used nevertheless, as sentences
 */
record Unneeded(SceneProject scene, List<Unused> files, List<String> troubles) {
    private static final int MOST = 100;
    private static final Pattern THUMBNAIL =
            Pattern.compile("(.*/)?([^/]+-)?thumbnail\\.png", Pattern.CASE_INSENSITIVE);

    /**
     * Those against which nothing speaks: not what the code may name, nor pictures of scenes and
     * assets, which other tools show without being told their names; and nothing at all where not
     * everything could be looked at.
     */
    List<Unused> surely() {
        return troubles.isEmpty()
                ? files.stream().filter(file -> objection(file).isEmpty()).toList()
                : List.of();
    }

    /** What speaks against deleting a file; empty where nothing does. */
    static String objection(Unused file) {
        return THUMBNAIL.matcher(file.path()).matches()
                ? "a thumbnail, which other tools may show"
                : mention(file);
    }

    private static String mention(Unused file) {
        return file.mentions().stream().findFirst().map(Unneeded::sentence).orElse("");
    }

    private static String sentence(FileUse use) {
        return "may be named by " + Words.of(use);
    }

    /** What to say where there are none. */
    String none() {
        String sentence =
                "Every asset of the scene %s that was looked at is used.".formatted(name());
        return troubles.isEmpty()
                ? "Every asset of the scene %s is used.".formatted(name())
                : sentence + "\n\n" + doubts();
    }

    /** The troubles, line by line, as far as people will read them. */
    String doubts() {
        var lines = new ArrayList<>(troubles.stream().limit(MOST).toList());
        if (troubles.size() > MOST) {
            lines.add("… and %,d more".formatted(troubles.size() - MOST));
        }
        return String.join("\n", lines);
    }

    /** What people call the scene by. */
    String name() {
        return String.valueOf(scene.directory().getFileName());
    }
}
