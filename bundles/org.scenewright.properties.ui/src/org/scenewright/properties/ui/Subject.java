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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a group of fields shows and writes: one component of one or several entities, or the
 * settings of a scene.
 */
interface Subject {

    /** What sentences call it. */
    String title();

    /** What all have of something that is seen in the part at a path. */
    Shown shown(FieldPath path, Function<Value, Optional<Value>> seen);

    default Shown shown(FieldPath path) {
        return shown(path, Optional::of);
    }

    /**
     * Writes a part; returns at once.
     *
     * @param gesture shared by the writes that are one undo step; 0 for a step of its own
     */
    void write(FieldPath path, Value value, long gesture);

    /** Writes what becomes of each one's own part; returns at once. */
    void change(FieldPath path, UnaryOperator<Value> change, long gesture);

    /** Writes what an asset has for a part as one step, bound to it where it can be. */
    default void bind(FieldPath path, AssetPlaces.Supply.Held file) {
        write(path, Value.of(file.path()), 0);
    }

    /** Takes an optional part or a list item away. */
    void erase(FieldPath path);

    /**
     * What writes a part as it is in the running scene into the document; nothing where nothing
     * runs, or the document has it so.
     */
    default Optional<Runnable> keeping(FieldPath path) {
        return Optional.empty();
    }

    /** What others are told who share the scene while somebody has a field at hand. */
    default Optional<Presence.Editing> atHand(FieldPath path) {
        return Optional.empty();
    }

    /** Who else has a field at hand. */
    default List<Participant> editors(FieldPath path) {
        return List.of();
    }

    long newGesture();

    Complaints complaints();

    /** Why what was last written to a part, or to something in it, was refused, if it was. */
    Optional<String> refusal(FieldPath path);

    /** What people may want to know of it. */
    About about();

    /** How a field is to be edited, where more is known of it than its schema says. */
    Optional<FieldShape> special(FieldPath path);

    /** Whether those who read it tell an absent optional part from one with a default. */
    default boolean tellsAbsence() {
        return false;
    }

    /**
     * What this stands for now: an edit that has begun goes there, whatever is selected before it
     * is done.
     */
    default Subject now() {
        return this;
    }

    /** The document now, to look up names of other entities. */
    SceneSnapshot snapshot();

    /** The folder of the project. */
    Path directory();

    /** Where the files are that fields of the subject name. */
    AssetPlaces places();

    /** A field of the first of those that the subject is about, as it names a file. */
    AssetPlaces.Field source(FieldPath path, String src);
}
