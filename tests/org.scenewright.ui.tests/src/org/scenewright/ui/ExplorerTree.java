// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ISetSelectionTarget;

import java.util.Optional;
import java.util.stream.Stream;

/** The files of an open scene in the Project Explorer. */
record ExplorerTree(Robot robot, OpenEditor open) {

    /** The tree in which a file of the project is selected. */
    Tree select(String path) throws PartInitException {
        var view = open.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
        var file = Workspace.files(open.folder().resolve(path)).findFirst().orElseThrow();
        ((ISetSelectionTarget) view).selectReveal(new StructuredSelection(file));
        var tree =
                robot.await(
                        "the file is selected",
                        () ->
                                Stream.of(view.getSite().getShell())
                                        .flatMap(ExplorerTree::trees)
                                        .filter(found -> isSelected(found, file.getName()))
                                        .findFirst());
        robot.until("the row rests", () -> rests(tree, file.getName()));
        return tree;
    }

    /** A tree that opens folders lays its rows out when it has the time. */
    private boolean rests(Tree tree, String name) {
        var before = isSelected(tree, name) ? middle(tree) : new Point(0, 0);
        robot.settle();
        robot.settle();
        return isSelected(tree, name)
                && before.equals(middle(tree))
                && Optional.ofNullable(tree.getItem(before))
                        .filter(item -> item.getText().equals(name))
                        .isPresent();
    }

    private static boolean isSelected(Tree tree, String name) {
        return tree.isVisible()
                && tree.getSelectionCount() == 1
                && tree.getSelection()[0].getText().equals(name)
                && tree.getSelection()[0].getBounds().height > 0;
    }

    private static Stream<Tree> trees(Control control) {
        if (control instanceof Tree tree) {
            return Stream.of(tree);
        }
        return control instanceof Composite composite
                ? Stream.of(composite.getChildren()).flatMap(ExplorerTree::trees)
                : Stream.of();
    }

    /** Where the selected row is. */
    static Point middle(Tree tree) {
        var row = tree.getSelection()[0].getBounds();
        return new Point(row.x + 4, row.y + row.height / 2);
    }
}
