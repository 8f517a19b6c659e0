// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Edit;
import org.scenewright.scene.FieldBindings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.About;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Title;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One component of one or several entities of a scene. */
record ComponentSubject(Road road, List<Entity> entities, ComponentType type) implements Subject {

    @Override
    public String title() {
        return Title.of(type.shortName());
    }

    @Override
    public Shown shown(FieldPath path, Function<Value, Optional<Value>> seen) {
        var now = snapshot();
        return Shown.of(entities, entity -> part(now, entity, path).flatMap(seen));
    }

    private Optional<Value> part(SceneSnapshot now, Entity entity, FieldPath path) {
        return now.value(entity, type.name()).flatMap(value -> value.at(path));
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        change(path, before -> value, gesture);
    }

    @Override
    public void change(FieldPath path, UnaryOperator<Value> change, long gesture) {
        var now = snapshot();
        var edits =
                alive(now).stream().flatMap(entity -> change(now, entity, path, change)).toList();
        post("Edit", edits, gesture, Optional.of(place(path)));
    }

    private Stream<Edit> change(
            SceneSnapshot now, Entity entity, FieldPath path, UnaryOperator<Value> change) {
        var before = part(now, entity, path).orElse(new Value.Nothing());
        var after = change.apply(before);
        return road.document(entity).stream()
                .flatMap(
                        document ->
                                Stream.concat(
                                        freed(document, path, Optional.of(after)),
                                        Stream.of(
                                                new Edit.Set(document, type.name(), path, after))));
    }

    /** What is said by hand is bound to no asset any more. */
    private Stream<Edit> freed(Entity document, FieldPath path, Optional<Value> after) {
        var before = road.session().snapshot();
        return FieldBindings.of(before, document)
                .freed(type.name(), path, part(before, document, path), after)
                .stream();
    }

    /** The binding comes first, so that nobody looks for the file elsewhere meanwhile. */
    @Override
    public void bind(FieldPath path, AssetPlaces.Supply.Held file) {
        var before = road.session().snapshot();
        var edits =
                documents().stream()
                        .flatMap(
                                entity ->
                                        Stream.of(
                                                FieldBindings.of(before, entity)
                                                        .bound(type.name(), path, file.asset()),
                                                new Edit.Set(
                                                        entity,
                                                        type.name(),
                                                        path,
                                                        Value.of(file.path()))))
                        .toList();
        post("Edit", edits, 0, Optional.of(place(path)));
    }

    @Override
    public void erase(FieldPath path) {
        var now = snapshot();
        var edits =
                alive(now).stream()
                        .filter(entity -> part(now, entity, path).isPresent())
                        .flatMap(entity -> road.document(entity).stream())
                        .flatMap(
                                entity ->
                                        Stream.concat(
                                                erased(entity, path),
                                                Stream.of(
                                                        new Edit.Unset(entity, type.name(), path))))
                        .toList();
        post("Edit", edits, 0, Optional.of(place(path)));
    }

    /** What follows in a list moves up. */
    private Stream<Edit> erased(Entity document, FieldPath path) {
        if (path.isEmpty()) {
            return freed(document, path, Optional.empty());
        }
        var whole = path.parent();
        var after =
                part(road.session().snapshot(), document, whole)
                        .map(holder -> holder.without(path.last()));
        return freed(document, whole, after);
    }

    /** Takes the component away from all of the entities. */
    void remove() {
        var edits =
                documents().stream()
                        .flatMap(
                                e ->
                                        Stream.concat(
                                                freed(e, FieldPath.WHOLE, Optional.empty()),
                                                Stream.of(new Edit.Remove(e, type.name()))));
        post("Remove", edits.toList(), 0, Optional.empty());
    }

    /** Gives all of the entities this value for the component. */
    void put(Value value) {
        var edits =
                documents().stream()
                        .flatMap(
                                e ->
                                        Stream.concat(
                                                freed(e, FieldPath.WHOLE, Optional.of(value)),
                                                Stream.of(new Edit.Put(e, type.name(), value))));
        post("Change", edits.toList(), 0, Optional.empty());
    }

    private List<Entity> documents() {
        return road.documents(alive(snapshot()));
    }

    @Override
    public Optional<Runnable> keeping(FieldPath path) {
        var document = road.session().snapshot();
        var edits =
                entities.stream()
                        .filter(entity -> isChanged(document, entity, path))
                        .flatMap(entity -> road.keep(entity, type.name(), path).stream())
                        .toList();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> post("Keep", edits, 0, Optional.of(place(path))));
    }

    @Override
    public Optional<Presence.Editing> atHand(FieldPath path) {
        return entities.stream()
                .findFirst()
                .flatMap(road::document)
                .map(entity -> new Presence.Editing(entity, type.name(), path));
    }

    @Override
    public List<Participant> editors(FieldPath path) {
        return road.session().sharing().awareness().others().stream()
                .filter(other -> isHere(other.presence(), path))
                .toList();
    }

    /** Whoever drags an entity changes its Transform, whichever field of that. */
    private boolean isHere(Presence theirs, FieldPath path) {
        boolean isDragged =
                type.name().equals(SceneSnapshot.TRANSFORM)
                        && theirs.holding().stream().anyMatch(road.documents(entities)::contains);
        return isDragged || theirs.editing().filter(field -> isHere(field, path)).isPresent();
    }

    private boolean isHere(Presence.Editing field, FieldPath path) {
        return field.path().equals(path)
                && field.component().equals(type.name())
                && road.documents(entities).contains(field.entity());
    }

    private boolean isChanged(SceneSnapshot document, Entity entity, FieldPath path) {
        var before = road.document(entity).flatMap(kept -> part(document, kept, path));
        return road.play().isPresent() && !before.equals(part(snapshot(), entity, path));
    }

    /** What is written late, when typing ends with a deletion, is for those that are left. */
    private List<Entity> alive(SceneSnapshot now) {
        return entities.stream().filter(now::holds).toList();
    }

    private void post(
            String verb, List<Edit> edits, long gesture, Optional<Complaints.Place> place) {
        String label = verb + " " + title() + " of " + entities.size() + " entities";
        if (edits.isEmpty() && road.play().isPresent()) {
            road.refuseMade();
        } else if (!edits.isEmpty()) {
            road.post(label, edits, gesture, place);
        }
    }

    /** The entities with all that they have. */
    Target target() {
        return new Target(road, entities);
    }

    private Complaints.Place place(FieldPath path) {
        return new Complaints.Place(entities, type.name(), path);
    }

    @Override
    public Optional<String> refusal(FieldPath path) {
        return road.complaints().find(place(path));
    }

    /** Scripts see that nothing is there; what the platform's own start from is known. */
    @Override
    public boolean tellsAbsence() {
        return !type.name().startsWith("core::");
    }

    @Override
    public About about() {
        return type.about();
    }

    @Override
    public Optional<FieldShape> special(FieldPath path) {
        return road.shapes()
                .of(type.name())
                .flatMap(shapes -> shapes.find(snapshot(), type.name(), entities, path));
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
        return road.snapshot();
    }

    @Override
    public AssetPlaces places() {
        return road.places();
    }

    @Override
    public AssetPlaces.Field source(FieldPath path, String src) {
        String field = type.name() + "." + path;
        return new AssetPlaces.Field(snapshot(), entities.getFirst(), field, src);
    }

    @Override
    public Path directory() {
        return road.session().project().directory();
    }
}
