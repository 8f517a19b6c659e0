// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Drags a handle: posts edits as it goes, all under one gesture, which is one step to undo. */
final class HandleGesture implements Gesture {
    private final Viewport viewport;
    private final Drag drag;
    private final Snap snap;
    private final List<Carried> carried;
    private final String label;
    private OptionalLong number = OptionalLong.empty();
    private Optional<Motion> waiting = Optional.empty();
    private Optional<SceneSnapshot> posted = Optional.empty();
    private Optional<String> hint = Optional.empty();

    HandleGesture(Viewport viewport, Drag drag, List<Entity> entities, Snap snap) {
        this.viewport = viewport;
        this.drag = drag;
        this.snap = snap;
        var scene = viewport.scene().snapshot();
        carried = Carried.all(scene, entities);
        label =
                verb(drag.handle().tool())
                        + (entities.size() == 1
                                ? scene.name(entities.getFirst())
                                : entities.size() + " entities");
    }

    private static String verb(Tool tool) {
        return switch (tool) {
            case SELECT -> "";
            case MOVE -> "Move ";
            case ROTATE -> "Rotate ";
            case SCALE -> "Scale ";
        };
    }

    @Override
    public void moved(InputEvent.PointerMoved event) {
        var steps = snap.with(snap.on() != event.modifiers().control());
        var motion = drag.follow(viewport.ray(event.x(), event.y()), steps);
        hint = Optional.of(motion.hint(drag.handle()));
        waiting = Optional.of(motion);
        if (posted.filter(before -> before == viewport.scene().snapshot()).isEmpty()) {
            catchUp();
        }
        viewport.port().redraw();
    }

    /**
     * Posts where the pointer is by now; a document that is slow to answer is not asked more often
     * than drawn.
     */
    @Override
    public void catchUp() {
        var motion = waiting;
        waiting = Optional.empty();
        motion.ifPresent(this::post);
    }

    private void post(Motion motion) {
        var scene = viewport.scene().snapshot();
        var edits = new ArrayList<Edit>();
        for (var one : carried) {
            if (scene.holds(one.entity())) {
                edits.addAll(one.moved(motion, drag.gizmo()));
            }
        }
        if (!edits.isEmpty()) {
            posted = Optional.of(scene);
            post(edits);
        }
    }

    private void post(List<Edit> edits) {
        if (number.isEmpty()) {
            number = OptionalLong.of(viewport.port().newGesture());
        }
        viewport.port().post(new Edit.All(label, edits), Origin.gesture(number.getAsLong()));
    }

    @Override
    public void released(InputEvent.PointerUp event) {
        catchUp();
        viewport.port().redraw();
    }

    @Override
    public void cancelled() {
        number.ifPresent(viewport.port()::cancelGesture);
        viewport.port().redraw();
    }

    @Override
    public Optional<String> hint() {
        return hint;
    }

    @Override
    public Optional<Handle> handle() {
        return Optional.of(drag.handle());
    }
}
