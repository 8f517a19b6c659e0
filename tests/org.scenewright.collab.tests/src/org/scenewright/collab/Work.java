// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Author;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * What people do to a scene, as they do it: they drag something about, which is an edit for each
 * movement of the mouse, let a script or a paste make many edits at once, make one now and then,
 * and take them back. Each edit is remembered that others have to hear of.
 */
final class Work {
    private static final List<String> AXES = List.of("x", "y", "z");
    private static final int MANY = 12;

    private final Random random;
    private final TreeMap<Author, BitSet> made = new TreeMap<>();
    private final TreeMap<String, Drag> drags = new TreeMap<>();
    private long count;
    private double last;

    /** Something that somebody holds. */
    private record Drag(Entity entity, String axis, int left) {}

    Work(Random random) {
        this.random = random;
    }

    /** How many edits were made that others have to hear of. */
    long count() {
        return count;
    }

    /** Those edits: the numbers of the batches, by author. */
    TreeMap<Author, BitSet> made() {
        return made;
    }

    /** What somebody does between two movements of their mouse. */
    void go(Member member) {
        var drag = drags.remove(member.address());
        if (drag != null) {
            drag(member, drag);
            return;
        }
        switch (random.nextInt(60)) {
            case 0 -> note(member, () -> member.scene().undo());
            case 1 -> note(member, () -> member.scene().redo());
            case 2, 3, 4, 5, 6 -> one(member);
            case 7, 8 -> drag(member, new Drag(any(member), axis(), 20 + random.nextInt(60)));
            case 9, 10 -> many(member, 50 + random.nextInt(400));
            default -> {}
        }
    }

    private void drag(Member member, Drag drag) {
        if (member.snapshot().holds(drag.entity())) {
            set(member, drag.entity(), drag.axis(), last++);
            if (drag.left() > 0) {
                drags.put(member.address(), new Drag(drag.entity(), drag.axis(), drag.left() - 1));
            }
        }
    }

    /** What a script or a paste does at once. */
    private void many(Member member, int edits) {
        for (int i = 0; i < edits; i++) {
            one(member);
        }
    }

    private Entity any(Member member) {
        var top = member.snapshot().children(Entity.ROOT);
        return top.get(random.nextInt(top.size()));
    }

    private String axis() {
        return AXES.get(random.nextInt(AXES.size()));
    }

    private void one(Member member) {
        var entity = any(member);
        switch (random.nextInt(20)) {
            case 0 -> make(member, Edit.Place.TOP);
            case 1 -> {
                if (member.snapshot().children(Entity.ROOT).size() > MANY) {
                    edit(member, new Edit.Despawn(List.of(entity)));
                }
            }
            case 2 -> edit(member, new Edit.Rename(entity, "N" + random.nextInt(9)));
            case 3 -> make(member, Edit.Place.under(entity));
            default -> set(member, entity, axis(), random.nextInt(9));
        }
    }

    private void make(Member member, Edit.Place place) {
        edit(member, new Edit.Spawn("N" + random.nextInt(9), place, new LinkedHashMap<>()));
    }

    private void set(Member member, Entity entity, String axis, double to) {
        var path = FieldPath.of("position", axis);
        edit(member, new Edit.Set(entity, SceneSnapshot.TRANSFORM, path, Value.of(to)));
    }

    private void edit(Member member, Edit edit) {
        note(member, () -> member.edit(edit));
    }

    /** Remembers what somebody writes for others, if it changes anything. */
    private void note(Member member, Runnable edit) {
        member.written.clear();
        edit.run();
        if (!member.written.isEmpty() && member.core().isSettled()) {
            var batch = member.written.getLast();
            made.computeIfAbsent(batch.author(), a -> new BitSet()).set((int) batch.sequence());
            count++;
        }
        member.written.clear();
    }
}
