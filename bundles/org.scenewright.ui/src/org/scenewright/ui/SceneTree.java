// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A native tree of entities that asks for a row only when it comes into sight, and touches only
 * rows that changed; UI thread.
 *
 * <p>Made for tens of thousands of siblings: rows are found by entity, never by searching, and
 * large changes exchange the whole control, which is the one thing that every platform does
 * quickly.
 */
final class SceneTree {
    private static final int MOST_ROW_CHANGES = 100;
    private static final int MOST_SELECTED = 100;

    private final Composite parent;
    private final TreeRow row;
    private final Consumer<Tree> equip;
    private final Map<Entity, TreeItem> items = new HashMap<>();
    private final Map<Entity, List<Entity>> shown = new HashMap<>();
    private final Set<Entity> expanded = new HashSet<>(Set.of(Entity.ROOT));
    private TreeShape shape;
    private Tree tree;

    /**
     * @param row how a row looks
     * @param equip gives a new control its listeners
     */
    SceneTree(Composite parent, TreeShape shape, TreeRow row, Consumer<Tree> equip) {
        this.parent = parent;
        this.row = row;
        this.equip = equip;
        this.shape = shape;
        this.tree = build();
        expand(List.copyOf(expanded));
        tree.setTopItem(tree.getItem(0));
    }

