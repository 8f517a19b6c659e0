// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The projection of one scene into what a viewport draws and what a pointer meets.
 *
 * <p>Confined to the thread that made it. It never waits for assets: what is not there yet is shown
 * as a box, and {@link #assetLoaded} puts it in its place.
 */
public final class SceneView {
    private static final Vector3fc SUN_DIRECTION = new Vector3f(0.45f, -0.8f, 0.4f).normalize();
    private static final Vector3fc SUN = new Vector3f(0.95f, 0.92f, 0.86f);
    private static final Vector3fc SKY = new Vector3f(0.42f, 0.46f, 0.53f);
    private static final Vector3fc EARTH = new Vector3f(0.24f, 0.22f, 0.20f);

    private static final float OUTLINE_POINTS = 2;

    private final AssetUse assets;
    private final Looks looks;
    private final Stage stage = new Stage();
    private final SceneGraph graph;
    private final Ground ground = new Ground(stage, Site.OWN.origin());
    private final Overlay overlay;
    private final Picker picker = new Picker(stage);
    private final Blending blending = new Blending();
    private final Sight sight = new Sight();
    private final StandIn standIn = new StandIn(stage);
    private final Urgency urgency;
    private final Fence fence = new Fence();
    private final Colleagues colleagues;
    private final Ghost ghost;
    private final List<Neighbor> neighbors = new ArrayList<>();
    private Set<Entity> selection = Set.of();
    private ViewOptions options = ViewOptions.DARK;
    private Camera camera = new Camera();
    private View view = camera.view(1280, 720);

    public SceneView(AssetLibrary library) {
        assets = new AssetUse(library);
        var nothing = SceneSnapshot.empty(ComponentTypes.of(List.of()));
        looks = new Looks(assets);
        ghost = new Ghost(stage, library);
        graph = new SceneGraph(stage, looks, assets, nothing);
        overlay = new Overlay(graph);
        urgency = new Urgency(assets, graph, library::order);
        colleagues = new Colleagues(graph);
        reset(nothing);
    }

    /**
     * Shows the document after changes; only what they name, and what hangs below it, is touched.
     */
    public void show(SceneSnapshot next, Changes changes) {
        var touched = Touched.by(changes);
        graph.show(next, touched);
        if (touched.ground()) {
            showGround();
        }
    }

    /** Shows a document from scratch. */
    public void reset(SceneSnapshot next) {
        graph.reset(next);
        showGround();
    }

    private void showGround() {
        ground.show(SceneSettings.of(snapshot().settings()), options.theme().parcel());
    }

    /**
     * Shows another scene beside this one; it is empty yet.
     *
     * @param origin where the corner of its base parcel is, seen from this one
     */
    public Neighbor addNeighbor(AssetLibrary library, Vector3fc origin) {
        var neighbor = new Neighbor(stage, library, origin, options);
        neighbors.add(neighbor);
        return neighbor;
    }

    public void remove(Neighbor neighbor) {
        neighbors.remove(neighbor);
        neighbor.leave();
    }

    /** Shows the player; nobody where there is none. */
    public void standIn(Optional<StandIn.Stance> stance) {
        standIn.show(stance);
    }

    /** Shows these materials instead of those of the components; none of those from before. */
    public void paint(Map<Entity, Value> materials) {
        graph.dress(looks.paint(materials));
    }

    /** Shows the models of these entities in these postures, and all others at rest. */
    public void pose(Map<Entity, Posture> postures) {
        graph.turn(looks.pose(postures));
    }

    /** Shows what a source, spelled as it was asked for, leads to by now. */
    public void assetLoaded(AssetSource source) {
        graph.dress(assets.loaded(source));
        ghost.loaded(source);
    }

    /** The document that is shown. */
    public SceneSnapshot snapshot() {
        return graph.scene();
    }

    /** Outlines entities and all below them. */
    public void select(Collection<Entity> entities) {
        selection = Set.copyOf(entities);
        graph.choose(selection);
    }

    /** Marks entities that leave the space of the scene, and no others. */
    public void strays(Set<Entity> entities) {
        fence.mark(entities);
    }

    /** Shows who else works at the scene, and nobody else. */
    public void colleagues(List<Colleague> present) {
        colleagues.show(present);
    }

    public Set<Entity> selection() {
        return selection;
    }

    public ViewOptions options() {
        return options;
    }

    public void options(ViewOptions chosen) {
        boolean repainted = chosen.theme() != options.theme();
        options = chosen;
        graph.showColliders(chosen.colliders());
        graph.turnBillboards(chosen.played());
        neighbors.forEach(neighbor -> neighbor.options(chosen));
        if (repainted) {
            showGround();
        }
    }

    /** Whether assets are still being loaded, so that the picture is not the last one. */
    public boolean hasWork() {
        return assets.isPending();
    }

    /** How often something was given a place so far: the work that changes have caused. */
    public long placements() {
        return stage.placements();
    }

    /** The picture that a camera sees; valid until the next one is made. */
    public DrawList draw(Camera from, int width, int height) {
        camera = from;
        camera.surround(bounds());
        view = camera.view(width, height);
        graph.lookFrom(view.eye());
        neighbors.forEach(neighbor -> neighbor.lookFrom(view.eye()));
        sight.through(view.viewProjection());
        urgency.look(view, sight);
        var opaque = new ArrayList<DrawList.Batch>();
        var outlined = new ArrayList<DrawList.Batch>();
        for (var group : stage.groups()) {
            group.gather(stage.instances(), sight);
            add(opaque, group, group.shown(), !group.isBlended());
            add(outlined, group, group.outlined(), true);
        }
        return new DrawList(
                view,
                lighting(),
                options.theme().backdrop(options.grid()),
                opaque,
                blending.batches(stage, sight, view.eye()),
                outlined,
                OUTLINE_POINTS * camera.density(),
                colleagues.names(camera),
                lines());
    }

    private static void add(
            List<DrawList.Batch> to, Group group, Packed instances, boolean wanted) {
        if (wanted && instances.count() > 0) {
            to.add(instances.batch(group.key()));
        }
    }

    private List<DrawList.Lines> lines() {
        var lines = new ArrayList<>(ground.lines(options.icons() && !standIn.isShown()));
        neighbors.forEach(neighbor -> lines.addAll(neighbor.lines()));
        lines.addAll(overlay.lines(camera, options.icons()));
        lines.addAll(options.played() ? List.of() : fence.lines(graph));
        lines.addAll(colleagues.lines(camera));
        lines.replaceAll(line -> line.at(camera.density()));
        return lines;
    }

    private Lighting lighting() {
        var graphs = new ArrayList<>(List.of(graph));
        neighbors.forEach(neighbor -> graphs.add(neighbor.graph()));
        return new Lighting(
                SUN_DIRECTION, SUN, SKY, EARTH, Lamps.strongest(graphs, camera.target()));
    }

    /** What is about to come into the scene; nothing at first. */
    public Ghost ghost() {
        return ghost;
    }

    /** The surface of the scene that a ray meets first, that of something locked too. */
    Optional<Hit> surface(Ray ray) {
        return picker.surface(ray);
    }

    /** Where the last picture was seen from. */
    View view() {
        return view;
    }

    /**
     * The nearest thing that a person can choose along a ray; signs of the last picture come first.
     */
    public Optional<Hit> pick(Ray ray) {
        var sign = options.icons() ? overlay.pick(camera, ray) : Optional.<Hit>empty();
        return sign.isPresent() ? sign : picker.pick(ray);
    }

    /** What a rectangle on the last picture touches, save what surrounds it. */
    public List<Entity> within(ScreenRectangle rectangle) {
        return new Marquee(stage, graph, view).within(rectangle);
    }

    /** The box around entities and all below them; empty where the scene has none of them. */
    public Optional<Bounds> bounds(Collection<Entity> entities) {
        return entities.stream().flatMap(e -> graph.bounds(e).stream()).reduce(Bounds::union);
    }

    /** What the scene asks of a graphics card by now. */
    public SceneTally tally() {
        return SceneTally.of(stage);
    }

    /** The box around the whole scene and its parcels. */
    public Bounds bounds() {
        return stage.bounds().union(ground.bounds());
    }

    /** Whether an entity, or one above it, is locked against being touched in the viewport. */
    public boolean isLocked(Entity entity) {
        return graph.node(entity).filter(Node::isLocked).isPresent();
    }
}
