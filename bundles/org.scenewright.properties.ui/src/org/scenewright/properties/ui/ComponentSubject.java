// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One component of one or several entities of a scene. */
record ComponentSubject(Road road, List<Entity> entities, ComponentType type) implements Subject {

    @Override
    public Shown shown(FieldPath path) {
        var now = snapshot();
        return Shown.of(
                entities, entity -> now.value(entity, type.name()).flatMap(v -> v.at(path)));
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        post("Edit", gesture, entity -> new Edit.Set(entity, type.name(), path, value));
    }

    @Override
    public void erase(FieldPath path) {
        post("Edit", 0, entity -> new Edit.Unset(entity, type.name(), path));
    }

    /** Takes the component away from all of the entities. */
    void remove() {
        post("Remove", 0, entity -> new Edit.Remove(entity, type.name()));
    }

    /** Gives all of the entities this value for the component. */
    void put(Value value) {
        post("Change", 0, entity -> new Edit.Put(entity, type.name(), value));
    }

    private void post(String verb, long gesture, Function<Entity, Edit> edit) {
        // What is written late, when typing ends with a deletion, is for those that are left.
        var now = snapshot();
        var alive = entities.stream().filter(now::holds).toList();
        String label = verb + " " + type.shortName() + " of " + alive.size() + " entities";
        if (!alive.isEmpty()) {
            road.post(label, alive.stream().map(edit).toList(), gesture);
        }
    }

    @Override
    public long newGesture() {
        return road.session().newGesture();
    }

    @Override
    public void tell(String sentence) {
        road.refused().accept(sentence);
    }

    @Override
    public SceneSnapshot snapshot() {
        return road.session().snapshot();
    }

    @Override
    public Path directory() {
        return road.session().project().directory();
    }
}
