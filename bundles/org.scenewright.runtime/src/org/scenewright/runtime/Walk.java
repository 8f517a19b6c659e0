// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SpawnPoint;
import org.scenewright.schema.Value;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A renderer in whose scenes a player walks about, as people want it; else it is the renderer that
 * it was made of.
 *
 * <p>Wishes are told from any thread. Until the models of a scene are there nobody moves, so that
 * nobody falls through a floor that is still being loaded.
 */
public final class Walk implements Renderer {
    private static final String CAMERA_AREA = "core::CameraModeArea";
    private static final String AVATAR_AREA = "core::AvatarModifierArea";

    /** Whoever is so far away, in any direction, has fallen out of the world. */
    private static final double END = 1e6;

    private static final double LONGEST_SECONDS = 0.25;
    private static final double EYES = 1.6;

    /** So far the eye stays away from what is behind it. */
    private static final double CLEARANCE = 0.3;

    private final Renderer screen;
    private final ScenePhysics physics;
    private final Clock clock;
    private final Walker walker = new Walker();
    private final ConcurrentLinkedQueue<Place> moves = new ConcurrentLinkedQueue<>();
    private final Place entrance;
    private final AtomicBoolean isTapped = new AtomicBoolean();
    private volatile Stride stride = Stride.NONE;
    private volatile Optional<Gaze> gaze = Optional.empty();
    private volatile boolean isLoaded;
    private volatile Standing standing;
    private long last;

    /**
     * A place to stand at.
     *
     * @param feet in the world
     * @param lookedAt what is looked at from there
     */
    public record Place(Pose.Vec feet, Optional<Pose.Vec> lookedAt) {

        /** Where people enter a scene unless they ask for another place. */
        public static Place entrance(SceneSettings settings) {
            var points = settings.spawnPoints();
            return points.stream()
                    .filter(SpawnPoint::isDefault)
                    .findFirst()
                    .or(() -> points.stream().findFirst())
                    .map(Place::of)
                    .orElse(new Place(new Pose.Vec(8, 0, 8), Optional.empty()));
        }

        private static Place of(SpawnPoint point) {
            var feet = new Pose.Vec(middle(point.x()), middle(point.y()), middle(point.z()));
            return new Place(feet, point.cameraTarget());
        }

        private static double middle(SpawnPoint.Span span) {
            return (span.from() + span.to()) / 2;
        }

        /** The angle to what is looked at. */
        private Optional<Double> angle() {
            return lookedAt.map(at -> at.minus(feet))
                    .filter(way -> Math.hypot(way.x(), way.z()) > 1e-6)
                    .map(way -> Math.atan2(way.x(), way.z()));
        }
    }

    /**
     * From where somebody who walks looks on.
     *
     * @param yaw radians; 0 to the north, growing to the east
     * @param pitch radians, growing upwards
     * @param metres how far behind the player the camera would be; 0 where it looks through its
     *     eyes
     * @param isLocked whether the pointer turns the camera
     */
    public record Gaze(double yaw, double pitch, double metres, boolean isLocked) {
        boolean isThirdPerson() {
            return metres > 0;
        }

        private Pose.Vec backwards() {
            double flat = -Math.cos(pitch);
            return new Pose.Vec(Math.sin(yaw) * flat, -Math.sin(pitch), Math.cos(yaw) * flat);
        }
    }

    /**
     * How the player stands.
     *
     * @param heading where the body is turned, as {@link Gaze#yaw}
     * @param metresPerSecond how fast it goes
     * @param room how far behind the player there is room for a camera
     * @param isHidden whether the scene hides the player where it is
     * @param isThirdPerson what the scene makes of the camera where the player is; empty where
     *     people choose
     * @param shot what a camera of the scene sees instead
     * @param moved what the player was moved to last by a scene, to be looked at
     */
    public record Standing(
            Pose.Vec feet,
            double heading,
            double metresPerSecond,
            double room,
            boolean isHidden,
            Optional<Boolean> isThirdPerson,
            Optional<Shot> shot,
            Optional<Place> moved) {

        /** Where the eyes are. */
        public Pose.Vec eyes() {
            return feet.plus(new Pose.Vec(0, EYES, 0));
        }

        /** The same, with the player where it was when a scene was as it is shown. */
        public Standing at(Pose shown) {
            var ahead = shown.rotation().rotate(new Pose.Vec(0, 0, 1));
            double turned = Math.atan2(ahead.x(), ahead.z());
            return new Standing(
                    shown.position(),
                    turned,
                    metresPerSecond,
                    room,
                    isHidden,
                    isThirdPerson,
                    shot,
                    moved);
        }

        Pose pose() {
            var turn = new Pose.Quat(0, Math.sin(heading / 2), 0, Math.cos(heading / 2));
            return new Pose(feet, turn, Pose.IDENTITY.scale());
        }
    }

