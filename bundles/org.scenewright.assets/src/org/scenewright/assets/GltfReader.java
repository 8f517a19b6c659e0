// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads glTF models of a project, binary or text, as tolerantly as it is safe: whatever one part
 * lacks, the others are shown. Any thread.
 */
final class GltfReader {
    /** How many of its faults the reason of a failure names. */
    private static final int TOLD = 3;

    private final Sources sources;
    private final Workers workers;
    private final Pictures pictures;
    private final DracoDecoder draco = new DracoDecoder();

    GltfReader(Sources sources, Workers workers, Pictures pictures) {
        this.sources = sources;
        this.workers = workers;
        this.pictures = pictures;
    }

    Reading<Model> read(AssetSource source) {
        var reads = new FileReads(sources, workers);
        try {
            var found = reads.find(source);
            return read(found, reads);
        } catch (MissingAssetException e) {
            return Reading.missing(source.path(), reads.used(), e);
        } catch (AssetException e) {
            return Reading.failed(
                    source.path(), reads.used(), e.getMessage(), Loading.Failed.ONE_METRE);
        }
    }

    private Reading<Model> read(FileReads.Read found, FileReads reads) {
        var warnings = new Warnings();
        var size = Loading.Failed.ONE_METRE;
        try {
            var glb = Glb.of(reads.bytes(found));
            var gltf = GltfJson.parse(glb.json(), warnings);
            var nodes = new GltfNodes(gltf, warnings);
            size = new GltfSize(gltf).of(nodes);
            var uris = new GltfUris(reads, found);
            var buffers = new GltfBuffers(gltf, glb.binary(), uris);
            var accessors = new GltfAccessors(gltf, buffers);
            var file = new GltfSource(gltf, buffers, accessors, uris, draco, warnings);
            var images = new GltfImages(file, pictures);
            var model = model(file, nodes, images);
            var all = new ArrayList<>(model.warnings());
            all.addAll(new GltfReport(file, nodes, model).sentences(images.all()));
            return new Reading<>(
                    new Loading.Ready<>(model),
                    found.label(),
                    reads.used(),
                    all,
                    warnings.faults());
        } catch (AssetException e) {
            var reason =
                    "The model %s cannot be shown: %s"
                            .formatted(found.label(), AssetException.ended(e.getMessage()));
            return Reading.failed(found.label(), reads.used(), reason, size);
        }
    }

    private static Model model(GltfSource source, GltfNodes nodes, GltfImages images) {
        var materials = new GltfMaterials(source, images);
        var motions = new GltfMotions(source, nodes).all();
        var skeleton = new Skeleton(nodes, motions);
        var built = new GltfParts(source, nodes, materials, skeleton).all();
        var parts = built.stream().map(GltfParts.Built::part).toList();
        var faults = source.warnings().all();
        if (parts.isEmpty() && !faults.isEmpty()) {
            throw new AssetException(summary(faults));
        }
        GltfExtensions.tell(source.gltf(), source.warnings());
        var warnings = source.warnings().all();
        return new Model(parts, bounds(parts), warnings, rig(skeleton, motions, built));
    }

    private static Optional<Rig> rig(
            Skeleton skeleton, List<GltfMotions.Motion> motions, List<GltfParts.Built> built) {
        return motions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Rig(
                                skeleton,
                                motions.stream().map(skeleton::clip).toList(),
                                built.stream().map(GltfParts.Built::limb).toList()));
    }

    private static String summary(List<String> warnings) {
        int more = warnings.size() - TOLD;
        var first = String.join("; ", warnings.subList(0, Math.min(TOLD, warnings.size())));
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    private static Bounds bounds(List<Model.Part> parts) {
        var box = bounds(parts, false);
        return box.isEmpty() ? bounds(parts, true) : box;
    }

    private static Bounds bounds(List<Model.Part> parts, boolean colliders) {
        return parts.stream()
                .filter(part -> part.collider() == colliders)
                .map(part -> Matrices.transform(part.transform(), part.mesh().bounds()))
                .reduce(Bounds.EMPTY, Bounds::union);
    }
}
