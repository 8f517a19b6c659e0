// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figure of the player in a viewport, as tall as the player is; nobody can choose it. */
public final class StandIn {
    private static final Material CLOTH = Material.pbr(Material.Rgba.WHITE, 0, 0.85f);
    private static final Surface SHIRT = new Surface(CLOTH, Colors.linear(0x4a8fd8, 1));
    private static final Surface TROUSERS = new Surface(CLOTH, Colors.linear(0x3b4552, 1));
    private static final Surface SHOES = new Surface(CLOTH, Colors.linear(0xe9ebee, 1));
    private static final Surface SKIN = new Surface(CLOTH, Colors.linear(0xe3bd98, 1));
    private static final Surface HAIR = new Surface(CLOTH, Colors.linear(0x4a3626, 1));
    private static final Surface EYES = new Surface(CLOTH, Colors.linear(0x252b33, 1));

    /** Radians that a limb swings to each side at full speed, and radians of a step for a metre. */
    private static final float SWING = 0.75f;

    private static final float STEPS = 2.6f;
    private static final float FULL_SPEED = 8;
    private static final float LEAN = 0.012f;

    private static final float HIP = 0.9f;
    private static final float SHOULDER = 1.35f;

    private final Stage stage;
    private final List<Limb> limbs = new ArrayList<>();
    private Optional<Stance> shown = Optional.empty();

    /**
     * How the player stands.
     *
     * @param feet where
     * @param heading where it is turned, in radians; 0 is along +Z, and grows towards +X
     * @param metresPerSecond how fast it goes
     * @param metres how far it has gone till now
     */
    public record Stance(Vector3fc feet, float heading, float metresPerSecond, float metres) {
        private float swing() {
            float part = Math.min(1, metresPerSecond / FULL_SPEED);
            return SWING * (float) (Math.sqrt(part) * Math.sin(metres * STEPS));
        }
    }

    /** A part of the body and how it swings around where it hangs. */
    private record Limb(Node node, float side, float height, int way) {}

    StandIn(Stage stage) {
        this.stage = stage;
        add(trunk(), 0, 0, 0);
        add(leg(), -0.095f, HIP, 1);
        add(leg(), 0.095f, HIP, -1);
        add(arm(), -0.235f, SHOULDER, -1);
        add(arm(), 0.235f, SHOULDER, 1);
    }

    private void add(List<Piece> pieces, float side, float height, int way) {
        var node = Node.fixed(Entity.PLAYER);
        node.pieces = pieces;
        limbs.add(new Limb(node, side, height, way));
    }

    private static List<Piece> trunk() {
        var chest =
                lathe(
                        new float[] {
                            0, 1.43f, 0.1f, 1.42f, 0.175f, 1.37f, 0.2f, 1.27f, 0.185f, 1.12f
                        },
                        new float[] {
                            0.16f, 1, 0.165f, 0.92f, 0.16f, 0.86f, 0.11f, 0.83f, 0, 0.82f
                        });
        return List.of(
                Piece.of(chest, SHIRT).at(new Matrix4x3f().scale(1, 1, 0.68f)),
                Piece.of(rod(0.055f, 1.5f, 1.36f), SKIN),
                Piece.of(ball(), SKIN).at(at(0, 1.585f, 0).scale(0.135f, 0.165f, 0.15f)),
                Piece.of(ball(), HAIR).at(at(0, 1.625f, -0.022f).scale(0.145f, 0.145f, 0.155f)),
                Piece.of(ball(), EYES).at(at(0.05f, 1.585f, 0.13f).scale(0.018f, 0.026f, 0.018f)),
                Piece.of(ball(), EYES).at(at(-0.05f, 1.585f, 0.13f).scale(0.018f, 0.026f, 0.018f)));
    }

    private static List<Piece> leg() {
        var thigh =
                lathe(
                        new float[] {0, 0.03f, 0.07f, 0.02f, 0.092f, -0.05f, 0.08f, -0.35f},
                        new float[] {0.062f, -0.75f, 0.05f, -0.82f, 0, -0.83f});
        return List.of(
                Piece.of(thigh, TROUSERS),
                Piece.of(ball(), SHOES)
                        .at(at(0, 0.055f - HIP, 0.045f).scale(0.07f, 0.055f, 0.13f)));
    }

    private static List<Piece> arm() {
        return List.of(
                Piece.of(rod(0.055f, 0.04f, -0.34f), SHIRT),
                Piece.of(rod(0.042f, -0.2f, -0.5f), SKIN),
                Piece.of(ball(), SKIN).at(at(0, -0.54f, 0.01f).scale(0.05f, 0.065f, 0.055f)));
    }

    private static Matrix4x3f at(float x, float y, float z) {
        return new Matrix4x3f().translation(x, y, z);
    }

    private static Mesh ball() {
        return rod(1, 1, -1);
    }

    /** A rod with round ends between two heights. */
    private static Mesh rod(float radius, float top, float bottom) {
        int rings = 8;
        float[][] profile = new float[2 * rings + 2][];
        for (int i = 0; i <= rings; i++) {
            double angle = Math.PI / 2 * i / rings;
            float out = (float) Math.sin(angle);
            float up = (float) Math.cos(angle);
            profile[i] = new float[] {out * radius, top - radius + up * radius, out, up};
            profile[2 * rings + 1 - i] =
                    new float[] {out * radius, bottom + radius - up * radius, out, -up};
        }
        var brush = new MeshBrush();
        brush.revolve(24, profile);
        return brush.mesh();
    }

    /** A round body through radii and heights, from top to bottom. */
    private static Mesh lathe(float[]... outline) {
        var points = new ArrayList<float[]>();
        for (float[] part : outline) {
            for (int i = 0; i < part.length; i += 2) {
                points.add(new float[] {part[i], part[i + 1]});
            }
        }
        float[][] profile = new float[points.size()][];
        for (int i = 0; i < profile.length; i++) {
            var above = points.get(Math.max(0, i - 1));
            var below = points.get(Math.min(profile.length - 1, i + 1));
            var here = points.get(i);
            // At the ends the outline is level: the normal there points up or down.
            float out = here[0] == 0 ? 0 : above[1] - below[1];
            float up = here[0] == 0 ? (i == 0 ? 1 : -1) : below[0] - above[0];
            profile[i] = new float[] {here[0], here[1], out, up};
        }
        var brush = new MeshBrush();
        brush.revolve(24, profile);
        return brush.mesh();
    }

    /** Shows the player, or nobody. */
    void show(Optional<Stance> next) {
        if (next.isPresent() && shown.isEmpty()) {
            next.ifPresent(this::place);
            limbs.forEach(limb -> stage.dress(limb.node()));
        } else if (next.isEmpty() && shown.isPresent()) {
            limbs.forEach(limb -> stage.undress(limb.node()));
        } else if (!next.equals(shown)) {
            next.ifPresent(this::place);
            limbs.forEach(limb -> stage.move(limb.node()));
        }
        shown = next;
    }

    /** Whether there is a player, who stands where others enter. */
    boolean isShown() {
        return shown.isPresent();
    }

    private void place(Stance stance) {
        for (var limb : limbs) {
            limb.node()
                    .world()
                    .translation(stance.feet())
                    .rotateY(stance.heading())
                    .rotateX(stance.metresPerSecond() * LEAN)
                    .translate(limb.side(), limb.height(), 0)
                    .rotateX(stance.swing() * limb.way())
                    .rotateZ(limb.height() == SHOULDER ? Math.signum(limb.side()) * 0.12f : 0);
        }
    }
}
