// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;

/**
 * A subject that turns from one to another, so that the same fields show other entities.
 *
 * @param <S> the sort of subject
 */
final class Aim<S extends Subject> implements Subject {
    private S subject;

    Aim(S first) {
        subject = first;
    }

    void turnTo(S next) {
        subject = next;
    }

    @Override
    public S now() {
        return subject;
    }

    @Override
    public Shown shown(FieldPath path) {
        return subject.shown(path);
    }

    @Override
    public void write(FieldPath path, Value value, long gesture) {
        subject.write(path, value, gesture);
    }

    @Override
    public void erase(FieldPath path) {
        subject.erase(path);
    }

    @Override
    public long newGesture() {
        return subject.newGesture();
    }

    @Override
    public void tell(String sentence) {
        subject.tell(sentence);
    }

    @Override
    public SceneSnapshot snapshot() {
        return subject.snapshot();
    }

    @Override
    public Path directory() {
        return subject.directory();
    }
}
