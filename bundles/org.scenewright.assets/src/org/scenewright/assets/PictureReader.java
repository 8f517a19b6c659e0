// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.ProjectFiles;

import java.util.List;

/** Reads picture files of a project. */
final class PictureReader {
    private final ProjectFiles files;
    private final Pictures pictures;

    PictureReader(ProjectFiles files, Pictures pictures) {
        this.files = files;
        this.pictures = pictures;
    }

    Reading<Bitmap> read(String src) {
        var reads = new FileReads(files);
        try {
            var found = reads.find(src);
            var bitmap = pictures.decode(reads.bytes(found));
            return new Reading<>(
                    new Loading.Ready<>(bitmap), found.path(), reads.used(), List.of());
        } catch (MissingAssetException e) {
            return Reading.missing(src, reads.used(), e);
        } catch (AssetException e) {
            return Reading.failed(src, reads.used(), e.getMessage(), Loading.Failed.ONE_METRE);
        }
    }
}
