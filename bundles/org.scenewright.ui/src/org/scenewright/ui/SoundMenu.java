// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.PlatformUI;

import java.util.List;

/** The menu of how loud all scenes are that are played; UI thread. */
final class SoundMenu {
    private static final List<Integer> PERCENT = List.of(25, 50, 75, 100);

    private final MenuManager menu = new MenuManager("&Sounds");
    private final PlayHabits habits = PlayHabits.ofWorkspace();

    SoundMenu() {
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> fill());
    }

    MenuManager manager() {
        return menu;
    }

    private void fill() {
        menu.add(
                choice(
                        "&Mute",
                        IAction.AS_CHECK_BOX,
                        habits.isMuted(),
                        () -> habits.mute(!habits.isMuted())));
        menu.add(new Separator());
        for (int percent : PERCENT) {
            boolean isChosen = habits.percent() == percent;
            Runnable choose = () -> habits.percent(percent);
            menu.add(choice(percent + " %", IAction.AS_RADIO_BUTTON, isChosen, choose));
        }
    }

    private Action choice(String label, int style, boolean isChosen, Runnable choose) {
        var action =
                new Action(label, style) {
                    @Override
                    public void run() {
                        choose.run();
                        PlayhouseFactory.of(PlatformUI.getWorkbench()).listen();
                    }
                };
        action.setChecked(isChosen);
        return action;
    }
}
