// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.scenewright.content.ContentServer;
import org.scenewright.runtime.Registration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which servers scenes come from and go to, kept in the workspace, where they go to and which
 * parcel they came from by the folders of their projects; any thread.
 */
record ServerHabits(IEclipsePreferences node) {
    private static final String REALM = "source";
    private static final String ORIGIN = "origin";
    private static final String POSTED = "posted";

    static ServerHabits ofWorkspace() {
        return new ServerHabits(InstanceScope.INSTANCE.getNode(Keeping.NODE + "/servers"));
    }

    /**
     * The realm: the content server that scenes are opened from, and that addresses lead to;
     * without a slash at its end.
     */
    String realm() {
        String kept = node.get(REALM, "").replaceAll("/+$", "");
        return kept.isEmpty() ? ContentServer.USUAL : kept;
    }

    void keepRealm(String address) {
        node.put(REALM, address);
        Keeping.begin();
    }

    /** Calls a listener, on any thread, when the realm is another one. */
    Registration onRealm(Runnable listener) {
        IEclipsePreferences.IPreferenceChangeListener all =
                change -> {
                    if (change.getKey().equals(REALM)) {
                        listener.run();
                    }
                };
        node.addPreferenceChangeListener(all);
        return () -> node.removePreferenceChangeListener(all);
    }

    /** The parcel that a project's scene came from, where it was opened from a content server. */
    Optional<String> origin(Path project) {
        String parcel = node.node(ORIGIN).get(project.toString(), "");
        return parcel.isEmpty() ? Optional.empty() : Optional.of(parcel);
    }

    void keepOrigin(Path project, String parcel) {
        node.node(ORIGIN).put(project.toString(), parcel);
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
