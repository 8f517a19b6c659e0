// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts that may mean a file, found without looking at all of them: by what they name, by the
 * end of a path that source code says, and by the folder that source code puts the rest to. Models
 * are left out.
 */
final class UseIndex {
    /** Of one file; with all of them, files of one folder would each have a long list. */
    private static final int MOST = 100;

    private final Map<String, List<Numbered>> names = new HashMap<>();
    private final Map<String, List<Numbered>> ends = new HashMap<>();
    private final Map<String, List<Numbered>> folders = new HashMap<>();
    private int count;

    /** A use and its place among all. */
    private record Numbered(int number, FileUse use) {}

    UseIndex(List<FileUse> uses) {
        uses.forEach(this::add);
    }

    private void add(FileUse use) {
        if (UseFile.isModel(use.file())) {
            return;
        }
        var numbered = new Numbered(count++, use);
        boolean isFolder = use.text().endsWith("/");
        for (var name : use.named()) {
            put(names, FileUse.key(name), numbered);
            if (isFolder) {
                put(folders, FileUse.key(name), numbered);
            }
        }
        if (use.isEnd()) {
            put(ends, FileUse.key(use.text()), numbered);
        }
    }

    private static void put(Map<String, List<Numbered>> index, String key, Numbered use) {
        var some = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (some.size() < MOST) {
            some.add(use);
        }
    }

    /** The uses that may mean a file, in the order in which they came, as far as anybody reads. */
    List<FileUse> of(String path) {
        var found = new TreeMap<Integer, FileUse>();
        String key = FileUse.key(path);
        note(names, key, found);
        note(folders, "", found);
        for (int at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
            note(ends, key.substring(at + 1), found);
            note(folders, key.substring(0, at), found);
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static void note(
            Map<String, List<Numbered>> index, String key, Map<Integer, FileUse> found) {
        index.getOrDefault(key, List.of()).forEach(n -> found.put(n.number(), n.use()));
    }
}
