// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Registration;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that belongs to one scene editor, from before its scene is read until the editor closes; UI
 * thread.
 */
final class SceneDesk implements AutoCloseable {
    private final EditorPart part;
    private final Runnable dirtyChanged;
    private final Consumer<String> title;
    private final SceneSelection selection = new SceneSelection();
    private final Scripts scripts = ScriptsFactory.of(PlatformUI.getWorkbench());
    private final SceneOpening opening =
            new SceneOpening(
                    selection,
                    UiThread.current(),
                    scripts::last,
                    CatalogsFactory.of(PlatformUI.getWorkbench()).catalog());
    private final Ending ending = new Ending(PlatformUI.getWorkbench(), Display.getCurrent());
    private final SceneActions actions = new SceneActions(opening, selection);
    private Optional<ViewportPane> pane = Optional.empty();
    private Optional<DiskWatch> disk = Optional.empty();
    private Optional<AssetWatch> assets = Optional.empty();
    private Optional<Saving> saving = Optional.empty();
    private Optional<ProblemMarkers> problems = Optional.empty();
    private Optional<StatusLine> status = Optional.empty();
    private Optional<SheetKeeper> sheet = Optional.empty();
    private Optional<Registration> sources = Optional.empty();
    private final ServerHabits servers = ServerHabits.ofWorkspace();
    private final ScenePlaces places = new ScenePlaces(opening::now, servers);
    private Optional<SceneRealm> realm = Optional.empty();
    private boolean dirty;

    /**
     * @param dirtyChanged called when {@link #isDirty} has changed
     * @param title takes what the editor's tab says
     */
    SceneDesk(EditorPart part, Runnable dirtyChanged, Consumer<String> title) {
        this.part = part;
        this.dirtyChanged = dirtyChanged;
        this.title = title;
    }

    SceneSelection selection() {
        return selection;
    }

    SceneActions actions() {
        return actions;
    }

    Optional<OpenScene> scene() {
        return opening.now();
    }

    Optional<ViewportPane> pane() {
        return pane;
    }

    AssetPlaces places() {
        return places;
    }

    OutlinePage outline() {
        return new OutlinePage(part, opening, selection, actions);
    }

    /** The page that another bundle has for this editor, if there is one. */
    @Nullable IPropertySheetPage properties() {
        var page =
                Platform.getAdapterManager().loadAdapter(part, IPropertySheetPage.class.getName());
        return page instanceof IPropertySheetPage sheet
                ? new SheetPage(sheet, selection, actions)
                : null;
    }

    /** A marker of a moment, such as that of a search, may be gone when the scene has been read. */
    IGotoMarker markers() {
        return marker -> {
            var name = marker.getAttribute(MarkerWriting.ENTITY, "");
            opening.whenOpen(
                    scene -> scene.select(ProblemMarkers.entities(name, scene.snapshot())));
        };
    }

    /** Begins to read the scene and shows it in an area as soon as it is there. */
    void open(Composite area) {
        area.setLayout(GridLayoutFactory.fillDefaults().spacing(0, 0).create());
        var unreadable =
                new Banner(
                        area,
                        new Banner.Remedy("Open as Text", this::openAsText),
                        new Banner.Remedy("Reload", this::reload));
        var spoilt =
                new Banner(
                        area,
                        new Banner.Remedy("Open as Text", this::openSpoilt),
                        new Banner.Remedy("Write Again", this::writeAgain));
        var played = new PlayBanners(area, opening);
        opening.whenOpen(scene -> scene.play().watch(() -> played.show(scene.play())));
        var content = new Composite(area, SWT.NONE);
        content.setLayout(new FillLayout());
        content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        open(content, unreadable, spoilt);
    }

    private void open(Composite area, Banner unreadable, Banner spoilt) {
        var notice = Notice.opening(area);
        part.getSite()
                .getService(IContextService.class)
                .activateContext(SceneActions.PREFIX + "scene");
        actions.into(part.getSite());
        PlayKeys.bind(part, actions, area);
        opening.whenFailed(notice::say);
        status = Optional.of(new StatusLine(part));
        sheet = Optional.of(new SheetKeeper(part));
        // One after the other: each is an event of its own.
        opening.whenOpen(scene -> report(scene, unreadable));
        opening.whenOpen(
                scene -> {
                    notice.dispose();
                    show(area, scene);
                });
        opening.whenOpen(scene -> followFiles(scene, spoilt));
        opening.whenOpen(scene -> takeFocus());
        opening.whenOpen(this::followSources);
        opening.whenOpen(this::followPlaces);
        opening.whenOpen(scene -> scene.play().prepare());
        opening.start(Path.of(((IURIEditorInput) part.getEditorInput()).getURI()));
    }

