// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.About;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The settings of a scene, {@code scene.json}. */
record SettingsSubject(Road road) implements Subject {

    @Override
    public String title() {
        return "Scene settings";
    }

    @Override
    public Shown shown(FieldPath path, Function<Value, Optional<Value>> seen) {
        return Shown.of(
                List.of(snapshot().settings()), settings -> settings.at(path).flatMap(seen));
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        road.post(
                "Edit scene settings",
                List.of(new Edit.Configure(path, value)),
                gesture,
                Optional.of(place(path)));
    }

    @Override
    public void change(FieldPath path, UnaryOperator<Value> change, long gesture) {
        var before = snapshot().settings().at(path).orElse(new Value.Nothing());
        write(path, change.apply(before), gesture);
    }

    private static Complaints.Place place(FieldPath path) {
        return new Complaints.Place(List.of(), "scene.json", path);
    }

    @Override
    public Optional<String> refusal(FieldPath path) {
        return road.complaints().find(place(path));
    }

    @Override
    public About about() {
        return About.NOTHING;
    }

    @Override
    public Optional<FieldShape> special(FieldPath path) {
        return Optional.empty();
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
    public Complaints complaints() {
        return road.complaints();
    }

    @Override
    public SceneSnapshot snapshot() {
        return road.session().snapshot();
    }

    @Override
    public AssetPlaces places() {
        return road.places();
    }

    @Override
    public AssetPlaces.Field source(FieldPath path, String src) {
        return new AssetPlaces.Field(snapshot(), Entity.ROOT, "scene.json." + path, src);
    }

    @Override
    public Path directory() {
        return road.session().project().directory();
    }
}
