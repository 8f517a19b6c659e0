// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.scenewright.collab.Person;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedSession;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who edits the scene of the active editor, what they may do and what they do. */
public final class PeopleView extends ViewPart {
    static final String ID = "org.scenewright.collab.ui.people";

    private final Following following = new Following();
    private Optional<Shown> shown = Optional.empty();
    private Optional<Registration> registration = Optional.empty();
    private List<Row> rows = List.of();

    /** What it shows itself with. */
    private record Shown(
            SharedScenes scenes, Label state, Link deeds, PeopleNews news, TableViewer table) {}

    /** What the table says of somebody. */
    private record Row(String address, String name, int colour, Role role, String doing) {
        static Row of(Person person) {
            return new Row(
                    person.address(),
                    PeopleView.name(person),
                    person.profile().colour(),
                    person.role(),
                    Wording.doing(person));
        }
    }

    /** Brings it before the person. */
    static void show(IWorkbenchWindow window) {
        try {
            window.getActivePage().showView(ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException missing) {
            System.getLogger(PeopleView.class.getName())
                    .log(System.Logger.Level.WARNING, "The people cannot be shown", missing);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(parent);
        var state = new Label(parent, SWT.WRAP);
        state.setData("id", "state");
        state.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(state);
        var deeds = new Link(parent, SWT.NONE);
        deeds.setData("id", "deeds");
        deeds.addListener(SWT.Selection, event -> deed(event.text));
        GridDataFactory.fillDefaults().indent(6, 4).align(SWT.END, SWT.CENTER).applyTo(deeds);
        var news = PeopleNews.in(parent, this::decide);
        var area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).indent(0, 4).applyTo(area);
        var resources = new LocalResourceManager(JFaceResources.getResources(), parent);
        var swatches = new Swatches(resources);
        var table = table(area, swatches);
        var scenes = SharedScenesFactory.of(getSite().getWorkbenchWindow().getWorkbench());
        shown = Optional.of(new Shown(scenes, state, deeds, news, table));
        registration = Optional.of(scenes.watch(this::refresh));
        getSite().setSelectionProvider(table);
        refresh();
    }

    private TableViewer table(Composite area, Swatches swatches) {
        var layout = new TableColumnLayout();
        area.setLayout(layout);
        var table = new TableViewer(area, SWT.FULL_SELECTION | SWT.SINGLE);
        table.getTable().setData("id", "people");
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        new Column("Name", 4, PeopleView::name).in(table, layout).setLabelProvider(named(swatches));
        new Column("Role", 2, person -> Wording.role(person.role())).in(table, layout);
        new Column("Doing", 5, Wording::doing).in(table, layout);
        table.addDoubleClickListener(event -> selected().ifPresent(this::goTo));
        var menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        return table;
    }

    private static ColumnLabelProvider named(Swatches swatches) {
        return new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return name((Person) element);
            }

            @Override
            public Image getImage(Object element) {
                return swatches.of(((Person) element).profile().colour());
            }
        };
    }

    private static String name(Person person) {
        return person.isMe() ? person.profile().name() + " (you)" : person.profile().name();
    }

    /**
     * What a column says.
     *
     * @param weight its share of the width
     */
    private record Column(String title, int weight, Function<Person, String> text) {
        TableViewerColumn in(TableViewer table, TableColumnLayout layout) {
            var column = new TableViewerColumn(table, SWT.LEFT);
            column.getColumn().setText(title);
            layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
            column.setLabelProvider(
                    ColumnLabelProvider.createTextProvider(
                            element -> text.apply((Person) element)));
            return column;
        }
    }

    private Optional<Person> selected() {
        return shown.map(s -> s.table().getStructuredSelection().getFirstElement())
                .map(Person.class::cast);
    }

    private void refresh() {
        shown.filter(s -> !s.table().getTable().isDisposed()).ifPresent(this::refresh);
    }

    private void refresh(Shown now) {
        var current = now.scenes().current();
        var people = current.map(shared -> shared.session().people()).orElse(List.of());
        set(now.state(), current.map(shared -> state(shared.session())).orElseGet(() -> idle(now)));
        String deeds = current.isPresent() ? "<a>Copy Link</a>" : invitation(now);
        if (!deeds.equals(now.deeds().getText())) {
            now.deeds().setText(deeds);
        }
        list(now.table(), people);
        now.scenes()
                .active()
                .ifPresent(scene -> current.ifPresent(s -> following.follow(scene, s.session())));
        now.news().show(now.scenes());
        now.state().getParent().layout();
    }

    /** Others move all the time, which is nothing that the table says. */
    private void list(TableViewer table, List<Person> people) {
        var next = people.stream().map(Row::of).toList();
        if (!next.equals(rows)) {
            rows = next;
            var kept = selected().map(Person::address);
            table.setInput(people);
            kept.flatMap(address -> with(address, people))
                    .ifPresent(person -> table.setSelection(new StructuredSelection(person)));
        }
    }

    private static Optional<Person> with(String address, List<Person> people) {
        return people.stream().filter(person -> person.address().equals(address)).findFirst();
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private static String invitation(Shown now) {
        return now.scenes().active().isPresent() ? "<a>Share…</a>  <a>Join…</a>" : "";
    }

    private static String state(SharedSession session) {
        var status = session.status();
        String state = Wording.state(status, session.people().size() - 1);
        return status.problem().map(problem -> state + ". " + problem).orElse(state);
    }

    private static String idle(Shown now) {
        if (now.scenes().isOpening()) {
            return "Connecting…";
        }
        return now.scenes()
                .failure()
                .orElseGet(
                        () ->
                                now.scenes().active().isPresent()
                                        ? "Nobody else sees this scene."
                                        : "Open a scene to share it.");
    }

    private void deed(String text) {
        switch (text) {
            case "Copy Link" -> shown.flatMap(s -> s.scenes().current()).ifPresent(this::copy);
            case "Share…" -> run("org.scenewright.collab.ui.share");
            default -> run("org.scenewright.collab.ui.join");
        }
    }

    private void decide() {
        shown.ifPresent(s -> s.scenes().decide(getSite().getShell()));
    }

    private void run(String command) {
        Commands.run(getSite(), command);
    }

    private void copy(Shared shared) {
        var clipboard = new Clipboard(getSite().getShell().getDisplay());
        clipboard.setContents(
                new Object[] {shared.session().link().text()},
                new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void fill(IMenuManager menu) {
        selected().filter(person -> !person.isMe()).ifPresent(person -> fill(menu, person));
    }

    private void fill(IMenuManager menu, Person person) {
        menu.add(action("&Go to", () -> goTo(person)));
        var follow = action("&Follow", () -> follow(person));
        follow.setChecked(following.isFollowing(person.address()));
        menu.add(follow);
        current()
                .filter(session -> session.status().role() == Role.OWNER)
                .ifPresent(
                        session -> {
                            menu.add(new Separator());
                            menu.add(role(session, person, "May &Edit", Role.EDITOR));
                            menu.add(role(session, person, "May &Look on", Role.VIEWER));
                            menu.add(action("&Send Away", () -> session.kick(person.address())));
                        });
    }

    /** At once, and not only when they move again. */
    private void follow(Person person) {
        following.toggle(person.address());
        refresh();
    }

    private static Action role(SharedSession session, Person person, String label, Role role) {
        var action = action(label, () -> session.allow(person.address(), role));
        action.setChecked(person.role() == role);
        return action;
    }

    private static Action action(String label, Runnable deed) {
        return new Action(label) {
            @Override
            public void run() {
                deed.run();
            }
        };
    }

    private Optional<SharedSession> current() {
        return shown.flatMap(s -> s.scenes().current()).map(Shared::session);
    }

    private void goTo(Person person) {
        // Where they are now, and not when they were listed.
        var now = current().flatMap(session -> with(person.address(), session.people()));
        shown.flatMap(s -> s.scenes().active())
                .ifPresent(scene -> Following.goTo(scene, now.orElse(person)));
    }

    @Override
    public void setFocus() {
        shown.ifPresent(s -> s.table().getTable().setFocus());
    }

    @Override
    public void dispose() {
        registration.ifPresent(Registration::close);
        super.dispose();
    }
}