    private void show(Composite area, OpenScene scene) {
        var site = part.getEditorSite();
        var graphics = GraphicsFactory.of(site.getWorkbenchWindow().getWorkbench());
        pane =
                Optional.of(
                        new ViewportPane(
                                area, scene, graphics, new ViewportPane.Lent(site, actions)));
        area.layout();
    }

    private void followFiles(OpenScene scene, Banner spoilt) {
        var markers = new ProblemMarkers(scene);
        problems = Optional.of(markers);
        // A file may come from anywhere; where the workspace does not know it, its scene is linked.
        Linking.start(
                SceneFolder.of(scene.session().project().directory()), scene.ui(), markers::write);
        var watch = new DiskWatch(scene, part, spoilt);
        disk = Optional.of(watch);
        assets = Optional.of(new AssetWatch(scene));
        saving = Optional.of(new Saving(scene, part.getEditorSite(), watch));
    }

    private void followPlaces(OpenScene scene) {
        var project = scene.session().project().directory();
        realm = Optional.of(new SceneRealm(scene.assets(), project, servers));
        scene.assets().onLoaded(source -> places.changed());
    }

    private void followSources(OpenScene scene) {
        status.ifPresent(told -> sources = Optional.of(scripts.follow(scene, told::note)));
    }

    /** Tells the tab what the scene is called, and the status line what happens in it. */
    private void report(OpenScene scene, Banner banner) {
        scene.read(news -> changed(scene));
        scene.read(news -> warn(scene, banner));
        changed(scene);
        warn(scene, banner);
        status.ifPresent(line -> scene.hear(line::say));
        status.ifPresent(line -> scene.session().notice().ifPresent(line::note));
        status.ifPresent(line -> scene.listen(line::tell));
        var permission = scene.session().sharing().permission();
        permission.onChange(() -> scene.ui().execute(() -> permitted(scene)));
        var migrations = new Migrations();
        scene.read(news -> migrations.sentence(news).ifPresent(scene::tell));
        status.ifPresent(line -> scene.watch(chosen -> line.selected(chosen.size())));
    }

    /** What was refused till now says nothing any more. */
    private static void permitted(OpenScene scene) {
        scene.say("");
        scene.tell(new SceneEdits(scene).refusal().orElse(""));
    }

    private static void warn(OpenScene scene, Banner banner) {
        scene.unreadable()
                .ifPresentOrElse(
                        why ->
                                banner.show(
                                        why + " Nothing can be changed here until it is mended."),
                        banner::hide);
    }

    private void openAsText() {
        opening.now().ifPresent(scene -> new CompositeText(scene, part).open());
    }

    private void openSpoilt() {
        opening.now()
                .ifPresent(
                        scene ->
                                disk.ifPresent(
                                        watch ->
                                                new CompositeText(scene, part)
                                                        .open(watch.spoilt())));
    }

    private void reload() {
        opening.now().ifPresent(scene -> scene.answer(scene.session().revert()));
    }

    private void writeAgain() {
        disk.ifPresent(DiskWatch::writeAgain);
    }

    private void takeFocus() {
        if (part.getEditorSite().getPage().getActivePart() == part) {
            setFocus();
        }
    }

    private void changed(OpenScene scene) {
        title.accept(scene.title());
        if (scene.isDirty() != dirty) {
            dirty = scene.isDirty();
            dirtyChanged.run();
        }
    }

    void setFocus() {
        pane.ifPresent(ViewportPane::setFocus);
    }

    /** The title of the scene and where it is; nothing until it is open. */
    Optional<String> description() {
        return opening.now().map(OpenScene::description);
    }

    boolean isDirty() {
        return dirty;
    }

    /** Saves while the workbench goes on working; asks where somebody else changed the files. */
    void save(IProgressMonitor monitor) {
        saving.ifPresent(hand -> hand.save(monitor));
    }

    /** Whether nobody was asked what to do with unsaved changes, should the editor close now. */
    Ending ending() {
        return ending;
    }

    @Override
    public void close() {
        ending.close();
        sources.ifPresent(Registration::close);
        realm.ifPresent(SceneRealm::close);
        places.close();
        if (!ending.hasNoDisplay()) {
            closeShown();
        }
        opening.close(ending.isForced());
    }

    private void closeShown() {
        status.ifPresent(StatusLine::close);
        sheet.ifPresent(SheetKeeper::close);
        disk.ifPresent(DiskWatch::close);
        assets.ifPresent(AssetWatch::close);
        problems.ifPresent(ProblemMarkers::close);
        pane.ifPresent(ViewportPane::close);
    }
}
