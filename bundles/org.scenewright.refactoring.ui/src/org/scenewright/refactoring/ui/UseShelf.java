// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.ProjectUses;
import org.scenewright.scene.SceneProject;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the workbench remembers of the uses in projects, a few at a time: files are read again only
 * when they have changed. Any thread.
 */
public final class UseShelf {
    private static final int MOST = 4;

    private final Map<Path, ProjectUses> projects = new LinkedHashMap<>();

    static UseShelf ofWorkbench() {
        return PlatformUI.getWorkbench().getService(UseShelf.class);
    }

    synchronized ProjectUses of(SceneProject scene) {
        var uses = projects.remove(scene.directory());
        var kept = uses == null ? new ProjectUses(scene.directory()) : uses;
        projects.put(scene.directory(), kept);
        if (projects.size() > MOST) {
            projects.remove(projects.keySet().iterator().next());
        }
        return kept;
    }

    /** Every use in a project; of what is open as it is there. */
    SceneUses all(SceneProject scene) {
        return OpenScenes.now().uses(scene, of(scene));
    }
}
