// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;

/**
 * One glTF file while it is being read.
 *
 * @param gltf what its JSON says
 * @param buffers what its numbers are
 * @param accessors those numbers, as far as they may be read
 * @param uris where its other files are
 * @param draco decodes what is compressed with Draco
 * @param warnings what was wrong with it so far
 */
record GltfSource(
        GlTF gltf,
        GltfBuffers buffers,
        GltfAccessors accessors,
        GltfUris uris,
        DracoDecoder draco,
        Warnings warnings) {}
