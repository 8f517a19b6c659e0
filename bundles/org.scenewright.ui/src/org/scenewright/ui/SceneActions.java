// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.IHandler;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.scenewright.runtime.PlayState;
import org.scenewright.script.GeneratedComponents;
import org.scenewright.script.ProjectTool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What menus and keys do to the scene of one editor, wherever they are invoked: in the editor, the
 * Outline or a context menu; UI thread.
 */
final class SceneActions {
    /** Prefix of the identifiers of this bundle's commands. */
    static final String PREFIX = "org.scenewright.ui.";

    private final SceneOpening opening;
    private final List<Entry> entries = new ArrayList<>();
    private final ToolItems items = new ToolItems(PlatformUI.getWorkbench());
    private boolean pasteable;

    /** One action with what decides whether it can run and what it is called. */
    private record Entry(
            Action action,
            Optional<String> global,
            Predicate<OpenScene> possible,
            Function<OpenScene, String> label) {}

    SceneActions(SceneOpening opening, SceneSelection selection) {
        this.opening = opening;
        global(
                ActionFactory.UNDO,
                SceneActions::undoLabel,
                SceneEdits::undo,
                allowed(SceneActions::canUndo));
        global(
                ActionFactory.REDO,
                SceneActions::redoLabel,
                SceneEdits::redo,
                allowed(SceneActions::canRedo));
        global(ActionFactory.CUT, scene -> "Cu&t", this::cut, allowed(SceneActions::hasEditable));
        global(ActionFactory.COPY, scene -> "&Copy", this::copy, SceneActions::hasEditable);
        global(
                ActionFactory.PASTE,
                scene -> "&Paste",
                SceneEdits::paste,
                allowed(scene -> pasteable));
        global(
                ActionFactory.DELETE,
                scene -> "&Delete",
                SceneEdits::delete,
                allowed(SceneActions::hasEditable));
        global(
                ActionFactory.SELECT_ALL,
                scene -> "Select &All",
                SceneEdits::selectAll,
                scene -> true);
        global(
                ActionFactory.REVERT,
                scene -> "Re&vert",
                SceneEdits::revert,
                allowed(OpenScene::isDirty));
        global(
                ActionFactory.RENAME,
                scene -> "Rena&me…",
                SceneEdits::rename,
                allowed(scene -> scene.editable().size() == 1));
        addOwn();
        addEdits();
        addProducts();
        selection.addSelectionChangedListener(event -> refresh());
        opening.whenOpen(scene -> scene.read(news -> refresh()));
        opening.whenOpen(scene -> scene.play().watch(this::refresh));
        opening.whenOpen(this::followPermission);
        opening.whenOpen(scene -> refresh());
        refresh();
    }

    private void followPermission(OpenScene scene) {
        var permission = scene.session().sharing().permission();
        permission.onChange(() -> scene.ui().execute(this::refresh));
    }

    /** What edits is possible for those who may. */
    private static Predicate<OpenScene> allowed(Predicate<OpenScene> possible) {
        return possible.and(scene -> new SceneEdits(scene).areAllowed());
    }

    /** Those of commands that only scenes have. */
    private void addOwn() {
        own(
                "play",
                scene -> scene.play().isOn() ? "Stop" : "&Play",
                edits -> edits.scene().play().toggle(),
                scene -> scene.unreadable().isEmpty());
        own(
                "pause",
                scene -> isPaused(scene) ? "&Go On" : "Pa&use",
                edits -> edits.scene().play().pause(),
                SceneActions::isPlayed);
        own(
                "playwith",
                scene -> "Play &With…",
                edits -> CompanionChoice.ask(edits.scene()),
                scene -> scene.unreadable().isEmpty());
        own(
                "network",
                scene -> (mayUseNetwork(scene) ? "Forbid" : "Allow") + PlayNetwork.ACCESS,
                edits -> turnNetwork(edits.scene()),
                scene -> true);
        own("step", scene -> "&Step", e -> e.scene().play().step(), SceneActions::isPlayed);
        own("frame", scene -> "&Frame in Viewport", SceneEdits::frame, scene -> true);
        own(
                "generate",
                scene -> "&Generate " + GeneratedComponents.FILE,
                SceneEdits::generate,
                scene -> true);
        own(
                "build",
                scene -> "&Build and Play the Scene",
                edits -> edits.scene().play().build(),
                scene -> true);
        own(
                "buildnpm",
                scene -> "Build by &npm and Play the Scene",
                edits -> edits.scene().play().build(BundleBuild.Way.NPM),
                scene -> true);
    }

    /** Those that edit what is selected. */
    private void addEdits() {
        own(
                "duplicate",
                scene -> "D&uplicate",
                SceneEdits::duplicate,
                allowed(SceneActions::hasEditable));
        own(
                "hide",
                scene -> flag(EntityFlag.HIDDEN, scene),
                SceneEdits::hide,
                allowed(SceneActions::hasEditable));
        own(
                "lock",
                scene -> flag(EntityFlag.LOCKED, scene),
                SceneEdits::lock,
                allowed(SceneActions::hasEditable));
    }

