// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;
import org.scenewright.script.ProjectTool;

import java.util.stream.Collectors;

/** What is asked before a scene is published: which, where and by what; UI thread. */
record DeployQuestion(String title, Value settings, ProjectTool tool) {
    private static final int MOST_PARCELS = 12;

    DeployQuestion(String title, SceneSnapshot scene, ProjectTool tool) {
        this(title, scene.settings(), tool);
    }

    /** Whether people want it. */
    boolean ask(Shell shell) {
        return MessageDialog.open(
                        MessageDialog.CONFIRM, shell, "Deploy", words(), 0, "Deploy", "Cancel")
                == 0;
    }

    String words() {
        return "Deploy \"%s\" to %s?\n\nFolder: %s\nCommand: %s\n\n"
                        .formatted(title, place(), tool.directory(), tool.shown())
                + "What stands there now is replaced. The command says where to sign it.";
    }

    private String place() {
        String world = settings.text("worldConfiguration.name", "");
        return world.isEmpty() ? parcels() : "the world " + world;
    }

    private String parcels() {
        var parcels = SceneSettings.of(settings).parcels();
        String some =
                parcels.stream()
                        .limit(MOST_PARCELS)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
        String more = parcels.size() > MOST_PARCELS ? " …" : "";
        return (parcels.size() == 1 ? "the parcel " : parcels.size() + " parcels, ") + some + more;
    }
}
