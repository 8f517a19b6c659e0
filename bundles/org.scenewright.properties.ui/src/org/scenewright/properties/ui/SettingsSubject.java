// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.List;

/** The settings of a scene, {@code scene.json}. */
record SettingsSubject(Road road) implements Subject {

    @Override
    public Shown shown(FieldPath path) {
        return Shown.of(List.of(snapshot().settings()), settings -> settings.at(path));
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        road.post("Edit scene settings", List.of(new Edit.Configure(path, value)), gesture);
    }

    @Override
    public void erase(FieldPath path) {
        var holder = snapshot().settings().at(path.parent());
        holder.ifPresent(value -> write(path.parent(), value.without(path.last()), 0));
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
