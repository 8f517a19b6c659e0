// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.scenewright.scene.SceneProject;

import java.nio.file.Path;
import java.util.Arrays;
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

    /**
     * Where a marker about a file of a scene goes: to the file, to the composite that names it
     * where it is missing, or to the folder.
     */
    static Optional<IResource> marked(SceneProject project, String path) {
        return Stream.of(project.directory().resolve(path), project.composite())
                .<IResource>flatMap(Workspace::files)
                .findFirst()
                .or(
                        () ->
                                folders(project.directory())
                                        .<IResource>map(folder -> folder)
                                        .findFirst());
    }
}
