// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.scenewright.runtime.PlayState;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The buttons that run the code of a scene, stop it, let it wait and go on; UI thread. */
final class PlayButtons {
    private final List<Button> buttons = new ArrayList<>();

    /**
     * An action with the icons that it has while there is something to run and something to end.
     */
    private record Button(IAction action, String off, String on) {
        void show(boolean isOn) {
            action.setImageDescriptor(Icons.descriptor(isOn ? on : off));
            // What the platform makes of an icon by itself is hardly another grey on dark ground.
            action.setDisabledImageDescriptor(Icons.descriptor(off + "-off"));
            action.setToolTipText(action.getText().replace("&", ""));
        }
    }

    void addTo(ToolBarManager bar, SceneActions actions) {
        var others =
                Stream.of("build", "buildnpm", "preview", "deploy", "playwith", "network")
                        .map(actions::get)
                        .toList();
        var play = new PlayMenu(actions.get("play"), others).button();
        buttons.add(new Button(play, "play", "stop"));
        buttons.add(new Button(actions.get("pause"), "pause", "resume"));
        buttons.add(new Button(actions.get("step"), "step", "step"));
        show(new PlayState.Stopped());
        buttons.forEach(button -> bar.add(button.action()));
    }

    /** Shows what each of them does in a state. */
    void show(PlayState state) {
        buttons.get(0).show(!(state instanceof PlayState.Stopped));
        buttons.get(1).show(state instanceof PlayState.Paused);
        buttons.get(2).show(false);
    }
}
