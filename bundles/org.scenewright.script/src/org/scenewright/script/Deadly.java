// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The files of a project that a worker has died of, until they change. Any thread. */
final class Deadly {
    private final Path project;
    private final ConcurrentMap<String, String> stamps = new ConcurrentHashMap<>();

    Deadly(Path project) {
        this.project = project;
    }

    /** Whether it was not among them before. */
    boolean add(String file) {
        return !file.isEmpty() && !stamp(file).equals(stamps.put(file, stamp(file)));
    }

    /** Those that are still as they were. */
    List<String> files() {
        stamps.entrySet().removeIf(entry -> !entry.getValue().equals(stamp(entry.getKey())));
        return stamps.keySet().stream().sorted().toList();
    }

    private String stamp(String file) {
        try {
            var path = project.resolve(file);
            return Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return "";
        }
    }
}
