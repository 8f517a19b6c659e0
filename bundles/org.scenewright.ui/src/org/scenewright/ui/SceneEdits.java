// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Fragment;
import org.scenewright.scene.Pose;

import java.util.List;
import java.util.Optional;

/** What a person can do to the selection of an open scene, each as one edit. */
record SceneEdits(OpenScene scene) {

    /** Why nothing of the scene can be edited, as a sentence; nothing where it can. */
    Optional<String> refusal() {
        return scene.session().sharing().permission().refusal();
    }

    boolean areAllowed() {
        return refusal().isEmpty();
    }

    void undo() {
        scene.answer(scene.session().undo());
    }

    void redo() {
        scene.answer(scene.session().redo());
    }

    void revert() {
        if (MessageDialog.openConfirm(
                shell(),
                "Revert",
                "Discard all changes to " + scene.title() + " since it was last saved?")) {
            scene.answer(scene.session().revert());
        }
    }

    void copy() {
        new SceneClipboard(scene.ui().display())
                .put(Fragment.copy(scene.snapshot(), scene.editable()));
    }

    void cut() {
        copy();
        delete();
    }

    void paste() {
        new SceneClipboard(scene.ui().display())
                .get()
                .ifPresentOrElse(this::paste, () -> scene.say("The clipboard holds no entities."));
    }

    private void paste(Fragment fragment) {
        scene.create(new Edit.Paste(fragment, besideSelection()));
    }

    void delete() {
        scene.post(new Edit.Despawn(scene.editable()));
    }

    void duplicate() {
        scene.create(new Edit.Duplicate(scene.editable()));
    }

    /**
     * Everything that hangs beside the selection, or on the top level where nothing is selected.
     */
    void selectAll() {
        var parent =
                scene.editable().stream()
                        .findFirst()
                        .map(scene.snapshot()::parent)
                        .orElse(Entity.ROOT);
        scene.select(
                scene.snapshot().children(parent).stream()
                        .filter(entity -> !entity.isReserved())
                        .map(scene::shown)
                        .toList());
    }

    void hide() {
        toggle(EntityFlag.HIDDEN, scene.editable());
    }

    void lock() {
        toggle(EntityFlag.LOCKED, scene.editable());
    }

    void toggle(EntityFlag flag, List<Entity> entities) {
        scene.post(flag.toggle(scene.snapshot(), entities));
    }

    /** Writes what gives the components of TypeScript their names; not an edit of the scene. */
    void generate() {
        ScriptsFactory.of(PlatformUI.getWorkbench()).generate(scene);
    }

    void frame() {
        scene.frameSelection();
    }

    /** Asks for a new name of the one selected entity. */
    void rename() {
        var entity = scene.editable().getFirst();
        var dialog =
                new InputDialog(
                        shell(),
                        "Rename",
                        "New name:",
                        scene.snapshot().name(entity),
                        SceneEdits::objection);
        if (dialog.open() == Window.OK) {
            rename(entity, dialog.getValue());
        }
    }

    private static @Nullable String objection(String name) {
        return name.isBlank() ? "An entity needs a name." : null;
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
    }

    void rename(Entity entity, String name) {
        if (!name.isBlank() && !name.equals(scene.snapshot().name(entity))) {
            scene.post(new Edit.Rename(entity, name.strip()));
        }
    }

    /** As the other, where no place was clicked. */
    void create(Creatable kind, boolean asChild) {
        create(kind, asChild, Optional.empty());
    }

    /**
     * Creates something below the one selected entity, where that is, or beside it, standing where
     * the ground was clicked or where the camera looks at it.
     */
    void create(Creatable kind, boolean asChild, Optional<Pose.Vec> clicked) {
        var snapshot = scene.snapshot();
        var place =
                asChild ? Edit.Place.under(onlySelected().orElse(Entity.ROOT)) : besideSelection();
        var pose =
                asChild
                        ? Pose.IDENTITY
                        : snapshot.worldPose(place.parent())
                                .toLocal(kind.on(clicked.orElseGet(scene::gaze)));
        scene.create(kind.spawn(snapshot, place, pose));
    }

    private Optional<Entity> onlySelected() {
        return scene.editable().size() == 1
                ? Optional.of(scene.editable().getFirst())
                : Optional.empty();
    }

    private Edit.Place besideSelection() {
        var snapshot = scene.snapshot();
        var selected = scene.editable();
        if (selected.isEmpty()) {
            return Edit.Place.TOP;
        }
        var parent = snapshot.parent(selected.getLast());
        return new Edit.Place(parent, following(parent, selected.getLast()));
    }

    /** The sibling after an entity. */
    private Optional<Entity> following(Entity parent, Entity entity) {
        var siblings = scene.snapshot().children(parent);
        int next = siblings.indexOf(entity) + 1;
        return next < siblings.size() ? Optional.of(siblings.get(next)) : Optional.empty();
    }
}
