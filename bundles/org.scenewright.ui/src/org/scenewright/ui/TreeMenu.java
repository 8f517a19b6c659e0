// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.IPageSite;

/**
 * The context menu of the Outline: create, clipboard, name, marks and whatever other bundles add.
 */
final class TreeMenu {
    private final OpenScene scene;
    private final SceneActions actions;
    private final MenuManager menu = new MenuManager("Entities", "org.scenewright.ui.entities");
    private final IPageSite site;

    TreeMenu(OpenScene scene, SceneActions actions, IPageSite site) {
        this.scene = scene;
        this.actions = actions;
        this.site = site;
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        site.registerContextMenu(menu.getId(), menu, site.getSelectionProvider());
    }

    void attach(Control control) {
        control.setMenu(menu.createContextMenu(control));
    }

    private void fill(IMenuManager into) {
        into.add(creation("&Create", false));
        var child = creation("Create &Child", true);
        child.setVisible(scene.editable().size() == 1);
        into.add(child);
        into.add(new Separator());
        into.add(rename());
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
        into.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    /** The Outline's own way to rename, over the row. */
    private IAction rename() {
        var action =
                new Action("Rena&me") {
                    @Override
                    public void run() {
                        site.getActionBars()
                                .getGlobalActionHandler(ActionFactory.RENAME.getId())
                                .run();
                    }
                };
        action.setActionDefinitionId(ActionFactory.RENAME.getCommandId());
        action.setEnabled(scene.editable().size() == 1);
        return action;
    }

    private MenuManager creation(String label, boolean asChild) {
        var sub = new MenuManager(label);
        for (var kind : Creatable.values()) {
            sub.add(
                    new Action(kind.label(), Icons.descriptor(kind.icon())) {
                        @Override
                        public void run() {
                            new SceneEdits(scene).create(kind, asChild);
                        }
                    });
        }
        return sub;
    }
}