    /**
     * @param screen where all else is seen
     * @param entrance where the player enters, and enters again after it fell out of the world
     */
    public Walk(Renderer screen, ScenePhysics physics, Clock clock, Place entrance) {
        this.screen = screen;
        this.physics = physics;
        this.clock = clock;
        this.entrance = entrance;
        enter(entrance);
        last = clock.nanos();
        standing = standing(0, Optional.of(entrance));
    }

    /** Nobody stands below the ground, as there is no way back. */
    private void enter(Place place) {
        var feet = place.feet();
        var above = new Pose.Vec(feet.x(), Math.max(0, feet.y()), feet.z());
        walker.enter(above, place.angle().orElse(walker.heading()));
    }

    /** From now on the player does this; it also jumps if the key is let go of before it could. */
    public void go(Stride wish) {
        if (wish.isJumping() && !stride.isJumping()) {
            isTapped.set(true);
        }
        stride = wish;
    }

    /** From now on the world is seen so; empty where a camera of their own shows it to people. */
    public void look(Optional<Gaze> from) {
        gaze = from;
    }

    /** Moves the player at once. */
    public void move(Place place) {
        moves.add(place);
    }

    public Standing standing() {
        return standing;
    }

    @Override
    public Viewer update(long frame) {
        var seen = screen.update(frame);
        long now = clock.nanos();
        double seconds = Math.min(LONGEST_SECONDS, (now - last) / 1e9);
        last = now;
        var moved = moved();
        var wish = seconds > 0 ? wish() : stride;
        if (isLoaded && (gaze.isPresent() || !walker.isResting())) {
            walker.step(seconds, wish, locomotion(), physics.terrain());
        }
        // Not the other way round: what is no number is nowhere.
        if (!(walker.feet().length() < END)) {
            enter(entrance);
        }
        standing = standing(gaze.map(this::room).orElse(0.0), moved);
        boolean isThirdPerson = gaze.map(Gaze::isThirdPerson).orElse(true);
        boolean isLocked = gaze.map(Gaze::isLocked).orElse(false);
        return new Viewer(standing.pose(), seen.camera(), isThirdPerson, isLocked, seen.canvas());
    }

    /** What the player is to do now; whoever does not walk any more has not pressed anything. */
    private Stride wish() {
        boolean jumps = isTapped.getAndSet(false) && gaze.isPresent();
        return jumps ? stride.jumping() : stride;
    }

    private Optional<Place> moved() {
        var latest = standing.moved();
        for (var next = moves.poll(); next != null; next = moves.poll()) {
            enter(next);
            latest = Optional.of(next);
        }
        return latest;
    }

    private Locomotion locomotion() {
        return physics.sceneAt(walker.feet())
                .map(
                        scene ->
                                Locomotion.of(
                                        scene.value(
                                                Entity.PLAYER, "core::AvatarLocomotionSettings"),
                                        scene.value(Entity.PLAYER, "core::InputModifier")))
                .orElse(Locomotion.USUAL);
    }

    private double room(Gaze from) {
        var eyes = walker.feet().plus(new Pose.Vec(0, EYES, 0));
        var back = new Bodies.Beam(eyes, from.backwards(), from.metres() + CLEARANCE);
        return from.isThirdPerson() ? Math.max(0, physics.terrain().clear(back) - CLEARANCE) : 0;
    }

    private Standing standing(double room, Optional<Place> moved) {
        return new Standing(
                walker.feet(),
                walker.heading(),
                walker.metresPerSecond(),
                room,
                isHidden(),
                area(CAMERA_AREA).map(area -> area.number("mode", 0) == 1),
                physics.sceneAt(walker.feet()).flatMap(Shot::of),
                moved);
    }

    private boolean isHidden() {
        return physics.sceneAt(walker.feet())
                .filter(scene -> area(scene, AVATAR_AREA).filter(a -> hides(scene, a)).isPresent())
                .isPresent();
    }

    private static boolean hides(SceneSnapshot scene, Value area) {
        boolean isExcluded =
                area.items("excludeIds").stream()
                        .anyMatch(id -> ReservedEntities.isPlayer(scene, id.text("", "")));
        return !isExcluded
                && area.items("modifiers").stream().anyMatch(kind -> kind.number("", 0) == 0);
    }

    /** An area of a kind that the player is in. */
    private Optional<Value> area(String kind) {
        return physics.sceneAt(walker.feet()).flatMap(scene -> area(scene, kind));
    }

    private static Optional<Value> area(SceneSnapshot scene, String kind) {
        var found = new Value[1];
        var player = Player.of(scene);
        scene.forEach(
                kind,
                (entity, area) -> {
                    var at = scene.worldPose(entity);
                    var size = Pose.Vec.of(area, "area");
                    if (player.meetsBox(new Pose(at.position(), at.rotation(), size))) {
                        found[0] = area;
                    }
                });
        return Optional.ofNullable(found[0]);
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        return screen.render(frame);
    }

    @Override
    public void animated(Play play) {
        screen.animated(play);
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        var loaded = screen.loaded(play);
        isLoaded |= loaded.isDone();
        return loaded;
    }
}
