// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files that a glTF file needs beside itself. */
public final class GltfNeeds {
    private GltfNeeds() {}

    /** Whether a path is that of a glTF file. */
    public static boolean isGltf(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".gltf") || name.endsWith(".glb");
    }

    /**
     * The paths of its buffers and pictures, as its own is spelled; none where it is no glTF.
     *
     * @param path its own
     */
    public static List<String> of(String path, byte[] file) {
        try {
            var json =
                    ValueJson.parse(StandardCharsets.UTF_8.decode(Glb.of(file).json()).toString());
            return Stream.of("buffers", "images")
                    .flatMap(kind -> json.items(kind).stream())
                    .map(each -> each.text("uri", ""))
                    .filter(uri -> !uri.isEmpty() && !uri.startsWith("data:"))
                    .flatMap(uri -> LocalPath.beside(path, GltfUris.decoded(uri)).stream())
                    .distinct()
                    .toList();
        } catch (SchemaException | AssetException noGltf) {
            return List.of();
        }
    }
}
