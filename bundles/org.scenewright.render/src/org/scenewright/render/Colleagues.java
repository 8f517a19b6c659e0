// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Texture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws who else works at the scene: a small frustum with a name where each looks from, boxes
 * around what each has selected, stronger ones with their name above around what each drags, and
 * what each points at.
 */
final class Colleagues {
    private static final int KEPT = 64;
    // Where black and white stand out alike.
    private static final double EVEN = 0.179;
    private static final int LONGEST_NAME = 32;
    private static final float LINE_POINTS = 2.5f;
    private static final float HELD_POINTS = 4;
    // Lines are so much wider on either side, since no colour stands out from every ground.
    private static final float EDGE_POINTS = 0.75f;
    static final int EDGE = 0x181818;
    // A quarter of that of the pictures, which stay sharp where they are halved twice.
    private static final float EM_POINTS = 16;
    // Half the width and half the height of the far side of a frustum, as parts of its length.
    private static final float WIDE = 0.64f;
    private static final float HIGH = 0.4f;
    // How far its roof is from its middle, as a part of its length.
    private static final float ROOF = 1.6f * HIGH;
    private static final float SHORTEST = 0.4f;
    // How long one is, as many times the radius of a sign.
    private static final float FRUSTUM_SIGNS = 3;
    // Whoever follows somebody looks out of their frustum.
    private static final float TOO_NEAR = 1;

    private final SceneGraph graph;
    private final LineBrush seen = new LineBrush();
    private final LineBrush held = new LineBrush();
    private final LineBrush through = new LineBrush();
    private final Shapes shapes = new Shapes();
    private final Recent<Lettering, Optional<Tag>> tags = new Recent<>(KEPT);
    private List<Colleague> present = List.of();

    /** A name as a picture, and its size in ems. */
    private record Tag(Material material, float width, float height) {}

    Colleagues(SceneGraph graph) {
        this.graph = graph;
    }

    void show(List<Colleague> colleagues) {
        present = List.copyOf(colleagues);
    }

    List<DrawList.Lines> lines(Camera camera) {
        if (present.isEmpty()) {
            return List.of();
        }
        seen.clear();
        held.clear();
        through.clear();
        present.forEach(colleague -> draw(camera, colleague));
        var lines = new ArrayList<DrawList.Lines>();
        if (!seen.isEmpty()) {
            lines.add(seen.edge(EDGE, LINE_POINTS + 2 * EDGE_POINTS));
            lines.add(seen.lines(LINE_POINTS, false));
        }
        if (!held.isEmpty()) {
            lines.add(held.edge(EDGE, HELD_POINTS + 2 * EDGE_POINTS));
            lines.add(held.lines(HELD_POINTS, false));
        }
        if (!through.isEmpty()) {
            lines.add(through.lines(1, true));
        }
        return lines;
    }

    private void draw(Camera camera, Colleague colleague) {
        seen.color(colleague.color(), 1);
        held.color(colleague.color(), 1);
        through.color(colleague.color(), 0.4);
        held(colleague).forEach(box -> held.box(Boxes.placing(box)));
        colleague.selection().stream()
                .flatMap(entity -> graph.bounds(entity).stream())
                .forEach(this::box);
        sight(camera, colleague).ifPresent(sight -> frustum(camera, sight));
        colleague.pointer().ifPresent(pointer -> point(camera, pointer));
    }

    /** Also what is hidden behind something can be seen to be taken, though faintly. */
    private void box(Bounds box) {
        seen.box(Boxes.placing(box));
        through.box(Boxes.placing(box));
    }

    private static Optional<Colleague.Sightline> sight(Camera camera, Colleague colleague) {
        return colleague
                .sight()
                .filter(sight -> sight.from().distance(camera.eye()) > TOO_NEAR)
                .filter(sight -> sight.from().distance(sight.to()) > 0);
    }

    private static float length(Camera camera, Vector3fc eye) {
        return Math.max(SHORTEST, FRUSTUM_SIGNS * Overlay.radius(camera, new Vector3f(eye)));
    }

