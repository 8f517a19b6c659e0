// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Clip;
import org.scenewright.assets.Posture;
import org.scenewright.assets.Rig;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lets the clips of the models of one running scene go on; on the thread of the frames. Models
 * without clips cost nothing but when they are set or loaded.
 */
final class Animators implements Link, AutoCloseable {
    private static final String MODEL = "core::GltfContainer";
    private static final String ANIMATOR = "core::Animator";

    private final Play play;
    private final Models models;
    private final Registration changes;
    private final Registration loading;
    private final ConcurrentLinkedQueue<AssetSource> loaded = new ConcurrentLinkedQueue<>();
    private final Map<Entity, AssetSource> sources = new HashMap<>();
    private final Map<AssetSource, Set<Entity>> users = new HashMap<>();
    private final Map<Entity, Actor> actors = new HashMap<>();
    private final Set<Entity> touched = new HashSet<>();
    private volatile Map<Entity, Posture> postures = Map.of();

    Animators(Play play, SceneSnapshot now, Models models) {
        this.play = play;
        this.models = models;
        now.forEach(MODEL, (entity, model) -> touched.add(entity));
        changes = play.link(this);
        loading = models.onLoaded(play, loaded::add);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        for (var change : changes.list()) {
            if (change instanceof Change.Written written && isRead(written.component())) {
                touched.add(written.entity());
            } else if (change instanceof Change.Despawned(var entity)) {
                touched.add(entity);
            }
        }
    }

    private static boolean isRead(String component) {
        return component.equals(MODEL)
                || component.equals(ANIMATOR)
                || component.equals(AssetBindings.COMPONENT);
    }

    /**
     * Lets time pass.
     *
     * @param seconds since the last time
     * @return whether anything is to be seen otherwise
     */
    boolean move(SceneSnapshot now, double seconds, RendererWriting out) {
        for (var source = loaded.poll(); source != null; source = loaded.poll()) {
            touched.addAll(users.getOrDefault(source, Set.of()));
        }
        touched.forEach(entity -> read(now, entity));
        touched.clear();
        if (actors.isEmpty() && postures.isEmpty()) {
            return false;
        }
        actors.forEach(
                (entity, actor) ->
                        actor.pass(seconds).ifPresent(value -> out.put(entity, ANIMATOR, value)));
        var before = postures;
        var after = new HashMap<Entity, Posture>();
        actors.forEach((entity, actor) -> after.put(entity, actor.posture()));
        postures = Map.copyOf(after);
        return !after.equals(before);
    }

    private void read(SceneSnapshot now, Entity entity) {
        var source = AssetBindings.source(now, entity, MODEL);
        use(entity, source);
        var clips = clips(source);
        if (clips.isEmpty()) {
            actors.remove(entity);
            return;
        }
        var known = actors.get(entity);
        var actor = known != null && known.isOf(clips) ? known : new Actor(clips);
        actor.take(now.value(entity, ANIMATOR));
        actors.put(entity, actor);
    }

    private void use(Entity entity, AssetSource source) {
        var before = Optional.ofNullable(sources.remove(entity)).orElse(AssetSource.of(""));
        if (!before.equals(source)) {
            var left = users.getOrDefault(before, new HashSet<>());
            left.remove(entity);
            if (left.isEmpty()) {
                users.remove(before);
            }
        }
        if (!source.path().isEmpty()) {
            sources.put(entity, source);
            users.computeIfAbsent(source, s -> new HashSet<>()).add(entity);
        }
    }

    private List<Clip> clips(AssetSource source) {
        return source.path().isEmpty()
                ? List.of()
                : models.model(play, source)
                        .ready()
                        .flatMap(model -> model.rig())
                        .map(Rig::clips)
                        .orElse(List.of());
    }

    /** How all models stand that clips move; the script is not told of it. Any thread. */
    Map<Entity, Posture> postures() {
        return postures;
    }

    @Override
    public void close() {
        changes.close();
        loading.close();
    }
}
