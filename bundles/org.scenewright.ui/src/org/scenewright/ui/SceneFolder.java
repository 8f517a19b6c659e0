// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.FileInfoMatcherDescription;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceFilterDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.scenewright.scene.SceneProject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a scene as a project of the workspace: linked, so that nothing is copied, and
 * nothing is written into it.
 */
record SceneFolder(Path directory) {
    /** Folders that hold thousands of files of others. */
    private static final String SKIPPED = "node_modules";

    /** The project has the name of the scene, which paths need not say twice. */
    private static final String LINK = "files";

    private static final String MATCHER = "org.eclipse.core.resources.regexFilterMatcher";

    static SceneFolder of(Path place) {
        return new SceneFolder(SceneProject.of(place).directory());
    }

    /** Why this is no scene folder, for people. */
    Optional<String> objection() {
        if (!Files.isDirectory(directory)) {
            return Optional.of(directory + " is no folder.");
        }
        return Files.isRegularFile(composite())
                ? Optional.empty()
                : Optional.of(
                        directory
                                + " holds no assets/scene/main.composite."
                                + " File > New > Scene makes an empty one.");
    }

    Path composite() {
        return SceneProject.of(directory).composite();
    }

    /** The composite in the workspace, once the folder is linked. */
    Optional<IFile> file() {
        return Workspace.files(composite()).findFirst();
    }

    /** Makes the folder part of the workspace, where it is not yet. */
    IStatus link(IProgressMonitor monitor) throws CoreException {
        if (Workspace.folders(directory).findAny().isEmpty()) {
            var steps = SubMonitor.convert(monitor, "Linking " + directory, 2);
            var project = newProject();
            project.create(steps.split(1));
            project.open(null);
            linkInto(project, steps.split(1));
            project.refreshLocal(IResource.DEPTH_INFINITE, null);
        } else if (file().isEmpty()) {
            refresh();
        }
        return Status.OK_STATUS;
    }

    /** The files may be younger than what the workspace knows of the folder. */
    private void refresh() throws CoreException {
        for (var folder : Workspace.folders(directory).toList()) {
            folder.refreshLocal(IResource.DEPTH_INFINITE, null);
        }
    }

    /** The project file lies in the workspace, not in the folder. */
    private void linkInto(IProject project, IProgressMonitor monitor) throws CoreException {
        var folder = project.getFolder(LINK);
        var matcher = new FileInfoMatcherDescription(MATCHER, SKIPPED);
        int kind =
                IResourceFilterDescription.EXCLUDE_ALL
                        | IResourceFilterDescription.FOLDERS
                        | IResourceFilterDescription.INHERITABLE;
        folder.createLink(directory.toUri(), IResource.BACKGROUND_REFRESH, monitor);
        folder.createFilter(kind, matcher, IResource.BACKGROUND_REFRESH, monitor);
    }

    /**
     * A project whose own folder in the workspace is nobody's: scenes are kept there too, and stay
     * as they are.
     */
    private IProject newProject() {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name() : name() + " " + number)
                .map(name -> Workspace.root().getProject(name))
                .filter(project -> !project.exists() && Files.notExists(place(project)))
                .findFirst()
                .orElseThrow();
    }

    private static Path place(IProject project) {
        return Workspace.root().getLocation().append(project.getName()).toPath();
    }

    private String name() {
        return Optional.ofNullable(directory.getFileName()).map(Path::toString).orElse("scene");
    }
}
