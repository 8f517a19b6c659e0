// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Model;
import org.scenewright.crdt.Entity;
import org.scenewright.render.DrawList.Batch;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model on its own, at rest, or some entities as they stand, as catalogs show them small: seen
 * from the front and a little from above, filling the picture. Any thread.
 */
public final class Portrait {
    private static final float FIELD_OF_VIEW = (float) Math.toRadians(30);

    private static final int ROWS = 12;

    /** Models face the viewer with their +Z side. */
    private static final CameraPlace EYE =
            new CameraPlace(
                    new Vector3f(),
                    (float) Math.toRadians(180 + 32),
                    (float) Math.toRadians(-22),
                    10);

    /** From above the viewer's left shoulder, so that no side that is seen is black. */
    private static final Lighting LIGHT =
            new Lighting(
                    new Vector3f(-0.35f, -0.85f, -0.7f).normalize(),
                    new Vector3f(0.95f, 0.92f, 0.86f),
                    new Vector3f(0.5f, 0.54f, 0.6f),
                    new Vector3f(0.3f, 0.28f, 0.26f),
                    List.of());

    private final List<Feature> features;
    private final Bounds bounds;
    private final boolean isPending;

    /** Meshes that look alike, and what is in their middle. */
    private record Feature(Batch batch, Vector3fc middle) {
        static Feature of(Model.Part part) {
            var place = Boxes.place(part);
            boolean isMirrored = place.determinant() < 0;
            var rows = place.getTransposed(new float[ROWS]);
            var batch = new Batch(part.mesh(), part.material(), rows, 1, isMirrored);
            return new Feature(batch, place.transformPosition(Boxes.center(part.mesh().bounds())));
        }

        boolean isBlended() {
            return batch.material().alpha() == Material.Alpha.BLEND;
        }
    }

    public Portrait(Model model) {
        this(
                model.parts().stream().filter(part -> !part.collider()).map(Feature::of).toList(),
                model.bounds(),
                false);
    }

    private Portrait(List<Feature> features, Bounds bounds, boolean isPending) {
        this.features = features;
        this.bounds = bounds;
        this.isPending = isPending;
    }

    /**
     * Entities with all below them, where they stand in their scene, and nothing else of that; what
     * the library has not loaded yet is a box, and is being loaded from now on.
     */
    public static Portrait of(
            SceneSnapshot scene, Collection<Entity> entities, AssetLibrary library) {
        var stage = new Stage();
        var assets = new AssetUse(library);
        var graph = new SceneGraph(stage, new Looks(assets), assets, Site.OWN);
        graph.choose(Set.copyOf(entities));
        graph.reset(scene);
        var features = new ArrayList<Feature>();
        stage.groups().forEach(group -> features.addAll(chosen(group, stage.instances())));
        return new Portrait(features, bounds(stage.instances()), assets.isPending());
    }

    /** What is chosen of a group: all at once, or each on its own where their order counts. */
    private static List<Feature> chosen(Group group, Instances all) {
        var chosen =
                IntStream.range(0, group.size())
                        .map(group::member)
                        .filter(instance -> isChosen(all, instance))
                        .boxed()
                        .toList();
        if (group.isBlended()) {
            return chosen.stream().map(one -> feature(group, all, List.of(one))).toList();
        }
        return chosen.isEmpty() ? List.of() : List.of(feature(group, all, chosen));
    }

    private static boolean isChosen(Instances all, int instance) {
        return all.outlined[instance] && !all.bounds(instance).isEmpty();
    }

    private static Feature feature(Group group, Instances all, List<Integer> members) {
        var packed = new Packed();
        members.forEach(instance -> packed.add(all, instance));
        return new Feature(group.batch(packed), Boxes.center(all.bounds(members.getFirst())));
    }

    private static Bounds bounds(Instances all) {
        return IntStream.range(0, all.size())
                .filter(instance -> isChosen(all, instance))
                .mapToObj(all::bounds)
                .reduce(Bounds.EMPTY, Bounds::union);
    }

    /** Whether there is nothing to be seen of it. */
    public boolean isEmpty() {
        return features.isEmpty() || bounds.isEmpty();
    }

    /** Whether some of the scene that it is of was still being loaded. */
    public boolean isPending() {
        return isPending;
    }

    /**
     * The square picture of it.
     *
     * @param pixels how wide and high
     * @param behind the colour around it, sRGB as 0xRRGGBB
     */
    public DrawList draw(int pixels, int behind) {
        var place = EYE.filling(bounds, FIELD_OF_VIEW, 1);
        var backdrop = new DrawList.Backdrop(behind, behind, behind, false);
        return new DrawList(
                view(place, pixels),
                LIGHT,
                backdrop,
                features(false).map(Feature::batch).toList(),
                features(true).sorted(farthestFirst(place.eye())).map(Feature::batch).toList(),
                List.of(),
                0,
                List.of(),
                List.of());
    }

    private View view(CameraPlace place, int pixels) {
        var eye = place.eye();
        float far = place.farthest(bounds) * 1.1f + 0.1f;
        float near = far / 1000;
        var lens = new Matrix4f().perspectiveLH(FIELD_OF_VIEW, 1, near, far);
        var look = new Matrix4f().lookAtLH(eye, place.target(), place.up());
        return new View(look, lens, eye, near, far, pixels, pixels);
    }

    private Stream<Feature> features(boolean areBlended) {
        return features.stream().filter(feature -> feature.isBlended() == areBlended);
    }

    private static Comparator<Feature> farthestFirst(Vector3fc eye) {
        return Comparator.comparingDouble(feature -> -feature.middle().distance(eye));
    }
}
