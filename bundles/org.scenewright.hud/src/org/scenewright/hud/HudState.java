// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.crdt.Entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people did to a user interface that its scene does not know; one thread only. */
final class HudState {
    private final Map<Entity, float[]> scrolled = new HashMap<>();
    private final Map<Entity, TypedText> typed = new HashMap<>();
    private final Map<Entity, Optional<String>> wanted = new HashMap<>();
    private final Map<Entity, Integer> chosen = new HashMap<>();
    private final Map<Entity, Integer> selected = new HashMap<>();
    private Optional<Entity> focus = Optional.empty();
    private Optional<Opened> opened = Optional.empty();

    /**
     * A menu that is open.
     *
     * @param first the first option that is shown
     * @param hovered the one under the pointer; -1 for none
     */
    record Opened(Entity entity, int first, int hovered) {}

    /** How far to the left and up people scrolled. */
    Map<Entity, float[]> scrolled() {
        return scrolled;
    }

    void scroll(Placed one, float x, float y) {
        float[] by = scrolled.getOrDefault(one.entity(), new float[2]);
        scrolled.put(
                one.entity(),
                new float[] {
                    Math.clamp(by[0] + x, 0, one.overflow()[0]),
                    Math.clamp(by[1] + y, 0, one.overflow()[1])
                });
    }

    /** Takes what the scene wants, where it wants something else than before. */
    void show(List<Placed> placed) {
        var there = new HashSet<Entity>();
        for (var one : placed) {
            there.add(one.entity());
            one.matter().field().ifPresent(field -> show(one.entity(), field));
            one.matter().choice().ifPresent(choice -> show(one.entity(), choice));
        }
        forget(there);
    }

    private void show(Entity entity, Field field) {
        boolean isNew = !field.value().equals(wanted.put(entity, field.value()));
        field.value()
                .filter(value -> isNew && !value.equals(text(entity).text()))
                .ifPresent(value -> typed.put(entity, TypedText.of(value)));
    }

    private void show(Entity entity, Choice choice) {
        var before = selected.put(entity, choice.selected());
        if (before == null || before != choice.selected()) {
            chosen.put(entity, choice.selected());
        }
    }

    private void forget(Set<Entity> there) {
        typed.keySet().retainAll(there);
        wanted.keySet().retainAll(there);
        chosen.keySet().retainAll(there);
        selected.keySet().retainAll(there);
        scrolled.keySet().retainAll(there);
        focus = focus.filter(there::contains);
        opened = opened.filter(menu -> there.contains(menu.entity()));
    }

    TypedText text(Entity field) {
        return typed.getOrDefault(field, TypedText.of(""));
    }

    void text(Entity field, TypedText text) {
        typed.put(field, text);
    }

    int chosen(Entity menu) {
        return chosen.getOrDefault(menu, -1);
    }

    void choose(Entity menu, int option) {
        chosen.put(menu, option);
    }

    /** The field that is typed into. */
    Optional<Entity> focus() {
        return focus;
    }

    boolean isFocus(Entity field) {
        return focus.filter(field::equals).isPresent();
    }

    void focus(Optional<Entity> field) {
        focus = field;
    }

    Optional<Opened> opened() {
        return opened;
    }

    void open(Optional<Opened> menu) {
        opened = menu;
    }
}
