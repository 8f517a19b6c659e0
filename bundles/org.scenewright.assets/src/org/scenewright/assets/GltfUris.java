// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the URIs in a glTF file lead to: bytes in the text itself, or files of the project. */
final class GltfUris {
    private final FileReads reads;
    private final FileReads.Read gltf;

    GltfUris(FileReads reads, FileReads.Read gltf) {
        this.reads = reads;
        this.gltf = gltf;
    }

    byte[] bytes(String uri) {
        return uri.startsWith("data:")
                ? embedded(uri)
                : reads.bytes(reads.findBeside(gltf, decoded(uri)));
    }

    private static byte[] embedded(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0 || !uri.substring(0, comma).endsWith(";base64")) {
            throw new AssetException("an embedded file is not in base64");
        }
        try {
            return Base64.getDecoder().decode(uri.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new AssetException("an embedded file is damaged: " + e.getMessage(), e);
        }
    }

    static String decoded(String uri) {
        try {
            // URLDecoder is made for forms, in which a plus is a space.
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return uri;
        }
    }
}
