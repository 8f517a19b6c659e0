// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns LightSource components into lamps and chooses the sixteen that matter most to a picture.
 */
final class Lamps {
    private static final int MOST = 16;

    /** The SDK's default in candela; such a lamp lights a white wall fully from three metres. */
    private static final double USUAL_CANDELA = 16_000;

    private static final float USUAL_LIGHT = 8;
    private static final float FARTHEST = 500;

    private Lamps() {}

    /** The lamp of a component at a place; none while it is switched off. */
    static List<Lighting.Lamp> of(Value light, Matrix4x3f world) {
        if (!light.flag("active", true)) {
            return List.of();
        }
        double candela = Math.clamp(light.number("intensity", USUAL_CANDELA), 0, 1e7);
        var color = Colors.linear(Part.of(light), "color");
        float strength = (float) (candela / USUAL_CANDELA) * USUAL_LIGHT;
        boolean spot = light.text("type.$case", "point").equals("spot");
        return List.of(
                new Lighting.Lamp(
                        world.getTranslation(new Vector3f()),
                        world.transformDirection(new Vector3f(0, 0, 1)).normalize(),
                        new Vector3f(color.r(), color.g(), color.b()).mul(strength),
                        range(light),
                        spot ? cosine(light, "type.spot.innerAngle", 21.8) : -1,
                        spot ? cosine(light, "type.spot.outerAngle", 30) : -1));
    }

    /** Metres; where none is set, the fourth root of the intensity as in the explorers. */
    static float range(Value light) {
        double range = light.number("range", -1);
        double shown = range < 0 ? Math.pow(light.number("intensity", USUAL_CANDELA), 0.25) : range;
        return (float) Math.clamp(shown, 0, FARTHEST);
    }

    /** A spot's angles are those of the whole cone. */
    private static float cosine(Value light, String angle, double fallbackDegrees) {
        double degrees = Math.clamp(light.number(angle, fallbackDegrees), 0, 179);
        return (float) Math.cos(Math.toRadians(degrees / 2));
    }

    /** The lamps of scenes that matter most around a point. */
    static List<Lighting.Lamp> strongest(List<SceneGraph> graphs, Vector3fc target) {
        var all = new ArrayList<Lighting.Lamp>();
        graphs.forEach(graph -> add(graph, all));
        all.sort(Comparator.comparingDouble(lamp -> -weight(lamp, target)));
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private static void add(SceneGraph graph, List<Lighting.Lamp> all) {
        for (var entity : graph.marks().keySet()) {
            var light = graph.scene().value(entity, Mark.LIGHT.component());
            var node = graph.node(entity).filter(Node::isShown);
            node.ifPresent(n -> light.ifPresent(value -> all.addAll(of(value, n.world()))));
        }
    }

    private static double weight(Lighting.Lamp lamp, Vector3fc target) {
        var color = lamp.color();
        float bright = Math.max(color.x, Math.max(color.y, color.z));
        float beyond = Math.max(1, lamp.position().distance(target) - lamp.range() / 2);
        return bright * lamp.range() / (beyond * beyond);
    }
}
