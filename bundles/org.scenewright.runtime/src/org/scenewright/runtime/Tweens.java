// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Lets the tweens of one running scene go on, and tells the script how far they are; on the thread
 * of the frames. What follows in a sequence the SDK sets itself when it hears that a tween is over.
 */
final class Tweens {
    private static final String TWEEN = "core::Tween";
    private static final String MATERIAL = "core::Material";
    private static final String STATE = "core::TweenState";
    private static final Value IDENTITY =
            Pose.IDENTITY.toValue().with(FieldPath.of("parent"), Value.of(0));

    private final Map<Entity, Going> all = new HashMap<>();
    private volatile Map<Entity, Value> materials = Map.of();

    /** How the SDK counts what a tween does. */
    private enum State {
        ACTIVE,
        COMPLETED,
        PAUSED
    }

    /**
     * A tween that was begun.
     *
     * @param source the component
     * @param start the Transform when it began
     * @param passed the seconds since
     * @param isOver whether nothing moves by it any more
     */
    private record Going(Value source, Tween tween, Value start, double passed, boolean isOver) {

        static Going begun(Value source, Value start) {
            return new Going(source, Tween.of(source), start, 0, false);
        }

        /** The same with another component: begun anew unless that only pauses it or goes on. */
        Going with(Value other, Value now) {
            var next = Tween.of(other);
            return next.isAs(tween)
                    ? new Going(other, next, start, passed, isOver)
                    : begun(other, now);
        }

        Going after(double seconds) {
            double then = passed + (tween.isPlaying() ? seconds : 0);
            return new Going(source, tween, start, then, tween.part(then) >= 1);
        }

        State state() {
            if (isOver) {
                return State.COMPLETED;
            }
            return tween.isPlaying() ? State.ACTIVE : State.PAUSED;
        }
    }

    /**
     * Lets time pass.
     *
     * @param seconds since the last time
     */
    void move(SceneSnapshot now, double seconds, RendererWriting out) {
        var gone = new HashSet<>(all.keySet());
        now.forEach(
                TWEEN,
                (entity, value) -> {
                    gone.remove(entity);
                    move(now, entity, going(now, entity, value).after(seconds), out);
                });
        for (var entity : gone) {
            all.remove(entity);
            if (now.holds(entity)) {
                out.remove(entity, STATE);
            }
        }
        materials = materials(now);
    }

    private Map<Entity, Value> materials(SceneSnapshot now) {
        var moved = new HashMap<Entity, Value>();
        all.forEach(
                (entity, going) ->
                        now.value(entity, MATERIAL)
                                .flatMap(m -> going.tween().texture(m, going.passed()))
                                .ifPresent(material -> moved.put(entity, material)));
        return Map.copyOf(moved);
    }

    /**
     * The materials whose textures are moved, as they are to be seen; the script is not told of
     * them. Any thread.
     */
    Map<Entity, Value> materials() {
        return materials;
    }

    /** The tween of an entity as it is before time passes. */
    private Going going(SceneSnapshot now, Entity entity, Value value) {
        var known = all.get(entity);
        if (known != null && known.source().equals(value)) {
            return known;
        }
        var place = now.value(entity, SceneSnapshot.TRANSFORM).orElse(IDENTITY);
        return known == null ? Going.begun(value, place) : known.with(value, place);
    }

    private void move(SceneSnapshot now, Entity entity, Going going, RendererWriting out) {
        var before = all.put(entity, going);
        boolean isStill =
                before != null && before.isOver() && before.source().equals(going.source());
        if (!isStill) {
            var place = now.value(entity, SceneSnapshot.TRANSFORM).orElse(IDENTITY);
            going.tween()
                    .transform(going.start(), place, going.passed())
                    .ifPresent(moved -> out.put(entity, SceneSnapshot.TRANSFORM, moved));
            out.put(entity, STATE, state(going));
        }
    }

    private static Value state(Going going) {
        var part = Value.of(going.tween().part(going.passed()));
        return Value.fields("state", Value.of(going.state().ordinal()))
                .with(FieldPath.of("currentTime"), part);
    }
}
