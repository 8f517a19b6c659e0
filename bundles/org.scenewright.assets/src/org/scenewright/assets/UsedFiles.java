// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that are surely used: from what is no model on, through models that are used. */
final class UsedFiles {
    private final Map<String, List<FileUse>> byModel = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final ArrayDeque<String> found = new ArrayDeque<>();

    private UsedFiles() {}

    /** Their keys; each use is looked at once. */
    static Set<String> of(List<FileUse> uses) {
        var files = new UsedFiles();
        uses.forEach(files::sort);
        while (!files.found.isEmpty()) {
            Optional.ofNullable(files.byModel.remove(files.found.removeFirst())).stream()
                    .flatMap(List::stream)
                    .forEach(files::follow);
        }
        return files.used;
    }

    private void sort(FileUse use) {
        if (UseFile.isModel(use.file())) {
            byModel.computeIfAbsent(FileUse.key(use.file()), f -> new ArrayList<>()).add(use);
        } else {
            follow(use);
        }
    }

    private void follow(FileUse use) {
        for (var name : use.isWhole() ? use.named() : List.<String>of()) {
            var key = FileUse.key(name);
            if (used.add(key)) {
                found.add(key);
            }
        }
    }
}
