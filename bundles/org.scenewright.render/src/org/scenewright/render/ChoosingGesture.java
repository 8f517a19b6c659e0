// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses entities: the one that is clicked, or those that a rectangle touches. */
final class ChoosingGesture implements Gesture {
    /** How far a pointer may tremble during a click, in points. */
    private static final double TREMBLE = 4;

    private final Viewport viewport;
    private final InputEvent.PointerDown down;
    private Optional<ScreenRectangle> band = Optional.empty();

    ChoosingGesture(Viewport viewport, InputEvent.PointerDown down) {
        this.viewport = viewport;
        this.down = down;
    }

    @Override
    public void moved(InputEvent.PointerMoved event) {
        boolean far =
                Math.hypot(event.x() - down.x(), event.y() - down.y())
                        > TREMBLE * viewport.camera().density();
        if (far || band.isPresent()) {
            band = Optional.of(ScreenRectangle.between(down.x(), down.y(), event.x(), event.y()));
            viewport.port().redraw();
        }
    }

    @Override
    public void released(InputEvent.PointerUp event) {
        if (band.isPresent()) {
            var touched = viewport.scene().within(band.get());
            choose(adds() ? union(selection(), touched) : new HashSet<>(touched));
        } else {
            var hit = viewport.scene().pick(viewport.ray(down.x(), down.y()));
            click(hit.map(Hit::entity).stream().toList());
        }
    }

    private void click(List<Entity> clicked) {
        if (!adds()) {
            choose(Set.copyOf(clicked));
        } else if (selection().containsAll(clicked)) {
            var fewer = new HashSet<>(selection());
            clicked.forEach(fewer::remove);
            choose(fewer);
        } else {
            choose(union(selection(), clicked));
        }
    }

    private boolean adds() {
        return down.modifiers().control() || down.modifiers().shift();
    }

    private Set<Entity> selection() {
        return viewport.scene().selection();
    }

    private static Set<Entity> union(Collection<Entity> some, Collection<Entity> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private void choose(Set<Entity> entities) {
        if (!entities.equals(selection())) {
            viewport.scene().select(entities);
            viewport.port().selected(Set.copyOf(entities));
        }
        viewport.port().redraw();
    }

    @Override
    public void cancelled() {
        viewport.port().redraw();
    }

    @Override
    public Optional<ScreenRectangle> rubberBand() {
        return band;
    }
}
