// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.runtime.AssetPlaces;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.About;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The JSON in a text as if it was part of the component: what is written becomes text again, with
 * all else that is in it, spelled as the SDK spells it.
 *
 * @param text where in the outer subject the text is
 */
record JsonSubject(Subject outer, FieldPath text) implements Subject {

    /** What a text says; nothing where it is no JSON. Without a word it is an empty struct. */
    static Optional<Value> read(Value holder) {
        String json = holder instanceof Value.Text(var words) ? words : "";
        try {
            return Optional.of(json.isBlank() ? Value.EMPTY : ValueJson.parse(json));
        } catch (SchemaException notJson) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return outer.title();
    }

    @Override
    public Shown shown(FieldPath path, Function<Value, Optional<Value>> seen) {
        return outer.shown(text, holder -> read(holder).flatMap(v -> v.at(path)).flatMap(seen));
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        change(path, before -> value, gesture);
    }

    @Override
    public void change(FieldPath path, UnaryOperator<Value> change, long gesture) {
        rewrite(
                json -> json.with(path, change.apply(json.at(path).orElse(new Value.Nothing()))),
                gesture);
    }

    @Override
    public void erase(FieldPath path) {
        rewrite(json -> json.without(path), 0);
    }

    /** What is no JSON is not written over. */
    private void rewrite(UnaryOperator<Value> change, long gesture) {
        try {
            outer.change(
                    text,
                    holder ->
                            read(holder)
                                    .<Value>map(v -> Value.of(ValueJson.print(change.apply(v))))
                                    .orElse(holder),
                    gesture);
        } catch (SchemaException nowhere) {
            complaints().tell(text + " cannot be changed: " + nowhere.getMessage());
        }
    }

    private FieldPath outside(FieldPath path) {
        var steps = new ArrayList<>(text.steps());
        steps.addAll(path.steps());
        return new FieldPath(steps);
    }

    @Override
    public JsonSubject now() {
        return new JsonSubject(outer.now(), text);
    }

    @Override
    public Optional<FieldShape> special(FieldPath path) {
        return path.isEmpty() ? Optional.empty() : outer.special(outside(path));
    }

    @Override
    public Optional<String> refusal(FieldPath path) {
        return Optional.empty();
    }

    @Override
    public About about() {
        return About.NOTHING;
    }

    @Override
    public long newGesture() {
        return outer.newGesture();
    }

    @Override
    public Complaints complaints() {
        return outer.complaints();
    }

    @Override
    public SceneSnapshot snapshot() {
        return outer.snapshot();
    }

    @Override
    public AssetPlaces places() {
        return outer.places();
    }

    @Override
    public AssetPlaces.Field source(FieldPath path, String src) {
        return outer.source(text, src);
    }

    @Override
    public Path directory() {
        return outer.directory();
    }
}
