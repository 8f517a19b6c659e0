// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.GltfFiles;

import java.util.Arrays;
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
                : reads.bytes(reads.findBeside(gltf, GltfFiles.decoded(uri)));
    }

    /** A picture that is in a file of its own, or in the text. */
    GltfPicture picture(String uri) {
        if (uri.startsWith("data:")) {
            return new GltfPicture(embedded(uri));
        }
        var file = reads.findBeside(gltf, GltfFiles.decoded(uri));
        return new GltfPicture(reads.bytes(file), file::again);
    }

    /** A picture that is part of the glTF file itself. */
    GltfPicture picture(byte[] bytes, int offset) {
        // The length alone: the bytes are not to be kept.
        int length = bytes.length;
        return new GltfPicture(bytes, () -> part(gltf.again(), offset, length));
    }

    /** Nothing where the file has become shorter. */
    private static byte[] part(byte[] file, int offset, int length) {
        return offset + length > file.length
                ? new byte[0]
                : Arrays.copyOfRange(file, offset, offset + length);
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
}
