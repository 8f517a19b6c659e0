// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.About;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A subject that turns from one to another, so that the same fields show other entities.
 *
 * @param <S> the sort of subject
 */
final class Aim<S extends Subject> implements Subject {
    private final Map<FieldPath, Shown> answers = new HashMap<>();
    private S subject;
    private SceneSnapshot asked;

    Aim(S first) {
        subject = first;
        asked = first.snapshot();
    }

    void turnTo(S next) {
        subject = next;
        answers.clear();
    }

    @Override
    public S now() {
        return subject;
    }

    @Override
    public String title() {
        return subject.title();
    }

    @Override
    public Shown shown(FieldPath path, Function<Value, Optional<Value>> seen) {
        return subject.shown(path, seen);
    }

    /** Several parts of a field ask for the same, and large selections take long to ask. */
    @Override
    public Shown shown(FieldPath path) {
        var now = subject.snapshot();
        if (now != asked) {
            asked = now;
            answers.clear();
        }
        return answers.computeIfAbsent(path, subject::shown);
    }

    @Override
    public void change(FieldPath path, UnaryOperator<Value> change, long gesture) {
        subject.change(path, change, gesture);
    }

    @Override
    public Optional<String> refusal(FieldPath path) {
        return subject.refusal(path);
    }

    @Override
    public boolean tellsAbsence() {
        return subject.tellsAbsence();
    }

    @Override
    public About about() {
        return subject.about();
    }

    @Override
    public Optional<FieldShape> special(FieldPath path) {
        return subject.special(path);
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        subject.write(path, value, gesture);
    }

    @Override
    public void bind(FieldPath path, AssetPlaces.Supply.Held file) {
        subject.bind(path, file);
    }

    @Override
    public void erase(FieldPath path) {
        subject.erase(path);
    }

    @Override
    public Optional<Runnable> keeping(FieldPath path) {
        return now().keeping(path);
    }

    @Override
    public Optional<Presence.Editing> atHand(FieldPath path) {
        return subject.atHand(path);
    }

    @Override
    public List<Participant> editors(FieldPath path) {
        return subject.editors(path);
    }

    @Override
    public long newGesture() {
        return subject.newGesture();
    }

    @Override
    public Complaints complaints() {
        return subject.complaints();
    }

    @Override
    public SceneSnapshot snapshot() {
        return subject.snapshot();
    }

    @Override
    public AssetPlaces places() {
        return subject.places();
    }

    @Override
    public AssetPlaces.Field source(FieldPath path, String src) {
        return subject.source(path, src);
    }

    @Override
    public Path directory() {
        return subject.directory();
    }
}
