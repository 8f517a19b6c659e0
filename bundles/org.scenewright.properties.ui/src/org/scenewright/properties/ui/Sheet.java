// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The property sheet: the components of the selected entities, fields by schema; UI thread only.
 *
 * <p>It shows snapshots and emits edits. Selections and changes that come in quick succession are
 * gathered, and what is to be done for them is done in portions between the events of the person.
 */
final class Sheet implements AutoCloseable {
    /** What a running scene changes is shown so much later: it changes all the time. */
    private static final int RUNNING_MILLIS = 100;

    private static final long PORTION = TimeUnit.MILLISECONDS.toNanos(8);

    private final ScrolledComposite scroll;
    private final Composite content;
    private final Sizes sizes;
    private final Label heading;
    private final Label hint;
    private final Label none;
    private final Whereabouts where;
    private final Notice notice;
    private final AddComponent add;
    private final Sections sections;
    private final Consumer<@Nullable String> message;
    private final Complaints complaints;
    private final SpecialShapes shapes;
    private final AssetPlaces places;
    private final Registration moved;
    private final SearchBar search;
    private final FieldFocus focus;
    private final Refreshing refreshing;
    private final LookingOn looking;
    private boolean scheduled;
    private boolean mayEdit = true;

    /** Written by the UI thread only, as is the selection. */
    private volatile boolean isSaid;

    /** Written by the UI thread only; refusals come from the thread of the scene. */
    private volatile List<EntityHandle> selection = List.of();

    private Optional<Target> target = Optional.empty();
    private Optional<Registration> link = Optional.empty();

    /**
     * @param shapes what is known of fields beside their schemas
     * @param places where the files are that fields name
     * @param message shows a sentence to the person; null takes it away
     */
    Sheet(
            Composite parent,
            SpecialShapes shapes,
            AssetPlaces places,
            Consumer<@Nullable String> message) {
        this.shapes = shapes;
        this.places = places;
        refreshing = new Refreshing(parent, this::update);
        moved = places.onChanged(refreshing::ask);
        complaints =
                new Complaints(this::refusedSoon, hint -> say(hint.orElse(null)), this::settleSoon);
        this.message = message;
        var page = new GridLayout(1, false);
        page.marginWidth = 0;
        page.marginHeight = 0;
        page.verticalSpacing = 0;
        parent.setLayout(page);
        search = new SearchBar(parent, this::look, () -> target);
        looking = new LookingOn(parent, () -> refreshing.onUi(this::permitted));
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        where = new Whereabouts(scroll);
        focus = new FieldFocus(scroll, refreshing::ask);
        notice = new Notice(parent);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        content = column(scroll, 5);
        sizes = new Sizes(scroll, content);
        heading = new Label(content, SWT.NONE);
        heading.setFont(JFaceResources.getHeaderFont());
        heading.setLayoutData(Form.fill());
        var list = column(content, 0);
        list.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        sections = new Sections(list, this::wake);
        none = new Label(content, SWT.WRAP);
        none.setLayoutData(Form.fill());
        none.setData("id", "no-match");
        Form.setShown(none, false);
        add = new AddComponent(content, () -> target, where::await);
        hint = new Label(content, SWT.WRAP);
        hint.setText("Select an entity to see its components.");
        hint.setLayoutData(Form.fill());
        scroll.setContent(content);
        new Keys(parent, search);
        update();
    }

    /** Shows only the fields that a person looks for. */
    private void look(Search now) {
        sections.search(now);
        update();
    }

    private static Composite column(Composite parent, int margin) {
        var column = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(1, false);
        layout.marginWidth = Math.min(margin, 4);
        layout.marginHeight = margin;
        column.setLayout(layout);
        return column;
    }

    /**
     * Shows other entities, soon; handles of more than one scene are cut down to the first one's.
     */
    void show(List<EntityHandle> handles) {
        var oneScene =
                handles.stream()
                        .filter(handle -> handle.session() == handles.getFirst().session())
                        .toList();
        if (!oneScene.equals(selection)) {
            listenTo(oneScene);
            selection = oneScene;
            say(null);
            complaints.forget();
            where.forget();
            refreshing.ask();
        }
    }

    /** Adds a component to what is shown. */
    void add(ComponentType type) {
        target.ifPresent(shown -> add.add(shown, type));
    }

