// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How people play their scenes, kept in the workspace by the folders of the projects, never in
 * those; any thread.
 */
record PlayHabits(IEclipsePreferences node) {
    private static final String COMPANIONS = "companions";
    private static final String NETWORK = "network";
    private static final String MUTED = "muted";
    private static final String PERCENT = "percent";

    static PlayHabits ofWorkspace() {
        return new PlayHabits(InstanceScope.INSTANCE.getNode(Keeping.NODE + "/play"));
    }

    private IEclipsePreferences of(String what) {
        return (IEclipsePreferences) node.node(what);
    }

    /** The scenes that one is played with; none where nobody has chosen any. */
    List<Companion> companions(Path scene) {
        try {
            var kept = ValueJson.parse(of(COMPANIONS).get(scene.toString(), "{\"scenes\": []}"));
            return kept.items("scenes").stream().flatMap(PlayHabits::companion).toList();
        } catch (SchemaException editedByHand) {
            System.getLogger(PlayHabits.class.getName())
                    .log(System.Logger.Level.DEBUG, "No companions", editedByHand);
            return List.of();
        }
    }

    private static Stream<Companion> companion(Value kept) {
        return path(kept.text("folder", ""))
                .map(folder -> new Companion(folder, kept.flag("global", false)))
                .stream();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException editedByHand) {
            return Optional.empty();
        }
    }

    void keep(Path scene, List<Companion> companions) {
        var kept = Value.of(companions.stream().map(PlayHabits::value).toList());
        of(COMPANIONS).put(scene.toString(), ValueJson.print(Value.fields("scenes", kept)));
        Keeping.begin();
    }

    private static Value value(Companion companion) {
        return Value.fields("folder", Value.of(companion.directory().toString()))
                .with(FieldPath.of("global"), Value.of(companion.isGlobal()));
    }

    /** Whether the code of a project may use the network; not before somebody has allowed it. */
    boolean mayUseNetwork(Path project) {
        return of(NETWORK).getBoolean(project.toString(), false);
    }

    boolean isMuted() {
        return node.getBoolean(MUTED, false);
    }

    void mute(boolean isMuted) {
        node.putBoolean(MUTED, isMuted);
        Keeping.begin();
    }

    /** How loud scenes are that are played, of 100. */
    int percent() {
        return Math.clamp(node.getInt(PERCENT, 100), 0, 100);
    }

    void percent(int percent) {
        node.putInt(PERCENT, percent);
        Keeping.begin();
    }

    /** How loud scenes are by now: from 0, silence, to 1. */
    float loudness() {
        return isMuted() ? 0 : percent() / 100f;
    }

    void allowNetwork(Path project, boolean isAllowed) {
        of(NETWORK).putBoolean(project.toString(), isAllowed);
        Keeping.begin();
    }
}
