// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** Reads picture files of a project. */
final class PictureReader {
    private final Sources sources;
    private final Workers workers;
    private final Pictures pictures;

    PictureReader(Sources sources, Workers workers, Pictures pictures) {
        this.sources = sources;
        this.workers = workers;
        this.pictures = pictures;
    }

    Reading<Bitmap> read(AssetSource source) {
        var reads = new FileReads(sources, workers);
        try {
            var found = reads.find(source);
            var bytes = reads.bytes(found);
            var bitmap = pictures.decode(bytes, found::again);
            return new Reading<>(
                    new Loading.Ready<>(bitmap),
                    found.label(),
                    reads.used(),
                    PictureReport.sentences(PictureDecoder.size(bytes)));
        } catch (MissingAssetException e) {
            return Reading.missing(source.path(), reads.used(), e);
        } catch (AssetException e) {
            return Reading.failed(
                    source.path(), reads.used(), e.getMessage(), Loading.Failed.ONE_METRE);
        }
    }
}
