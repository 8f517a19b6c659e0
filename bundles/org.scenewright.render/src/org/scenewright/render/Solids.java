// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The colliders of one scene, seen or not, as rays meet them.
 *
 * <p>Confined to the thread that made it, but for {@link #assetLoaded}. What changes is looked at
 * when something is asked next, so that scenes that ask nothing cost nothing.
 */
public final class Solids {
    private static final int MOST_GONE = 10_000;

    /** However dense a mesh is, looking at what is near takes so long and no longer. */
    static final int MOST_FACES = 4096;

    private final SolidLooks looks;
    private final AssetUse assets;
    private final Stage stage = new Stage();
    private final SceneGraph graph;
    private final MeshProbe probe = new MeshProbe(stage);
    private final ConcurrentLinkedQueue<AssetSource> loaded = new ConcurrentLinkedQueue<>();
    private final Vector3f eye = new Vector3f();
    private Map<Entity, Posture> postures = Map.of();
    private SceneSnapshot next;
    private Touched pending = Touched.nothing();

    /**
     * How far a ray goes, and what it meets.
     *
     * @param metres how far
     * @param layers the layers of colliders that it meets, as bits
     * @param all whether it goes through what it meets
     */
    public record Reach(double metres, int layers, boolean all) {}

    /**
     * Where a ray meets a collider from outside.
     *
     * @param mesh the name of the node of the model; empty for a shape
     * @param metres from the origin of the ray
     * @param normal the outward side of the surface, of length 1
     */
    public record Contact(
            Entity entity, String mesh, double metres, Pose.Vec position, Pose.Vec normal) {}

    /** A triangle of a collider, in the world. */
    public record Face(Entity entity, Pose.Vec a, Pose.Vec b, Pose.Vec c) {}

    public Solids(AssetLibrary library, SceneSnapshot start) {
        assets = new AssetUse(library);
        looks = new SolidLooks(assets);
        next = start;
        graph = new SceneGraph(stage, looks, assets, start);
        graph.reset(start);
        graph.turnBillboards(true);
    }

    /** Follows changes of the scene. */
    public void show(SceneSnapshot scene, Changes changes) {
        next = scene;
        pending.add(changes);
        if (pending.gone().size() > MOST_GONE) {
            catchUp();
        }
    }

    /** Takes up what a source leads to by now; any thread. */
    public void assetLoaded(AssetSource source) {
        loaded.add(source);
    }

    /** From where billboards are looked at. */
    public void lookFrom(Pose.Vec place) {
        eye.set(vector(place));
    }

    /** What clips move goes along with them; what they bend stays as it is at rest. */
    public void pose(Map<Entity, Posture> now) {
        postures = now;
    }

    /** How far the loading of the model of an entity has come. */
    public Loading<Model> model(Entity entity) {
        return looks.model(next, entity);
    }

    /** Asks for the models that are shown by now. */
    public void refresh() {
        catchUp();
    }

    private void catchUp() {
        if (next != graph.scene()) {
            pending.gone().forEach(looks::forget);
            graph.show(next, pending);
            pending = Touched.nothing();
        }
        for (var source = loaded.poll(); source != null; source = loaded.poll()) {
            graph.dress(assets.loaded(source));
        }
        graph.turn(looks.pose(postures));
        graph.lookFrom(eye);
    }

    /**
     * Where a ray meets colliders, the nearest first, each of them once.
     *
     * @param way of length 1
     */
    public List<Contact> along(Pose.Vec origin, Pose.Vec way, Reach reach) {
        catchUp();
        var ray = new Ray(vector(origin), vector(way));
        var search = new Search(reach);
        probe.search(ray, Math.nextUp((float) reach.metres()), search);
        return search.found.stream()
                .sorted(Comparator.comparingDouble(Met::distance))
                .limit(reach.all() ? Long.MAX_VALUE : 1)
                .map(met -> contact(ray, met))
                .toList();
    }

    /**
     * The triangles whose boxes meet a box of the world, of colliders of some layers; not more than
     * {@value #MOST_FACES}.
     */
    public List<Face> within(Pose.Vec low, Pose.Vec high, int layers) {
        catchUp();
        float[] box = {
            (float) low.x(), (float) low.y(), (float) low.z(),
            (float) high.x(), (float) high.y(), (float) high.z()
        };
        var found = new ArrayList<Face>();
        stage.within(box, item -> within(item, box, layers, found));
        return found;
    }

    private void within(int item, float[] box, int layers, List<Face> to) {
        if (isIn(item, layers)) {
            var owner = stage.instances().owners[item].entity();
            probe.within(
                    item,
                    box,
                    (a, b, c) -> {
                        if (to.size() < MOST_FACES) {
                            to.add(new Face(owner, place(a), place(b), place(c)));
                        }
                    });
        }
    }

    private boolean isIn(int item, int layers) {
        return solid(item).filter(solid -> (solid.layers() & layers) != 0).isPresent();
    }

    private Contact contact(Ray ray, Met met) {
        var owner = stage.instances().owners[met.item()].entity();
        var mesh = solid(met.item()).map(SolidLooks.Solid::mesh).orElse("");
        var place = place(ray.at(met.distance()));
        return new Contact(owner, mesh, met.distance(), place, place(probe.normal(met.item())));
    }

    private static Vector3f vector(Pose.Vec place) {
        return new Vector3f((float) place.x(), (float) place.y(), (float) place.z());
    }

    private static Pose.Vec place(Vector3fc vector) {
        return new Pose.Vec(vector.x(), vector.y(), vector.z());
    }

    private Optional<SolidLooks.Solid> solid(int item) {
        var node = stage.instances().owners[item];
        var solids = looks.solids(node.entity());
        for (int i = 0; i < Math.min(solids.size(), node.instances.length); i++) {
            if (node.instances[i] == item) {
                return Optional.of(solids.get(i));
            }
        }
        return Optional.empty();
    }

    /** An instance that a ray meets. */
    private record Met(int item, float distance) {}

    /** Collects what a ray meets. */
    private final class Search implements BoxTree.Target {
        private final Reach reach;
        private final List<Met> found = new ArrayList<>();

        Search(Reach reach) {
            this.reach = reach;
        }

        @Override
        public float meet(int item, float farthest) {
            if (!isWanted(item)) {
                return farthest;
            }
            float met = probe.meet(item, farthest);
            if (met >= farthest) {
                return farthest;
            }
            found.add(new Met(item, met));
            return reach.all() ? farthest : met;
        }

        private boolean isWanted(int item) {
            return isIn(item, reach.layers());
        }
    }
}
