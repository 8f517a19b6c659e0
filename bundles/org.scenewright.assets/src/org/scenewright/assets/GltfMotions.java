// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Animation;
import de.javagl.jgltf.impl.v2.AnimationChannel;
import de.javagl.jgltf.impl.v2.AnimationChannelTarget;
import de.javagl.jgltf.impl.v2.AnimationSampler;
import de.javagl.jgltf.impl.v2.GlTF;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the animations of a glTF file; what is wrong with one of their channels leaves out that
 * channel. One thread.
 */
final class GltfMotions {
    private static final int MOST_CHANNELS = 65_536;

    private final GlTF gltf;
    private final GltfAccessors accessors;
    private final GltfNodes nodes;
    private final Warnings warnings;
    private final Map<Integer, float[]> numbers = new HashMap<>();
    private int left = MOST_CHANNELS;

    /** Which property of a node, and how many numbers that is; 0 where the mesh says so. */
    enum Property {
        TRANSLATION(3),
        ROTATION(4),
        SCALE(3),
        WEIGHTS(0);

        private final int size;

        Property(int size) {
            this.size = size;
        }

        static Optional<Property> of(@Nullable String path) {
            for (var property : values()) {
                if (property.name().toLowerCase(Locale.ROOT).equals(path)) {
                    return Optional.of(property);
                }
            }
            return Optional.empty();
        }
    }

    /** What a channel moves. */
    record Aim(int node, Property property) {}

    record Channel(Aim aim, Curve curve) {}

    /** One animation; it has channels. */
    record Motion(String name, List<Channel> channels) {}

    GltfMotions(GltfSource source, GltfNodes nodes) {
        this.gltf = source.gltf();
        this.accessors = source.accessors();
        this.warnings = source.warnings();
        this.nodes = nodes;
    }

    List<Motion> all() {
        var motions = new ArrayList<Motion>();
        for (var animation : Gltf.all(gltf.getAnimations())) {
            var motion = motion(animation, motions.size());
            if (!motion.channels.isEmpty()) {
                motions.add(motion);
            }
        }
        return motions;
    }

    private Motion motion(Animation animation, int number) {
        var name = Gltf.maybe(animation.getName()).orElse("");
        var channels = new ArrayList<Channel>();
        var seen = new HashSet<Aim>();
        int count = 0;
        for (var channel : Gltf.all(animation.getChannels())) {
            var what = "Animation %s, channel %d".formatted(label(name, number), count++);
            if (left-- <= 0) {
                warnings.add(
                        "It has more than %d channels of animations.".formatted(MOST_CHANNELS));
                break;
            }
            warnings.attempt(what, () -> channel(animation, channel, seen))
                    .flatMap(found -> found)
                    .ifPresent(channels::add);
        }
        return new Motion(name, List.copyOf(channels));
    }

    private static String label(String name, int number) {
        return name.isEmpty() ? String.valueOf(number) : name;
    }

    private Optional<Channel> channel(
            Animation animation, AnimationChannel channel, Set<Aim> seen) {
        var target = Gltf.maybe(channel.getTarget()).orElseGet(AnimationChannelTarget::new);
        if (target.getNode() == null) {
            // glTF 3.11: whoever does not know where it goes leaves it out.
            return Optional.empty();
        }
        var aim = aim(target);
        if (!seen.add(aim)) {
            throw new AssetException("another one moves the same");
        }
        int index = Gltf.or(channel.getSampler(), -1);
        var sampler = Gltf.at(animation.getSamplers(), index, "sampler");
        return Optional.of(new Channel(aim, curve(sampler, size(aim))));
    }

    private Aim aim(AnimationChannelTarget target) {
        int index = Gltf.or(target.getNode(), -1);
        nodes.world(index);
        var property =
                Property.of(target.getPath())
                        .orElseThrow(() -> new AssetException("it moves " + target.getPath()));
        boolean isFixed = Gltf.at(gltf.getNodes(), index, "node").getMatrix() != null;
        if (isFixed && property != Property.WEIGHTS) {
            throw new AssetException("it moves a node whose place is a matrix");
        }
        return new Aim(index, property);
    }

    private int size(Aim aim) {
        return aim.property == Property.WEIGHTS ? targets(aim.node) : aim.property.size;
    }

    private int targets(int node) {
        int index = Gltf.or(Gltf.at(gltf.getNodes(), node, "node").getMesh(), -1);
        var primitives = Gltf.all(Gltf.at(gltf.getMeshes(), index, "mesh").getPrimitives());
        int targets =
                primitives.stream().mapToInt(p -> Gltf.all(p.getTargets()).size()).max().orElse(0);
        if (targets == 0) {
            throw new AssetException("mesh " + index + " has no morph targets");
        }
        return targets;
    }

    private Curve curve(AnimationSampler sampler, int size) {
        var way = way(sampler.getInterpolation());
        var times = numbers(Gltf.or(sampler.getInput(), -1));
        var values = numbers(Gltf.or(sampler.getOutput(), -1));
        if (accessors.components(Gltf.or(sampler.getInput(), -1)) != 1) {
            throw new AssetException("its times are no plain numbers");
        }
        long expected = (long) times.length * size * (way == Curve.Way.CUBICSPLINE ? 3 : 1);
        if (values.length != expected) {
            throw new AssetException(
                    "it has %d numbers for %d times".formatted(values.length, times.length));
        }
        return new Curve(ascending(times), values, size, way);
    }

    private static Curve.Way way(@Nullable String interpolation) {
        for (var way : Curve.Way.values()) {
            if (way.name().equals(interpolation)) {
                return way;
            }
        }
        if (interpolation != null) {
            throw new AssetException("its interpolation " + interpolation + " is unknown");
        }
        return Curve.Way.LINEAR;
    }

    private static float[] ascending(float[] times) {
        for (int i = 0; i < times.length; i++) {
            if (times[i] < (i == 0 ? 0 : times[i - 1])) {
                throw new AssetException("its times do not ascend");
            }
        }
        return times;
    }

    /** Many channels share their times, and some their values. */
    private float[] numbers(int accessor) {
        var known = numbers.get(accessor);
        return known == null ? read(accessor) : known;
    }

    private float[] read(int accessor) {
        var read = accessors.floats(accessor);
        if (!Matrices.isFinite(read)) {
            throw new AssetException("accessor " + accessor + " holds what is not a number");
        }
        numbers.put(accessor, read);
        return read;
    }
}