    /** Those that make something of the scene outside of it. */
    private void addProducts() {
        own(
                "custom",
                scene -> "Create Custom &Item…",
                edits -> edits.scene().imports().making().ask(),
                SceneActions::hasEditable);
        own(
                "preview",
                scene -> "Previe&w",
                edits -> run(edits.scene(), ProjectTool.Verb.START),
                scene -> true);
        own(
                "deploy",
                scene -> "&Deploy…",
                edits -> run(edits.scene(), ProjectTool.Verb.DEPLOY),
                scene -> true);
    }

    private static void run(OpenScene scene, ProjectTool.Verb verb) {
        ProjectRunsFactory.of(PlatformUI.getWorkbench()).start(scene, verb);
    }

    private static boolean mayUseNetwork(OpenScene scene) {
        return PlayHabits.ofWorkspace().mayUseNetwork(scene.session().project().directory());
    }

    private static void turnNetwork(OpenScene scene) {
        var project = scene.session().project().directory();
        PlayHabits.ofWorkspace().allowNetwork(project, !mayUseNetwork(scene));
    }

    private static boolean isPaused(OpenScene scene) {
        return scene.play().state() instanceof PlayState.Paused;
    }

    private static boolean isPlayed(OpenScene scene) {
        return isPaused(scene) || scene.play().state() instanceof PlayState.Playing;
    }

    private void cut(SceneEdits edits) {
        edits.cut();
        pasteable = true;
    }

    private void copy(SceneEdits edits) {
        edits.copy();
        pasteable = true;
    }

    /**
     * Looks at the clipboard whenever somebody comes to a control, also from another program:
     * elsewhere nobody can have put anything on it meanwhile.
     */
    void follow(Control control) {
        control.addListener(SWT.Activate, event -> UiThread.current().execute(this::look));
    }

    private void look() {
        pasteable = new SceneClipboard(UiThread.current().display()).mayHoldEntities();
        refresh();
    }

    private static boolean canUndo(OpenScene scene) {
        return scene.session().status().undoLabel().isPresent();
    }

    private static boolean canRedo(OpenScene scene) {
        return scene.session().status().redoLabel().isPresent();
    }

    private static String undoLabel(OpenScene scene) {
        return scene.session().status().undoLabel().map(label -> "&Undo " + label).orElse("&Undo");
    }

    private static String redoLabel(OpenScene scene) {
        return scene.session().status().redoLabel().map(label -> "&Redo " + label).orElse("&Redo");
    }

    private static String flag(EntityFlag flag, OpenScene scene) {
        return flag.label(scene.snapshot(), scene.editable());
    }

    private static boolean hasEditable(OpenScene scene) {
        return !scene.editable().isEmpty();
    }

    private void global(
            ActionFactory factory,
            Function<OpenScene, String> label,
            Consumer<SceneEdits> run,
            Predicate<OpenScene> possible) {
        var action = action(run);
        action.setActionDefinitionId(factory.getCommandId());
        entries.add(new Entry(action, Optional.of(factory.getId()), possible, label));
    }

    private void own(
            String name,
            Function<OpenScene, String> label,
            Consumer<SceneEdits> run,
            Predicate<OpenScene> possible) {
        var action = action(run);
        action.setActionDefinitionId(PREFIX + name);
        entries.add(new Entry(action, Optional.empty(), possible, label));
    }

    private Action action(Consumer<SceneEdits> run) {
        return new Action() {
            @Override
            public void run() {
                opening.now().map(SceneEdits::new).ifPresent(run);
                refresh();
            }
        };
    }

    /** The action of a command, by the end of its identifier. */
    IAction get(ActionFactory factory) {
        return byCommand(factory.getCommandId());
    }

    IAction get(String name) {
        return byCommand(PREFIX + name);
    }

    private IAction byCommand(String id) {
        return entries.stream()
                .map(Entry::action)
                .filter(action -> id.equals(action.getActionDefinitionId()))
                .findFirst()
                .orElseThrow();
    }

    /** Makes these the workbench's actions while a part is active. */
    void into(IActionBars bars) {
        entries.forEach(
                entry ->
                        entry.global()
                                .ifPresent(id -> bars.setGlobalActionHandler(id, entry.action())));
        bars.updateActionBars();
    }

    /**
     * As {@link #into(IActionBars)}, for a part that has its own idea of everything but undo and
     * redo.
     */
    void historyInto(IActionBars bars) {
        for (var factory : List.of(ActionFactory.UNDO, ActionFactory.REDO)) {
            bars.setGlobalActionHandler(factory.getId(), get(factory));
        }
        bars.updateActionBars();
    }

    /** Binds the commands of this bundle while the part of a site is active. */
    void into(IServiceLocator site) {
        var handlers = site.getService(IHandlerService.class);
        entries.stream()
                .filter(entry -> entry.global().isEmpty())
                .forEach(entry -> handlers.activateHandler(id(entry), handler(entry)));
    }

    private static String id(Entry entry) {
        return String.valueOf(entry.action().getActionDefinitionId());
    }

    private static IHandler handler(Entry entry) {
        return new ActionHandler(entry.action());
    }

    private void refresh() {
        var scene = opening.now();
        boolean isNews = false;
        for (var entry : entries) {
            boolean can = scene.filter(entry.possible()).isPresent();
            isNews |= can != entry.action().isEnabled();
            entry.action().setEnabled(can);
            scene.map(entry.label()).ifPresent(entry.action()::setText);
        }
        if (isNews) {
            items.look();
        }
    }
}
