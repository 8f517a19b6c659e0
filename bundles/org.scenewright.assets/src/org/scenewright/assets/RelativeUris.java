// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.GltfFiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Relative addresses of files in one project, as models spell them. */
final class RelativeUris {
    private static final String RESERVED = "%?# \"<>\\^`{|}";

    private RelativeUris() {}

    /** The way from one file to another, both inside the project. */
    static String from(String file, String target) {
        var here = new ArrayList<>(List.of(file.split("/")));
        here.removeLast();
        var there = List.of(target.split("/"));
        int common = 0;
        while (common < here.size()
                && common < there.size() - 1
                && here.get(common).equals(there.get(common))) {
            common++;
        }
        return "../".repeat(here.size() - common)
                + String.join("/", there.subList(common, there.size()));
    }

    /** A path as an address; names that another address had stay spelled as they are there. */
    static String spelled(String path, String before) {
        var known = new HashMap<String, String>();
        for (var name : before.split("/")) {
            known.put(GltfFiles.decoded(name), name);
        }
        var names = List.of(path.split("/")).stream().map(n -> known.getOrDefault(n, encoded(n)));
        return String.join("/", names.toList());
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        name.chars()
                .forEach(
                        c ->
                                text.append(
                                        c < ' ' || RESERVED.indexOf(c) >= 0
                                                ? "%%%02X".formatted(c)
                                                : String.valueOf((char) c)));
        return text.toString();
    }
}
