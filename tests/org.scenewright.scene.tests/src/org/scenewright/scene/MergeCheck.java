// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Optional;

/** The boundary of comparing and merging as tests see it: scenes as text, edits on both sides. */
final class MergeCheck {
    private MergeCheck() {}

    static SceneSnapshot edited(String base, SceneCheck.NamedEdit... edits) {
        var scene = new Scene(SceneText.read(base));
        for (var edit : edits) {
            SceneCheck.accepted(scene, edit);
        }
        return scene.snapshot();
    }

    static ThreeWay.Merged merged(
            String base, SceneCheck.NamedEdit ours, SceneCheck.NamedEdit theirs) {
        var merged = ThreeWay.merge(SceneText.read(base), edited(base, ours), edited(base, theirs));
        SceneInvariants.check(merged.snapshot());
        return merged;
    }

    /** What both sides did stands in the merged scene, whichever side is ours. */
    static void checkBoth(
            String base, SceneCheck.NamedEdit ours, SceneCheck.NamedEdit theirs, String after) {
        var merged = merged(base, ours, theirs);
        assertEquals(List.of(), merged.conflicts());
        assertEquals(after, SceneText.print(merged.snapshot()));
        var other = merged(base, theirs, ours);
        assertEquals(List.of(), other.conflicts());
        assertEquals(
                SceneInvariants.content(merged.snapshot()),
                SceneInvariants.content(other.snapshot()));
    }

    /** Both sides cannot have it their way: these conflicts are told, and ours stands. */
    static void checkConflict(
            String base, SceneCheck.NamedEdit ours, SceneCheck.NamedEdit theirs, String... told) {
        var merged = merged(base, ours, theirs);
        assertEquals(
                List.of(told),
                merged.conflicts().stream().map(c -> print(merged.snapshot(), c)).toList());
        assertEquals(
                SceneInvariants.content(edited(base, ours)),
                SceneInvariants.content(merged.snapshot()));
    }

    static String print(SceneSnapshot scene, Conflict conflict) {
        return scene.name(conflict.entity())
                + " "
                + conflict.field()
                + ": "
                + print(conflict.base())
                + " / "
                + print(conflict.ours())
                + " / "
                + print(conflict.theirs());
    }

    static void checkDifferences(String base, SceneCheck.NamedEdit edit, String... told) {
        var before = SceneText.read(base);
        var after = edited(base, edit);
        assertEquals(
                List.of(told),
                Difference.between(before, after).stream().map(d -> print(after, d)).toList());
    }

    private static String print(SceneSnapshot scene, Difference difference) {
        String field = difference.path().isEmpty() ? "" : "." + difference.path();
        return scene.name(difference.entity())
                + " "
                + difference.component()
                + field
                + ": "
                + print(difference.before())
                + " -> "
                + print(difference.after());
    }

    private static String print(Optional<Value> value) {
        return value.map(ValueJson::print).orElse("none");
    }
}
