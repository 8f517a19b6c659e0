// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of what the official SDK 7.28.0 does, one line each, columns separated by tabs. */
final class Vectors {
    private Vectors() {}

    static List<List<String>> read(String file) {
        try (var in = Vectors.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> List.of(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
