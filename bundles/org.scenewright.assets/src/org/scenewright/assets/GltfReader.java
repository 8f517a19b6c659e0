// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** Reads glTF models of a project. */
final class GltfReader {
    private final ProjectFiles files;
    private final Pictures pictures;

    GltfReader(ProjectFiles files, Pictures pictures) {
        this.files = files;
        this.pictures = pictures;
    }

    Reading<Model> read(String src) {
        var reads = new FileReads(files);
        try {
            var found = reads.find(src);
            throw new AssetException(
                    "The model " + found.path() + " cannot be read " + pictures + ".");
        } catch (AssetException e) {
            return Reading.failed(src, reads.used(), e.getMessage(), Loading.Failed.ONE_METRE);
        }
    }
}