    /** Whether all of the last selection is shown. */
    boolean isDone() {
        return !refreshing.isAsked() && sections.isDone();
    }

    private static Optional<SceneSession> session(List<EntityHandle> handles) {
        return handles.stream().findFirst().map(EntityHandle::session);
    }

    private static Optional<Play> play(List<EntityHandle> handles) {
        return handles.stream().findFirst().flatMap(EntityHandle::play);
    }

    private void listenTo(List<EntityHandle> handles) {
        var next = session(handles);
        var play = play(handles);
        focus.follow(next);
        looking.follow(next);
        if (!next.equals(session(selection)) || !play.equals(play(selection))) {
            link.ifPresent(Registration::close);
            link =
                    play.map(running -> running.link(changes(RUNNING_MILLIS)))
                            .or(() -> next.map(session -> session.link(changes(0))));
        }
    }

    private Link changes(int pause) {
        return refreshing.after(pause, this::settleSoon);
    }

    /** What was refused because of who the person was says nothing any more. */
    private void permitted() {
        complaints.forget();
        say(null);
        update();
    }

    private void update() {
        refreshing.begins();
        where.resume();
        mayEdit = looking.refresh();
        var before = target;
        target = target();
        if (target.equals(before)) {
            where.leave();
        }
        heading.setText(target.map(Target::title).orElse(""));
        var changed = sections.show(target);
        add.control().setEnabled(mayEdit);
        sayWhatIsNotFound().ifPresent(changed::add);
        boolean any = target.isPresent();
        if (any != add.control().getVisible()) {
            Stream.of(heading, add.control()).forEach(control -> Form.setShown(control, any));
            Form.setShown(hint, !any);
            search.setShown(any);
            changed.addAll(List.of(heading, add.control(), hint));
        }
        sizes.layout(changed);
        work();
    }

    /** Returns what came or went. */
    private Optional<Control> sayWhatIsNotFound() {
        var missed = sections.missed();
        boolean changes = missed.isPresent() != none.getVisible();
        missed.ifPresent(words -> none.setText("No field matches \u201c" + words + "\u201d."));
        Form.setShown(none, missed.isPresent());
        return changes ? Optional.of(none) : Optional.empty();
    }

    /** The selected entities that are still there. */
    private Optional<Target> target() {
        return session(selection)
                .map(session -> new Road(session, play(selection), complaints, shapes, places))
                .map(road -> new Target(road, alive(road.snapshot())))
                .filter(next -> !next.entities().isEmpty())
                // The fields compare what they show for: the same list is compared at a glance.
                .map(next -> target.filter(next::equals).orElse(next));
    }

    private List<Entity> alive(SceneSnapshot now) {
        return selection.stream().map(EntityHandle::entity).filter(now::holds).toList();
    }

    private void wake() {
        if (!scheduled) {
            scheduled = true;
            refreshing.onUi(this::workOn);
        }
    }

    private void workOn() {
        scheduled = false;
        where.resume();
        work();
    }

    /** Events of the person come first: they are seen to before the next portion. */
    private void work() {
        long end = System.nanoTime() + PORTION;
        while (!sections.isDone() && System.nanoTime() < end) {
            sections.step(sizes::layoutGrids);
        }
        if (sections.isDone()) {
            sections.enable(mayEdit);
            sizes.settle();
            where.arrive();
        } else {
            where.pause();
            wake();
        }
    }

    /** Of what was selected when something was refused nobody hears who has left it. */
    private void refusedSoon(String reason) {
        var asked = selection;
        refreshing.onUi(
                () -> {
                    if (asked.equals(selection)) {
                        say(reason);
                        notice.show(Optional.of(reason));
                        update();
                    }
                });
    }

    private void say(@Nullable String sentence) {
        isSaid = sentence != null;
        notice.show(Optional.empty());
        message.accept(sentence);
    }

    /** What was said is true no more; any thread. */
    private void settleSoon() {
        if (isSaid) {
            refreshing.onUi(this::settled);
        }
    }

    private void settled() {
        if (isSaid) {
            say(null);
        }
    }

    @Override
    public void close() {
        moved.close();
        focus.close();
        looking.close();
        link.ifPresent(Registration::close);
        link = Optional.empty();
        selection = List.of();
    }
}
