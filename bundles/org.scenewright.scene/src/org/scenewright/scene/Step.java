// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.NonNull;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What one undo takes back: the first and the last value of everything that was written, and all
 * moves in order.
 */
final class Step {
    private final SequencedMap<Cell, Diff> cells = new LinkedHashMap<>();
    private final List<Relocation> relocations = new ArrayList<>();
    private String label;
    private final long gesture;
    private long before;
    private long after;
    private boolean isInterrupted;
    private boolean isShared;

    /** A component of an entity; {@link #SETTINGS} stands for {@code scene.json}. */
    record Cell(Entity entity, String component) implements Comparable<@NonNull Cell> {
        static final Cell SETTINGS = new Cell(Entity.ROOT, "scene.json");
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::entity).thenComparing(Cell::component);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a cell held before and after. */
    record Diff(Optional<Value> before, Optional<Value> after) {
        boolean isNothing() {
            return before.equals(after);
        }
    }

    /** The number of the document before and after, see {@link Scene#state}. */
    record Span(long before, long after) {}

    Step(Changes changes, List<Relocation> relocations, Span span) {
        this.label = changes.label();
        this.gesture = changes.origin().gesture();
        this.before = span.before();
        this.after = span.after();
        this.relocations.addAll(relocations);
        changes.list().forEach(this::add);
    }

    /**
     * What a step is besides what it did.
     *
     * @param isInterrupted whether others changed the document between its first and its last edit
     */
    record Outline(String label, long gesture, Span span, boolean isInterrupted) {}

    /** A step that was kept elsewhere. */
    Step(Outline outline, SequencedMap<Cell, Diff> cells, List<Relocation> relocations) {
        this.label = outline.label();
        this.gesture = outline.gesture();
        this.before = outline.span().before();
        this.after = outline.span().after();
        this.isInterrupted = outline.isInterrupted();
        this.cells.putAll(cells);
        this.relocations.addAll(relocations);
    }

    Outline outline() {
        return new Outline(label, gesture, new Span(before, after), isInterrupted);
    }

    Step copy() {
        return new Step(outline(), cells, relocations);
    }

    /** From now on it stays as it is. */
    void share() {
        isShared = true;
    }

    boolean isShared() {
        return isShared;
    }

    private void add(Change change) {
        switch (change) {
            case Change.Written(var entity, var component, var was, var is) ->
                    add(new Cell(entity, component), new Diff(was, is));
            case Change.Configured(var was, var is) ->
                    add(Cell.SETTINGS, new Diff(Optional.of(was), Optional.of(is)));
            // The relocations say the same and where exactly.
            case Change.Spawned s -> {}
            case Change.Despawned d -> {}
            case Change.Moved m -> {}
            case Change.Declared d -> {}
        }
    }

    private void add(Cell cell, Diff diff) {
        var earlier = Optional.ofNullable(cells.get(cell));
        var whole = earlier.map(known -> joined(known, diff)).orElse(diff);
        if (whole.isNothing()) {
            cells.remove(cell);
        } else {
            cells.put(cell, whole);
        }
    }

    /** Both writes as one; what others wrote in between counts as if it had been there before. */
    private static Diff joined(Diff earlier, Diff later) {
        var others = new Diff(later.before(), earlier.after());
        return new Diff(FieldMerge.undo(others, earlier.before()), later.after());
    }

    /**
     * Adds a later step of the same gesture; where others changed the document in between, its old
     * number is lost.
     */
    void absorb(Step later, long lostNumber) {
        if (after != later.before) {
            isInterrupted = true;
            before = lostNumber;
        }
        after = later.after;
        label = later.label;
        relocations.addAll(later.relocations);
        later.cells.forEach(this::add);
    }

    /** Whether a document is what the step made of it, so that taking it back is exact. */
    boolean isLast(long state) {
        return state == after && !isInterrupted;
    }

    boolean isEmpty() {
        return cells.isEmpty() && relocations.isEmpty();
    }

    SequencedMap<Cell, Diff> cells() {
        return Collections.unmodifiableSequencedMap(cells);
    }

    List<Relocation> relocations() {
        return Collections.unmodifiableList(relocations);
    }

    String label() {
        return label;
    }

    /** The entities that it ended. */
    List<Entity> ended() {
        return relocations.stream().flatMap(Step::ended).toList();
    }

    private static Stream<Entity> ended(Relocation relocation) {
        return switch (relocation) {
            case Relocation.Moved(var entity, var from, var to) ->
                    to.isEmpty() ? Stream.of(entity) : Stream.empty();
            case Relocation.Reordered r -> Stream.empty();
        };
    }

    long gesture() {
        return gesture;
    }

    long before() {
        return before;
    }

    long after() {
        return after;
    }
}
