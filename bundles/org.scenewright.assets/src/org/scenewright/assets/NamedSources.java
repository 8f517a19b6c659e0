// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the components of a scene name by now, kept in step with it at the cost of what changes,
 * however large the rest is. Used by one thread at a time.
 */
public final class NamedSources {
    private final Map<Entity, Set<AssetSource>> named = new HashMap<>();
    private final Map<AssetSource, Set<Entity>> bySource = new HashMap<>();
    private final Map<String, Set<Entity>> byPath = new HashMap<>();

    /** Reads a document from scratch. */
    public void reset(SceneSnapshot scene) {
        named.clear();
        bySource.clear();
        byPath.clear();
        for (var component : scene.componentNames()) {
            if (PathFields.isIn(scene, component)) {
                scene.forEach(component, (entity, value) -> read(scene, entity, component));
            }
        }
    }

    /**
     * Follows changes of the document.
     *
     * @return whether they were about what can name something
     */
    public boolean show(SceneSnapshot next, Changes changes) {
        boolean isTyped = changes.list().stream().anyMatch(Change.Declared.class::isInstance);
        var touched = touched(next, changes);
        if (isTyped) {
            reset(next);
        } else {
            touched.forEach(entity -> readAnew(next, entity));
        }
        return isTyped || !touched.isEmpty();
    }

    private static Set<Entity> touched(SceneSnapshot scene, Changes changes) {
        var known = new HashMap<String, Boolean>();
        var touched = new HashSet<Entity>();
        for (var change : changes.list()) {
            if (change instanceof Change.Written written
                    && known.computeIfAbsent(written.component(), name -> counts(scene, name))) {
                touched.add(written.entity());
            }
        }
        return touched;
    }

    private static boolean counts(SceneSnapshot scene, String component) {
        return component.equals(AssetBindings.COMPONENT) || PathFields.isIn(scene, component);
    }

    private void readAnew(SceneSnapshot scene, Entity entity) {
        var before = Optional.ofNullable(named.remove(entity)).orElse(Set.of());
        for (var source : before) {
            remove(bySource, source, entity);
            remove(byPath, source.path(), entity);
        }
        for (var component : scene.components(entity)) {
            if (PathFields.isIn(scene, component)) {
                read(scene, entity, component);
            }
        }
    }

    private void read(SceneSnapshot scene, Entity entity, String component) {
        var bindings = AssetBindings.of(scene, entity);
        var fields =
                new PathFields(
                        component, (field, path) -> add(entity, bindings.source(field, key(path))));
        scene.value(entity, component).ifPresent(value -> fields.read(scene, value));
    }

    private void add(Entity entity, AssetSource source) {
        named.computeIfAbsent(entity, e -> new HashSet<>()).add(source);
        bySource.computeIfAbsent(source, s -> new HashSet<>()).add(entity);
        byPath.computeIfAbsent(source.path(), p -> new HashSet<>()).add(entity);
    }

    private static <K> void remove(Map<K, Set<Entity>> index, K key, Entity entity) {
        var users = index.get(key);
        if (users != null && users.remove(entity) && users.isEmpty()) {
            index.remove(key);
        }
    }

    private static String key(String path) {
        return LocalPath.key(path).orElse(path);
    }

    /**
     * Whether an entity names a source.
     *
     * @param source with a key for its path, as {@link LocalPath#key} makes it
     */
    public boolean holds(AssetSource source) {
        return bySource.containsKey(source);
    }

    /** The entities that name a path, in any case, whatever it is bound to. */
    public Set<Entity> users(String path) {
        return Set.copyOf(byPath.getOrDefault(key(path), Set.of()));
    }
}
