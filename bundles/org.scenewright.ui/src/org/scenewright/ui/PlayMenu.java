// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The button that plays a scene, with the menu of how it is played beside it; UI thread. */
final class PlayMenu implements IMenuCreator {
    private final MenuManager menu = new MenuManager();
    private final IAction play;
    private final Action button =
            new Action("", IAction.AS_DROP_DOWN_MENU) {
                @Override
                public void run() {
                    play.run();
                }
            };

    /**
     * @param play what the button does
     * @param others what the menu offers
     */
    PlayMenu(IAction play, List<IAction> others) {
        this.play = play;
        others.forEach(menu::add);
        menu.add(new SoundMenu().manager());
        button.setMenuCreator(this);
        button.setActionDefinitionId(play.getActionDefinitionId());
        play.addPropertyChangeListener(event -> follow());
        follow();
    }

    private void follow() {
        button.setText(play.getText());
        button.setToolTipText(play.getToolTipText());
        button.setEnabled(play.isEnabled());
    }

    IAction button() {
        return button;
    }

    @Override
    @SuppressWarnings("null")
    public Menu getMenu(Control parent) {
        return menu.createContextMenu(parent);
    }

    @Override
    @SuppressWarnings("null")
    public @Nullable Menu getMenu(Menu parent) {
        return null;
    }

    @Override
    public void dispose() {
        menu.dispose();
    }
}
