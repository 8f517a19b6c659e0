// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.TextActionHandler;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.IPageSite;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Strays;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The entities of an open scene as a tree with a search field; UI thread. */
final class Outline implements AutoCloseable {
    private static final int TYPING_MILLIS = 150;

    private final OpenScene scene;
    private final SceneEdits edits;
    private final TreeRow row;
    private final Text search;
    private final SceneTree tree;
    private final ColleagueDots dots;
    private final EntityMenu menu;
    private final TextActionHandler keys;
    private final IContextService contexts;
    private final SceneActions actions;
    private final List<Registration> registrations = new ArrayList<>();
    private final Runnable typed = this::filter;
    private final Action renaming =
            new Action("Rena&me") {
                @Override
                public void run() {
                    rename();
                }
            };
    private Set<Entity> flawed = Set.of();
    private Set<Entity> outside = Set.of();
    private boolean marking;

    Outline(Composite parent, OpenScene scene, SceneActions actions, IPageSite site) {
        this.scene = scene;
        this.actions = actions;
        edits = new SceneEdits(scene);
        var area = new Composite(parent, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 3;
        area.setLayout(layout);
        search = search(area);
        row =
                new TreeRow(
                        new Icons(area),
                        entity -> scene.document(entity).isEmpty(),
                        entity ->
                                scene.document(entity)
                                        .filter(scene.limits()::isOutside)
                                        .isPresent(),
                        entity -> scene.document(entity).filter(this::isFlawed).isPresent());
        contexts = site.getService(IContextService.class);
        keys = keys(site.getActionBars(), actions);
        renaming.setActionDefinitionId(ActionFactory.RENAME.getCommandId());
        menu = new EntityMenu(scene, actions, renaming);
        site.registerContextMenu(EntityMenu.ID, menu.manager(), site.getSelectionProvider());
        flawed = scene.problems().now().entities();
        dots = new ColleagueDots(scene);
        registrations.add(dots::close);
        tree = new SceneTree(treeArea(area), TreeShape.of(scene.shown()), row, this::equip);
        registrations.add(scene.view(this::news));
        registrations.add(scene.play().onTurn(play -> turn()));
        registrations.add(scene.watch(tree::select));
        outside = scene.limits().now().strays().entities();
        registrations.add(scene.limits().watch(found -> stray(found.strays())));
        registrations.add(scene.problems().watch(found -> flaws(found.entities())));
        tree.select(scene.selected());
    }

    private Text search(Composite area) {
        var text = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setData("id", "search");
        text.setMessage("Filter by name or number");
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.addListener(SWT.Modify, event -> text.getDisplay().timerExec(TYPING_MILLIS, typed));
        text.addListener(SWT.DefaultSelection, event -> selectMatches());
        return text;
    }

    private static Composite treeArea(Composite area) {
        var place = new Composite(area, SWT.NONE);
        place.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        place.setLayout(new FillLayout());
        return place;
    }

    /** While a text field has the focus, cut, copy, paste and delete are about text. */
    private TextActionHandler keys(IActionBars bars, SceneActions actions) {
        bars.setGlobalActionHandler(ActionFactory.RENAME.getId(), renaming);
        var handler = new TextActionHandler(bars);
        handler.setCutAction(actions.get(ActionFactory.CUT));
        handler.setCopyAction(actions.get(ActionFactory.COPY));
        handler.setPasteAction(actions.get(ActionFactory.PASTE));
        handler.setDeleteAction(actions.get(ActionFactory.DELETE));
        handler.setSelectAllAction(actions.get(ActionFactory.SELECT_ALL));
        handler.addText(search);
        bars.updateActionBars();
        return handler;
    }

    private void equip(Tree control) {
        control.addListener(SWT.MouseDown, this::pressed);
        control.addListener(SWT.KeyDown, event -> marking = false);
        control.addListener(SWT.Selection, event -> chosen());
        control.addListener(SWT.DefaultSelection, event -> scene.frameSelection());
        control.setMenu(menu.create(control));
        actions.follow(control);
        FocusContext.bind(control, contexts, SceneActions.PREFIX + "outline");
        new TreeDrag(scene, control);
        dots.equip(control);
    }

    private void pressed(Event event) {
        var point = new Point(event.x, event.y);
        var row = Optional.ofNullable(tree.control().getItem(point));
        var flag =
                row.filter(item -> event.button == 1).flatMap(item -> TreeRow.markAt(item, point));
        marking = flag.isPresent();
        flag.ifPresent(on -> toggle(on, row.orElseThrow()));
    }

    /** A press on an eye or a lock is about that alone, but the tree selects the row as well. */
    private void chosen() {
        if (marking) {
            tree.select(scene.selected());
        } else {
            scene.select(tree.selection());
        }
    }

    private void toggle(EntityFlag flag, TreeItem item) {
        scene.document(SceneTree.entity(item))
                .filter(entity -> !entity.isReserved())
                .ifPresent(entity -> edits.toggle(flag, List.of(entity)));
    }

    private void rename() {
        edits.refusal()
                .ifPresentOrElse(
                        scene::tell,
                        () -> scene.editable().stream().findFirst().ifPresent(this::rename));
    }

    private void rename(Entity entity) {
        var shown = scene.shown(entity);
        tree.select(List.of(shown));
        tree.row(shown)
                .ifPresent(
                        item ->
                                TreeRename.begin(
                                        item, keys, (row, name) -> edits.rename(entity, name)));
    }

    /** Another scene is shown: the running one, or the document again. */
    private void turn() {
        if (search.getText().isBlank()) {
            tree.turn(TreeShape.of(scene.shown()));
            tree.select(scene.selected());
        } else {
            filter();
        }
    }

    private void news(SceneNews news) {
        if (search.getText().isBlank()) {
            var affected = Affected.by(news.changes(), tree.shape().snapshot(), news.snapshot());
            tree.update(TreeShape.of(news.snapshot()), affected.parents(), affected.touched());
            tree.select(scene.selected());
        } else if (!news.changes().isEmpty()) {
            search.getDisplay().timerExec(TYPING_MILLIS, typed);
        }
    }

    /** Only rows that are in or out since are drawn again. */
    private void stray(Strays now) {
        var before = outside;
        outside = now.entities();
        redraw(before, outside);
    }

    private void flaws(Set<Entity> now) {
        var before = flawed;
        flawed = now;
        redraw(before, now);
    }

    private boolean isFlawed(Entity entity) {
        return flawed.contains(entity);
    }

    private void redraw(Set<Entity> before, Set<Entity> now) {
        Stream.concat(
                        before.stream().filter(entity -> !now.contains(entity)),
                        now.stream().filter(entity -> !before.contains(entity)))
                .forEach(entity -> tree.refresh(scene.shown(entity)));
    }

    private void filter() {
        if (!search.isDisposed()) {
            var words = search.getText();
            var snapshot = scene.shown();
            if (words.isBlank()) {
                // At once: from now on news lead from this snapshot to the next.
                show(words, TreeShape.of(snapshot));
            } else {
                search(words, snapshot);
            }
        }
    }

    private void search(String words, SceneSnapshot snapshot) {
        scene.ui()
                .then(
                        CompletableFuture.supplyAsync(() -> TreeShape.of(snapshot, words)),
                        shape -> show(words, shape));
    }

    private void show(String words, TreeShape shape) {
        if (!search.isDisposed() && words.equals(search.getText())) {
            tree.show(shape);
            tree.select(scene.selected().stream().filter(shape::holds).toList());
        }
    }

    private void selectMatches() {
        scene.select(tree.shape().matches());
        setFocus();
    }

    void setFocus() {
        tree.control().setFocus();
    }

    @Override
    public void close() {
        registrations.forEach(Registration::close);
    }
}
