// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Merges what three composites hold besides the values of components, and writes that into ours.
 *
 * <p>What belongs to a cell follows the cell: it comes and goes with it.
 */
final class FrameMerge {
    private static final FieldPath COMPONENTS = FieldPath.of(Frame.COMPONENTS);
    private static final FieldPath DATA = FieldPath.of(Frame.DATA);

    private final Optional<Value> ours;
    private final Optional<Value> merged;
    private final SceneSnapshot theirs;
    private final SceneSnapshot now;
    private final List<Conflict> conflicts = new ArrayList<>();

    /**
     * @param frames the frames of the three files
     * @param theirs what the document knows of their file, with the numbers of the merge
     * @param now the merged state
     */
    FrameMerge(ValueMerge.Sides frames, SceneSnapshot theirs, SceneSnapshot now) {
        this.ours = frames.ours();
        this.merged = new ValueMerge(this::tell).merge(frames);
        this.theirs = theirs;
        this.now = now;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    private void tell(ValueMerge.Clash clash) {
        var place = Place.inFrame(clash.path());
        var cell = new Step.Cell(place.entity(), place.component());
        conflicts.add(Conflict.of(cell, place.path(), clash.sides()));
    }

    /** The text with what is new in it; the text already says the merged values. */
    byte[] write(byte[] text) {
        if (merged.equals(ours)) {
            return text;
        }
        var whole = JsonText.parse(text);
        return whole.with(changed(whole.value()));
    }

    private Value changed(Value whole) {
        var frame = merged.orElse(Value.EMPTY);
        var result = members(whole, ours.orElse(Value.EMPTY), frame, Frame.COMPONENTS);
        var sections = new ArrayList<Value>();
        var written = new LinkedHashSet<String>();
        for (var section : whole.items(Frame.COMPONENTS)) {
            var name = Frame.name(section).filter(written::add);
            name.map(n -> section(n, section))
                    .orElse(Optional.of(section))
                    .ifPresent(sections::add);
        }
        Frame.member(frame, Frame.COMPONENTS)
                .members()
                .forEach(
                        (name, section) -> {
                            if (!written.contains(name) && !isGone(name)) {
                                var start = Value.fields("name", Value.of(name));
                                section(name, start.with(DATA, Value.EMPTY))
                                        .ifPresent(sections::add);
                            }
                        });
        return result.with(COMPONENTS, Value.of(sections));
    }

    /** Whether ours has no such component any more though its frame was not changed. */
    private boolean isGone(String name) {
        return frame(ours, name).equals(frame(merged, name));
    }

    private static Optional<Value> frame(Optional<Value> whole, String name) {
        return whole.map(w -> Frame.member(w, Frame.COMPONENTS))
                .flatMap(c -> Optional.ofNullable(c.members().get(name)));
    }

    /** A value with those members changed that differ between two others. */
    private static Value members(Value value, Value from, Value to, String but) {
        var names = new LinkedHashSet<>(to.members().keySet());
        names.addAll(from.members().keySet());
        names.remove(but);
        var result = value;
        for (String name : names) {
            var step = FieldPath.of(name);
            var part = to.at(step);
            if (!part.equals(from.at(step))) {
                var now = result;
                result = part.map(p -> now.with(step, p)).orElseGet(() -> now.without(step));
            }
        }
        return result;
    }

    /** A section as it is to be; nothing for one that they took out and that holds nothing. */
    private Optional<Value> section(String name, Value section) {
        var from = frame(ours, name);
        var to = frame(merged, name);
        boolean isEmpty = Frame.member(section, Frame.DATA).members().isEmpty();
        if (to.isEmpty() && from.isPresent()) {
            return isEmpty ? Optional.empty() : Optional.of(section);
        }
        var was = from.orElse(Value.EMPTY);
        var is = to.orElse(Value.EMPTY);
        var result = members(section, was, is, Frame.DATA);
        var cells = cells(name, section, was, is);
        boolean isSame = cells.equals(Frame.member(section, Frame.DATA));
        return Optional.of(isSame ? result : result.with(DATA, cells));
    }

    private Value cells(String name, Value section, Value from, Value to) {
        var was = Frame.member(from, Frame.DATA);
        var is = Frame.member(to, Frame.DATA);
        var result = Frame.member(section, Frame.DATA);
        var keys = new LinkedHashSet<>(is.members().keySet());
        keys.addAll(was.members().keySet());
        for (String key : keys) {
            var step = FieldPath.of(key);
            if (!is.at(step).equals(was.at(step))) {
                result = cell(name, key, result, is.at(step));
            }
        }
        return result;
    }

    private Value cell(String component, String key, Value cells, Optional<Value> rest) {
        var step = FieldPath.of(key);
        var entity = Entity.parse(key);
        boolean isTold = Frame.isTold(now, entity, component);
        boolean isTheirs = Frame.isTold(theirs, entity, component);
        if (isTold && isTheirs) {
            var extras = rest.orElse(Value.EMPTY);
            return cells.at(step)
                    .map(cell -> cells.with(step, Frame.withExtras(cell, extras)))
                    .orElse(cells);
        }
        // Extras of a cell that one side deleted go or stay with it.
        boolean isPlain = !isTold && !isTheirs;
        return isPlain
                ? rest.map(cell -> cells.with(step, cell)).orElseGet(() -> cells.without(step))
                : cells;
    }
}
