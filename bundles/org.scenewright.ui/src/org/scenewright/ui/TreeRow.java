// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a row of the Outline looks like: icon and name, an eye and a lock. */
final class TreeRow {
    private static final int MARK_WIDTH = 26;

    private final Icons icons;
    private final Predicate<Entity> isMade;
    private final Predicate<Entity> isOutside;
    private final Predicate<Entity> isFlawed;

    /**
     * @param isMade whether the code of the scene made an entity while it runs
     * @param isOutside whether an entity leaves the space of the scene
     * @param isFlawed whether something is wrong with an entity or its files
     */
    TreeRow(
            Icons icons,
            Predicate<Entity> isMade,
            Predicate<Entity> isOutside,
            Predicate<Entity> isFlawed) {
        this.icons = icons;
        this.isMade = isMade;
        this.isOutside = isOutside;
        this.isFlawed = isFlawed;
    }

    void columns(Tree tree) {
        new TreeColumn(tree, SWT.LEFT).setText("Entity");
        for (var flag : EntityFlag.values()) {
            var column = new TreeColumn(tree, SWT.CENTER);
            column.setText(flag.label());
            column.setResizable(false);
        }
        tree.addListener(SWT.Resize, event -> widths(tree));
    }

    private static void widths(Tree tree) {
        int marks = MARK_WIDTH * EntityFlag.values().length;
        tree.getColumn(0).setWidth(Math.max(60, tree.getClientArea().width - marks));
        for (int i = 1; i < tree.getColumnCount(); i++) {
            tree.getColumn(i).setWidth(MARK_WIDTH);
        }
    }

    void fill(TreeItem item, TreeShape shape, Entity entity) {
        var snapshot = shape.snapshot();
        var kind = EntityKind.of(snapshot, entity);
        item.setText(0, shape.name(entity));
        item.setImage(0, image(kind.icon(), entity));
        boolean hidden = EntityFlag.HIDDEN.holds(snapshot, entity);
        item.setForeground(
                hidden
                        ? item.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
                        : null);
        for (var flag : EntityFlag.values()) {
            item.setImage(1 + flag.ordinal(), mark(flag, snapshot, entity).orElse(null));
        }
    }

    private Image image(String icon, Entity entity) {
        if (isMade.test(entity)) {
            return icons.made(icon);
        }
        if (isOutside.test(entity)) {
            return icons.stray(icon);
        }
        return isFlawed.test(entity) ? icons.flawed(icon) : icons.image(icon);
    }

    private Optional<Image> mark(EntityFlag flag, SceneSnapshot snapshot, Entity entity) {
        return entity.isReserved() || isMade.test(entity)
                ? Optional.empty()
                : Optional.of(icons.image(flag.icon(flag.isOn(snapshot, entity))));
    }

    /** The mark that a point of a row is on. */
    static Optional<EntityFlag> markAt(TreeItem item, Point point) {
        return List.of(EntityFlag.values()).stream()
                .filter(flag -> item.getBounds(1 + flag.ordinal()).contains(point))
                .findFirst();
    }
}
