// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.scenewright.scene.SceneProject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file or folder inside the folder of a scene, wherever the workspace shows that.
 *
 * @param path inside the scene's folder
 */
record Spot(SceneProject scene, String path) {
    /** How far below a folder scenes are looked for. */
    private static final int DEEPEST = 4;

    /** Where a resource lies; nothing for whole projects and for what is in no scene. */
    static Optional<Spot> of(IResource resource) {
        return resource instanceof IProject ? Optional.empty() : at(resource.getLocation());
    }

    private static Optional<Spot> at(IPath location) {
        return Optional.ofNullable(location).map(IPath::toPath).flatMap(Spot::at);
    }

    private static Optional<Spot> at(Path place) {
        var scene = SceneProject.of(String.valueOf(place).isEmpty() ? place : above(place));
        return isScene(scene)
                        && place.startsWith(scene.directory())
                        && !place.equals(scene.directory())
                ? Optional.of(new Spot(scene, scene.relative(place)))
                : Optional.empty();
    }

    /** A folder with a scene of its own still lies in the one around it, if in any. */
    private static Path above(Path place) {
        var parent = place.getParent();
        return parent == null ? place : parent;
    }

    /** The scene of a resource; where it is in none, those of the folders and links in it. */
    static List<SceneProject> scenes(IResource resource) {
        var own = scene(resource).stream().toList();
        return own.isEmpty() && resource instanceof IContainer folder
                ? within(folder, DEEPEST)
                : own;
    }

    private static List<SceneProject> within(IContainer folder, int depth) {
        try {
            return folder.isAccessible() && depth > 0
                    ? Arrays.stream(folder.members())
                            .flatMap(member -> scenes(member, depth).stream())
                            .toList()
                    : List.of();
        } catch (CoreException gone) {
            return List.of();
        }
    }

    private static List<SceneProject> scenes(IResource member, int depth) {
        if (!(member instanceof IContainer folder) || isNoPlace(folder.getName())) {
            return List.of();
        }
        var own = (member.isLinked() ? scene(member) : sceneAt(member)).stream().toList();
        return own.isEmpty() ? within(folder, depth - 1) : own;
    }

    private static boolean isNoPlace(String name) {
        return name.startsWith(".") || name.equals("node_modules");
    }

    private static Optional<SceneProject> scene(IResource resource) {
        return Optional.ofNullable(resource.getLocation())
                .map(location -> SceneProject.of(location.toPath()))
                .filter(Spot::isScene);
    }

    private static Optional<SceneProject> sceneAt(IResource folder) {
        return Optional.ofNullable(folder.getLocation())
                .map(location -> SceneProject.at(location.toPath()))
                .filter(Spot::isScene);
    }

    private static boolean isScene(SceneProject scene) {
        return Files.exists(scene.sceneJson()) || Files.exists(scene.composite());
    }

    /** A file of a scene in the workspace. */
    static Optional<IFile> file(SceneProject scene, String path) {
        return files(scene, path).filter(IFile::exists).findFirst();
    }

    /** Where a file of a scene is in the workspace, which need not have seen it yet. */
    static Stream<IFile> files(SceneProject scene, String path) {
        var place = scene.directory().resolve(path).toUri();
        return Arrays.stream(
                ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(place));
    }

    /** Lets the workspace see what is there on disk, and the folders that it is in. */
    static void discover(IResource resource) throws CoreException {
        var folders = new ArrayDeque<IResource>();
        for (var up = resource.getParent(); !up.exists(); up = up.getParent()) {
            folders.push(up);
        }
        for (var folder : folders) {
            folder.refreshLocal(IResource.DEPTH_ZERO, null);
        }
        resource.refreshLocal(IResource.DEPTH_INFINITE, null);
    }
}
