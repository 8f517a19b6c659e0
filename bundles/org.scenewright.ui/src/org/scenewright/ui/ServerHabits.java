// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.scenewright.content.ContentServer;

import java.nio.file.Path;

/**
 * Which servers scenes come from and go to, kept in the workspace, where they go to by the folders
 * of their projects; any thread.
 */
record ServerHabits(IEclipsePreferences node) {
    private static final String SOURCE = "source";
    private static final String POSTED = "posted";

    static ServerHabits ofWorkspace() {
        return new ServerHabits(InstanceScope.INSTANCE.getNode(Keeping.NODE + "/servers"));
    }

    /** The content server that was asked last. */
    String source() {
        String kept = node.get(SOURCE, "");
        return kept.isEmpty() ? ContentServer.USUAL : kept;
    }

    void keepSource(String address) {
        node.put(SOURCE, address);
        Keeping.begin();
    }

    /** Where the scenes of a project are posted when they are saved; empty for nowhere. */
    String posted(Path project) {
        return node.node(POSTED).get(project.toString(), "");
    }

    void keepPosted(Path project, String address) {
        node.node(POSTED).put(project.toString(), address);
        Keeping.begin();
    }
}