    private Tree build() {
        var built = new Tree(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        built.setData("id", "entities");
        row.columns(built);
        built.addListener(SWT.SetData, this::supply);
        built.addListener(SWT.Expand, event -> expanded.add(entity((TreeItem) event.item)));
        built.addListener(SWT.Collapse, event -> expanded.remove(entity((TreeItem) event.item)));
        equip.accept(built);
        built.setItemCount(1);
        return built;
    }

    Tree control() {
        return tree;
    }

    TreeShape shape() {
        return shape;
    }

    /** The entity of a row that has been in sight. */
    static Entity entity(TreeItem item) {
        return (Entity) item.getData();
    }

    /** Shows something else altogether; what was expanded stays so. */
    void show(TreeShape next) {
        boolean focused = tree.isFocusControl();
        items.clear();
        shown.clear();
        shape = next;
        tree.dispose();
        tree = build();
        expand(next.isFiltered() ? next.matches() : List.copyOf(expanded));
        tree.setTopItem(tree.getItem(0));
        parent.layout();
        if (focused) {
            tree.setFocus();
        }
    }

    private void expand(List<Entity> entities) {
        item(Entity.ROOT).ifPresent(root -> root.setExpanded(true));
        entities.stream()
                .limit(MOST_ROW_CHANGES)
                .filter(shape::holds)
                .forEach(entity -> item(entity).ifPresent(this::open));
    }

    private void open(TreeItem item) {
        if (shape.isFiltered()) {
            showParents(item);
        } else {
            item.setExpanded(true);
        }
    }

    private static void showParents(TreeItem item) {
        for (var up = item.getParentItem(); up != null; up = up.getParentItem()) {
            up.setExpanded(true);
        }
    }

    /**
     * Shows the next state of the same document.
     *
     * @param parents whose children may be others now
     * @param touched whose rows may look different
     */
    void update(TreeShape next, Collection<Entity> parents, Collection<Entity> touched) {
        shape = next;
        var known = parents.stream().filter(shown::containsKey).filter(next::holds).toList();
        if (known.stream().mapToInt(this::rowChanges).sum() > MOST_ROW_CHANGES) {
            show(next);
        } else {
            // All out before any is in: the old row of what moves must not take the new one along.
            known.stream().filter(shown::containsKey).forEach(this::takeOut);
            known.stream().filter(shown::containsKey).forEach(this::putIn);
            touched.forEach(this::refreshBelow);
            parents.forEach(this::refresh);
        }
    }

    /** Shows another document that has most of its entities in common with this one. */
    void turn(TreeShape next) {
        update(next, List.copyOf(shown.keySet()), List.of());
        refreshAll();
    }

    /** Draws the rows of entities again, as far as they have been in sight. */
    void refresh(Entity entity) {
        Optional.ofNullable(items.get(entity))
                .filter(item -> !item.isDisposed() && shape.holds(entity))
                .ifPresent(item -> fill(item, entity));
    }

    /** A row and those below it, which look faint where it is hidden. */
    private void refreshBelow(Entity entity) {
        refresh(entity);
        shown.getOrDefault(entity, List.of()).stream()
                .filter(items::containsKey)
                .forEach(this::refreshBelow);
    }

    void refreshAll() {
        List.copyOf(items.keySet()).forEach(this::refresh);
    }

    private int rowChanges(Entity entity) {
        var span = Span.between(shown.getOrDefault(entity, List.of()), shape.children(entity));
        return span.removed() + span.added();
    }

    private void takeOut(Entity entity) {
        var item = Objects.requireNonNull(items.get(entity));
        var left = new ArrayList<>(shown.getOrDefault(entity, List.of()));
        var span = Span.between(left, shape.children(entity));
        var gone = left.subList(span.start(), span.start() + span.removed());
        for (int i = span.removed() - 1; i >= 0; i--) {
            forget(gone.get(i));
            item.getItem(span.start() + i).dispose();
        }
        gone.clear();
        shown.put(entity, left);
    }

    private void putIn(Entity entity) {
        var item = Objects.requireNonNull(items.get(entity));
        var now = shape.children(entity);
        var span = Span.between(shown.getOrDefault(entity, List.of()), now);
        var added = now.subList(span.start(), span.start() + span.added());
        shown.put(entity, now);
        for (int i = 0; i < added.size(); i++) {
            fill(new TreeItem(item, SWT.NONE, span.start() + i), added.get(i));
        }
        reopen(item, added);
    }

    private void reopen(TreeItem item, List<Entity> added) {
        item.setExpanded(expanded.contains(entity(item)) || shape.isFiltered());
        added.stream()
                .filter(expanded::contains)
                .forEach(
                        entity ->
                                item(entity).ifPresent(row -> reopen(row, shape.children(entity))));
    }

    private void forget(Entity entity) {
        items.remove(entity);
        Optional.ofNullable(shown.remove(entity))
                .ifPresent(children -> children.forEach(this::forget));
    }

    private void supply(Event event) {
        var item = (TreeItem) event.item;
        var above = Optional.ofNullable(item.getParentItem());
        fill(
                item,
                above.map(up -> shown.getOrDefault(entity(up), List.of()).get(event.index))
                        .orElse(Entity.ROOT));
    }

    private void fill(TreeItem item, Entity entity) {
        item.setData(entity);
        items.put(entity, item);
        row.fill(item, shape, entity);
        if (!shown.containsKey(entity)) {
            var children = shape.children(entity);
            shown.put(entity, children);
            item.setItemCount(children.size());
        }
    }

    /** The row of an entity, made if it has never been in sight. */
    private Optional<TreeItem> item(Entity entity) {
        var item = Optional.ofNullable(items.get(entity));
        return item.isPresent() || !shape.holds(entity) ? item : Optional.of(reach(entity));
    }

    private TreeItem reach(Entity entity) {
        if (entity.equals(Entity.ROOT)) {
            return filled(tree.getItem(0), entity);
        }
        var up = shape.snapshot().parent(entity);
        var above = item(up).orElseThrow();
        return filled(above.getItem(shown.getOrDefault(up, List.of()).indexOf(entity)), entity);
    }

    private TreeItem filled(TreeItem item, Entity entity) {
        fill(item, entity);
        return item;
    }

    /** The entities of the selected rows. */
    List<Entity> selection() {
        return Arrays.stream(tree.getSelection()).map(SceneTree::supplied).toList();
    }

    /**
     * The entity of a row that may never have been in sight, such as one in the middle of a range;
     * asking for its text brings it.
     */
    static Entity supplied(TreeItem item) {
        item.getText();
        return entity(item);
    }

    /**
     * Selects rows and brings the last one into sight; those above it are expanded. Of a huge
     * selection only the beginning is shown, since every row of it would have to be made.
     */
    void select(List<Entity> entities) {
        if (!Set.copyOf(selection()).equals(Set.copyOf(entities))) {
            var rows = new ArrayList<TreeItem>();
            entities.stream()
                    .limit(MOST_SELECTED)
                    .forEach(entity -> item(entity).ifPresent(rows::add));
            tree.setSelection(rows.toArray(TreeItem[]::new));
            rows.stream().reduce((first, second) -> second).ifPresent(this::reveal);
        }
    }

    private void reveal(TreeItem item) {
        for (var up = item.getParentItem(); up != null; up = up.getParentItem()) {
            expanded.add(entity(up));
        }
        showParents(item);
        tree.showItem(item);
    }

    /** The row of an entity that is in sight or has been. */
    Optional<TreeItem> row(Entity entity) {
        return Optional.ofNullable(items.get(entity)).filter(item -> !item.isDisposed());
    }
}
