// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.scenewright.scene.SceneProject;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of scenes are in the workspace, which may show a folder more than once or not at
 * all.
 */
final class Workspace {
    private Workspace() {}

    static IWorkspaceRoot root() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    static Stream<IFile> files(Path path) {
        return Arrays.stream(root().findFilesForLocationURI(path.toUri())).filter(IFile::exists);
    }

    static Stream<IContainer> folders(Path path) {
        return Arrays.stream(root().findContainersForLocationURI(path.toUri()))
                .filter(container -> container.isAccessible());
    }

    /** The first place of a file of a scene. */
    static Optional<IFile> file(SceneProject project, String path) {
        return files(project.directory().resolve(path)).findFirst();
    }

    /**
     * Where markers about a file go: to the file itself, or to the scene's folder where it is
     * missing.
     */
    static List<org.eclipse.core.resources.IResource> marked(SceneProject project, String path) {
        var file = file(project, path).<org.eclipse.core.resources.IResource>map(found -> found);
        return file
                .or(
                        () ->
                                folders(project.directory())
                                        .<org.eclipse.core.resources.IResource>map(found -> found)
                                        .findFirst())
                .stream()
                .toList();
    }
}
