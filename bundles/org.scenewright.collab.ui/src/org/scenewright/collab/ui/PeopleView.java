// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.scenewright.collab.Person;
import org.scenewright.collab.SharedSession;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who edits the scene of the active editor, what they may do and what they do. */
public final class PeopleView extends ViewPart {
    static final String ID = "org.scenewright.collab.ui.people";

    private static final int NARROW = 420;

    // As long as it takes to read that a link was copied.
    private static final int SAID_MILLIS = 4000;

    private final Runnable forget = this::forget;
    private Optional<Shown> shown = Optional.empty();
    private Optional<Shared> copied = Optional.empty();
    private Optional<Registration> registration = Optional.empty();
    private List<String> laidOut = List.of();

    /** What it shows itself with. */
    private record Shown(
            SharedScenes scenes,
            Label state,
            Link deeds,
            PeopleNews news,
            PeopleTable table,
            ChronicleTable chronicle) {}

    /** Brings it before the person. */
    static void show(IWorkbenchWindow window) {
        try {
            window.getActivePage().showView(ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException missing) {
            System.getLogger(PeopleView.class.getName())
                    .log(System.Logger.Level.WARNING, "The people cannot be shown", missing);
        }
    }

    /** Whether the person has it before them. */
    static boolean isShown(IWorkbench workbench) {
        return Optional.ofNullable(workbench.getActiveWorkbenchWindow())
                .map(IWorkbenchWindow::getActivePage)
                .filter(PeopleView::isShown)
                .isPresent();
    }

    private static boolean isShown(IWorkbenchPage page) {
        return Optional.ofNullable(page.findView(ID)).filter(page::isPartVisible).isPresent();
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        var header = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 4).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        parent.addListener(SWT.Resize, event -> columns(header, parent.getSize().x));
        columns(header, parent.getSize().x);
        var state = new Label(header, SWT.WRAP);
        state.setData("id", "state");
        state.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(state);
        var deeds = new Link(header, SWT.NONE);
        deeds.setData("id", "deeds");
        deeds.addListener(SWT.Selection, event -> deed(event.text));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(deeds);
        var news = PeopleNews.in(header, this::decide, this::accept);
        var halves = halves(parent);
        var table = new PeopleTable(new Composite(halves, SWT.NONE));
        var chronicle = new ChronicleTable(new Composite(halves, SWT.NONE));
        halves.setWeights(3, 2);
        var scenes = SharedScenesFactory.of(getSite().getWorkbenchWindow().getWorkbench());
        var menu = new PeopleMenu(scenes, () -> run("org.scenewright.collab.ui.elsewhere"));
        table.menu(entries -> other(table).ifPresent(person -> menu.fill(entries, person)));
        table.onChosen(() -> other(table).ifPresent(menu::goTo));
        shown = Optional.of(new Shown(scenes, state, deeds, news, table, chronicle));
        registration = Optional.of(scenes.watch(this::refresh));
        getSite().setSelectionProvider(table.selection());
        refresh();
    }

    /** What one can do stands beside how it stands, or below where there is no room. */
    private static void columns(Composite header, int width) {
        int columns = width < NARROW ? 1 : 2;
        if (header.getLayout() instanceof GridLayout grid && grid.numColumns != columns) {
            grid.numColumns = columns;
            header.requestLayout();
        }
    }

    /** Beside each other where there is room for that. */
    private static SashForm halves(Composite parent) {
        var halves = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        halves.addListener(
                SWT.Resize,
                event -> {
                    var size = halves.getSize();
                    halves.setOrientation(size.x > 2 * size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
                });
        return halves;
    }

    private static Optional<Person> other(PeopleTable table) {
        return table.selected().filter(person -> !person.isMe());
    }

    private void refresh() {
        shown.filter(s -> !s.table().isDisposed()).ifPresent(this::refresh);
    }

    private void refresh(Shown now) {
        var current = now.scenes().current();
        var leader = now.scenes().leader();
        set(
                now.state(),
                current.map(shared -> state(shared.session()))
                        .map(state -> state + leader.map(PeopleView::following).orElse(""))
                        .orElseGet(() -> idle(now)));
        boolean isShared = current.filter(shared -> !shared.isOver()).isPresent();
        String deeds = isShared ? link(now) : invitation(now);
        if (!deeds.equals(now.deeds().getText())) {
            now.deeds().setText(deeds);
        }
        now.table().list(current.map(PeopleView::people).orElse(List.of()), leader);
        now.news().show(now.scenes());
        now.chronicle().list(now.scenes().chronicle().map(Chronicle::all).orElse(List.of()));
        settle(now);
        new EditorHistory(getViewSite()).follow();
    }

    /** People move all the time, which moves nothing here. */
    private void settle(Shown now) {
        var texts = List.of(now.state().getText(), now.deeds().getText(), now.news().text());
        if (!texts.equals(laidOut)) {
            laidOut = texts;
            now.state().getParent().getParent().layout(true, true);
        }
    }

    /** Who is there; nobody, oneself included, where one was sent away or it is over. */
    private static List<Person> people(Shared shared) {
        var session = shared.session();
        return shared.isOver()
                ? List.of()
                : Stream.concat(session.people().stream(), session.away().stream()).toList();
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private String link(Shown now) {
        boolean isCopied = copied.equals(now.scenes().current());
        return "<a>Copy Link</a>" + (isCopied ? "  Link copied" : "");
    }

    private static String invitation(Shown now) {
        return now.scenes().active().isPresent() ? "<a>Share…</a>  <a>Join…</a>" : "";
    }

    private static String state(SharedSession session) {
        var status = session.status();
        String state = Wording.state(status, session.people().size() - 1);
        return status.problem()
                .map(
                        problem ->
                                status.stage() == Stage.KICKED
                                        ? problem
                                        : state + dot(state) + problem)
                .orElse(state);
    }

    private static String following(Person leader) {
        return ". " + Wording.following(leader) + ".";
    }

    private static String dot(String sentence) {
        return sentence.endsWith("…") ? " " : ". ";
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

    private void accept() {
        shown.ifPresent(
                s ->
                        s.scenes()
                                .chronicle()
                                .flatMap(Chronicle::standing)
                                .ifPresent(s.scenes()::accept));
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
        copied = Optional.of(shared);
        refresh();
        getSite().getShell().getDisplay().timerExec(SAID_MILLIS, forget);
    }

    private void forget() {
        copied = Optional.empty();
        refresh();
    }

    @Override
    public void setFocus() {
        shown.ifPresent(s -> s.table().focus());
    }

    @Override
    public void dispose() {
        registration.ifPresent(Registration::close);
        super.dispose();
    }
}
