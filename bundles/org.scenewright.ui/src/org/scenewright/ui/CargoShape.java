// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.AssetItem;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Model;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.FileKind;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Landing;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Placement;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneItem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.SchemaException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a cargo would be in a scene, for the ghost of it that follows the pointer; UI thread. */
record CargoShape(OpenScene scene, Cargo cargo) {
    private static final double GAP_METRES = 0.25;

    private static final String IMPORTED = "assets/asset-packs/ghost";

    /** Between things whose size is not known yet, from middle to middle. */
    private static final double USUAL_METRES = 1;

    /** Where the next of several things stands beside the one before. */
    static double next(double x, double width, double nextWidth) {
        return x + width / 2 + GAP_METRES + nextWidth / 2;
    }

    /** Why it cannot be placed, as far as names tell that. */
    Optional<String> objection() {
        return new SceneEdits(scene).refusal().or(this::unfitness);
    }

    private Optional<String> unfitness() {
        return cargo.isEmpty()
                ? Optional.of("Nothing of this can be placed in a scene.")
                : objection(cargo.files());
    }

    /** Why files cannot be dropped into a scene, for people. */
    static Optional<String> objection(List<Path> files) {
        return files.stream()
                .filter(file -> !isPlaceable(file))
                .findFirst()
                .map(
                        file ->
                                file.getFileName()
                                        + " cannot be placed: it is no model (.glb, .gltf),"
                                        + " picture, sound, video or composite.");
    }

    private static boolean isPlaceable(Path file) {
        return FileKind.of(file.toString()).filter(kind -> kind != FileKind.PLAYLIST).isPresent();
    }

    Landing.Kind kind() {
        boolean isFlat =
                !cargo.files().isEmpty()
                        && cargo.files().stream()
                                .allMatch(
                                        file ->
                                                FileKind.of(file.toString())
                                                        .filter(FileKind::isFlat)
                                                        .isPresent());
        return isFlat ? Landing.Kind.PICTURE : Landing.Kind.THING;
    }

    /**
     * Drops it at a place of the tree: where its parent is, or on the ground where the camera looks
     * at.
     */
    void drop(Edit.Place place) {
        var parent = scene.snapshot().worldPose(place.parent());
        double height = kind() == Landing.Kind.PICTURE ? 0.5 : 0;
        var pose =
                place.parent().equals(Entity.ROOT)
                        ? new Pose(
                                scene.gaze().plus(new Pose.Vec(0, height, 0)),
                                parent.rotation(),
                                parent.scale())
                        : parent;
        new CargoDrop(scene, pose, place).take(cargo);
    }

    /** The entities that it would be, around the origin; a box for what cannot be seen yet. */
    SceneSnapshot entities() {
        var shown = new Scene(SceneSnapshot.empty(scene.snapshot().types()));
        double x = 0;
        double before = 0;
        for (var id : cargo.assets()) {
            x = before == 0 ? 0 : next(x, before, USUAL_METRES);
            before = USUAL_METRES;
            add(shown, asset(id, at(x)), x);
        }
        for (var file : cargo.files()) {
            double width = width(file);
            x = before == 0 ? 0 : next(x, before, width);
            before = width;
            add(shown, file(file, at(x)), x);
        }
        if (!cargo.isKnown()) {
            add(shown, Optional.empty(), 0);
        }
        return shown.snapshot();
    }

    private static Pose at(double x) {
        return new Pose(new Pose.Vec(x, 0, 0), Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
    }

    private static void add(Scene shown, Optional<Edit> edit, double x) {
        var box = Creatable.BOX.on(new Pose.Vec(x, 0, 0));
        shown.apply(
                edit.orElseGet(() -> Creatable.BOX.spawn(shown.snapshot(), Edit.Place.TOP, box)),
                Origin.USER);
    }

    private static Optional<Edit> asset(String id, Pose at) {
        return CatalogsFactory.of(PlatformUI.getWorkbench())
                .catalog()
                .find(id)
                .flatMap(entry -> asset(entry, at));
    }

    private static Optional<Edit> asset(AssetCatalog.Entry entry, Pose at) {
        var asset = entry.asset();
        try {
            var whose = new Placement.Asset(asset.id(), asset.pack(), false);
            return Optional.of(
                    instance(AssetItem.of(asset), asset.about().name(), at, Optional.of(whose)));
        } catch (SchemaException unfit) {
            // Dropping it says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Edit instance(
            SceneItem item, String name, Pose at, Optional<Placement.Asset> whose) {
        // What is bound is found where assets are imported to, whether or not it ever is.
        var placement = new Placement(name, IMPORTED, at, Edit.Place.TOP, whose);
        return new Edit.Instance(item, placement);
    }

    private Optional<Edit> file(Path file, Pose at) {
        return inProject(file)
                .flatMap(path -> AssetItem.file(path, this::aspect))
                .map(item -> instance(item, "ghost", at, Optional.empty()));
    }

    private double aspect(String path) {
        return new PictureShape(scene.assets()).now(path);
    }

    /** The path of a file in the project of the scene. */
    private Optional<String> inProject(Path file) {
        var project = scene.session().project();
        return file.normalize().startsWith(project.directory())
                ? Optional.of(project.relative(file))
                : Optional.empty();
    }

    private double width(Path file) {
        return inProject(file).map(path -> width(path, scene)).orElse(USUAL_METRES);
    }

    /** How much room something takes that is in the project, as far as it is known by now. */
    static double width(String path, OpenScene scene) {
        return switch (FileKind.of(path).orElse(FileKind.SOUND)) {
            case MODEL ->
                    scene.assets()
                            .model(AssetSource.of(path))
                            .ready()
                            .map(Model::bounds)
                            .map(CargoShape::width)
                            .orElse(USUAL_METRES);
            case PICTURE -> new PictureShape(scene.assets()).now(path);
            case VIDEO -> 16.0 / 9;
            case SOUND, PLAYLIST, COMPOSITE -> USUAL_METRES;
        };
    }

    private static double width(Bounds box) {
        return box.isEmpty() ? USUAL_METRES : Math.max(0.1, box.maxX() - box.minX());
    }
}