    private void frustum(Camera camera, Colleague.Sightline sight) {
        var place = CameraPlace.looking(sight.from(), sight.to());
        float length = length(camera, sight.from());
        var far = new Vector3f(sight.from()).fma(length, place.forward());
        var right = place.right().mul(WIDE * length);
        var up = place.up().mul(HIGH * length);
        var corners =
                List.of(
                        far.add(right, new Vector3f()).add(up),
                        far.add(right, new Vector3f()).sub(up),
                        far.sub(right, new Vector3f()).sub(up),
                        far.sub(right, new Vector3f()).add(up));
        for (int i = 0; i < corners.size(); i++) {
            seen.line(sight.from(), corners.get(i));
            seen.line(corners.get(i), corners.get((i + 1) % corners.size()));
        }
        var roof = far.fma(ROOF / HIGH, up, new Vector3f());
        seen.line(corners.get(0), roof);
        seen.line(corners.get(3), roof);
    }

    private void point(Camera camera, Colleague.Sightline pointer) {
        float size = Overlay.radius(camera, new Vector3f(pointer.to())) / 2;
        through.line(pointer.from(), pointer.to());
        seen.circle(pointer.to(), camera.right().mul(size), camera.up().mul(size));
    }

    private Stream<Bounds> held(Colleague colleague) {
        return colleague.holding().stream().flatMap(entity -> graph.bounds(entity).stream());
    }

    /** The names, of constant size, above where each looks from and above all that each drags. */
    List<DrawList.Batch> names(Camera camera) {
        return present.stream().flatMap(colleague -> names(camera, colleague)).toList();
    }

    private Stream<DrawList.Batch> names(Camera camera, Colleague colleague) {
        var eye =
                sight(camera, colleague).stream()
                        .map(Colleague.Sightline::from)
                        .map(from -> above(camera, from, ROOF * length(camera, from)));
        return Stream.concat(eye.filter(place -> isAhead(camera, place)), held(camera, colleague))
                .flatMap(
                        place ->
                                tags.get(lettering(colleague), Colleagues::tag).stream()
                                        .map(tag -> name(camera, place, tag)));
    }

    /** Where somebody's name is to be: once, however much they drag. */
    private Stream<Vector3f> held(Camera camera, Colleague colleague) {
        return held(colleague)
                .map(Boxes::top)
                .filter(place -> isAhead(camera, place))
                .max(Comparator.comparing(Vector3f::y))
                .stream();
    }

    private static Vector3f above(Camera camera, Vector3fc place, float metres) {
        return new Vector3f(place).fma(metres, camera.up());
    }

    private static boolean isAhead(Camera camera, Vector3fc eye) {
        return eye.sub(camera.eye(), new Vector3f()).dot(camera.forward()) > 0;
    }

    private static Lettering lettering(Colleague colleague) {
        String name = colleague.name().strip();
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        String line = shown.replaceAll("\\R", " ");
        var plate = new Lettering.Plate(colleague.color(), EDGE);
        return new Lettering(
                line,
                1,
                Double.POSITIVE_INFINITY,
                0,
                ink(colleague.color()),
                0,
                0,
                Optional.of(plate));
    }

    /** Black or white, whichever is read more easily on a plate (WCAG 2: relative luminance). */
    private static int ink(int plate) {
        var light = Colors.linear(plate, 1);
        double bright = 0.2126 * light.r() + 0.7152 * light.g() + 0.0722 * light.b();
        return bright > EVEN ? 0 : 0xffffff;
    }

    private static Optional<Tag> tag(Lettering lettering) {
        return lettering
                .draw()
                .map(
                        drawn ->
                                new Tag(
                                        Surface.plain(Alpha.BLEND).withBase(texture(drawn)),
                                        (float) drawn.width(),
                                        (float) drawn.height()));
    }

    private static Texture texture(Lettering.Drawn drawn) {
        return new Texture(drawn.bitmap(), Texture.Wrap.CLAMP, true, 1, 1, 0, 0);
    }

    private DrawList.Batch name(Camera camera, Vector3fc place, Tag tag) {
        float ahead = place.sub(camera.eye(), new Vector3f()).dot(camera.forward());
        float em = ahead * camera.metresPerPoint() * EM_POINTS;
        var middle = above(camera, place, em * tag.height());
        var right = camera.right().mul(em * tag.width());
        var up = camera.up().mul(em * tag.height());
        var forward = camera.forward();
        return HandleModels.batch(
                shapes.label(),
                tag.material(),
                new Matrix4x3f(
                        right.x, right.y, right.z, up.x, up.y, up.z, forward.x, forward.y,
                        forward.z, middle.x, middle.y, middle.z),
                Rgba.WHITE);
    }
}
