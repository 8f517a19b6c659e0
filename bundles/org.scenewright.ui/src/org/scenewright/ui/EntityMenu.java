// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.scenewright.scene.Pose;

import java.util.Optional;

/** The context menu of entities: create, clipboard, name, marks and whatever other bundles add. */
final class EntityMenu {
    static final String ID = "org.scenewright.ui.entities";

    private final OpenScene scene;
    private final SceneActions actions;
    private final IAction rename;
    private final MenuManager menu = new MenuManager("Entities", ID);
    private Optional<Pose.Vec> clicked = Optional.empty();
    private Optional<Pose.Vec> spot = Optional.empty();

    /**
     * @param rename how an entity gets another name where this menu is
     */
    EntityMenu(OpenScene scene, SceneActions actions, IAction rename) {
        this.scene = scene;
        this.actions = actions;
        this.rename = rename;
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
    }

    /** For the site that lets others add to it. */
    MenuManager manager() {
        return menu;
    }

    Menu create(Control control) {
        return menu.createContextMenu(control);
    }

    /**
     * Shows the menu of a viewport where the pointer is.
     *
     * @param ground the place that was clicked: what is created stands there
     */
    void show(Optional<Pose.Vec> ground) {
        clicked = ground;
        menu.getMenu().setVisible(true);
    }

    private void fill(IMenuManager into) {
        spot = clicked;
        clicked = Optional.empty();
        boolean single = scene.editable().size() == 1;
        rename.setEnabled(single && new SceneEdits(scene).areAllowed());
        into.add(creation("&Create", false));
        if (single) {
            into.add(creation("Create C&hild", true));
        }
        into.add(new Separator());
        into.add(rename);
        into.add(actions.get("duplicate"));
        into.add(new Separator());
        into.add(actions.get(ActionFactory.CUT));
        into.add(actions.get(ActionFactory.COPY));
        into.add(actions.get(ActionFactory.PASTE));
        into.add(actions.get(ActionFactory.DELETE));
        into.add(new Separator());
        into.add(actions.get("hide"));
        into.add(actions.get("lock"));
        into.add(actions.get("frame"));
        into.add(actions.get("custom"));
        into.add(new Separator());
        into.add(actions.get("generate"));
        into.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private MenuManager creation(String label, boolean asChild) {
        var sub = new MenuManager(label);
        var edits = new SceneEdits(scene);
        for (var kind : Creatable.values()) {
            var creating =
                    new Action(kind.label(), Icons.descriptor(kind.icon())) {
                        @Override
                        public void run() {
                            edits.create(kind, asChild, spot);
                        }
                    };
            creating.setEnabled(edits.areAllowed());
            sub.add(creating);
        }
        return sub;
    }
}
