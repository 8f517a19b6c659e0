// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a picture shows, as text. */
final class Shown {
    private Shown() {}

    /** What a picture shows, apart from the ground: a line per instance. */
    static List<String> shown(DrawList picture) {
        var all = new ArrayList<>(picture.opaque());
        all.addAll(picture.blended());
        return all.stream().flatMap(batch -> shown(batch).stream()).sorted().toList();
    }

    private static List<String> shown(DrawList.Batch batch) {
        if (batch.mesh().triangles() == 2 && batch.mesh().bounds().maxX() == 16) {
            return List.of();
        }
        return IntStream.range(0, batch.count())
                .mapToObj(
                        i ->
                                batch.mesh().triangles()
                                        + (batch.mirrored() ? " mirrored " : " ")
                                        + batch.material().alpha()
                                        + numbers(batch.transforms(), i * 12, 12)
                                        + numbers(
                                                batch.tints(),
                                                i * 4,
                                                batch.tints().length == 0 ? 0 : 4))
                .toList();
    }

    private static String numbers(float[] from, int at, int count) {
        return IntStream.range(at, at + count)
                .mapToObj(i -> String.format(Locale.ROOT, " %.3f", from[i] + 0.0f))
                .collect(Collectors.joining());
    }
}
