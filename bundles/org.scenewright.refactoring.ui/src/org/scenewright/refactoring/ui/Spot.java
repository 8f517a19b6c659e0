// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.scenewright.scene.SceneProject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder inside the folder of a scene, wherever the workspace shows that.
 *
 * @param path inside the scene's folder
 */
record Spot(SceneProject scene, String path) {

    /** Where a resource lies; nothing for whole projects and for what is in no scene. */
    static Optional<Spot> of(IResource resource) {
        return resource instanceof IProject ? Optional.empty() : at(resource.getLocation());
    }

    private static Optional<Spot> at(IPath location) {
        return Optional.ofNullable(location).map(IPath::toPath).flatMap(Spot::at);
    }

    private static Optional<Spot> at(Path place) {
        var scene = SceneProject.of(String.valueOf(place).isEmpty() ? place : above(place));
        boolean isScene = Files.exists(scene.sceneJson()) || Files.exists(scene.composite());
        return isScene && place.startsWith(scene.directory()) && !place.equals(scene.directory())
                ? Optional.of(new Spot(scene, scene.relative(place)))
                : Optional.empty();
    }

    /** A folder with a scene of its own still lies in the one around it, if in any. */
    private static Path above(Path place) {
        var parent = place.getParent();
        return parent == null ? place : parent;
    }

    /**
     * The scene of a resource; where a project only links folders of scenes, those of the links.
     */
    static List<SceneProject> scenes(IResource resource) {
        var own = scene(resource).stream().toList();
        return own.isEmpty() && resource instanceof IProject project ? linked(project) : own;
    }

    private static List<SceneProject> linked(IProject project) {
        try {
            return project.isAccessible()
                    ? Arrays.stream(project.members())
                            .filter(IResource::isLinked)
                            .flatMap(link -> scene(link).stream())
                            .toList()
                    : List.of();
        } catch (CoreException gone) {
            return List.of();
        }
    }

    private static Optional<SceneProject> scene(IResource resource) {
        return Optional.ofNullable(resource.getLocation())
                .map(location -> SceneProject.of(location.toPath()))
                .filter(s -> Files.exists(s.sceneJson()) || Files.exists(s.composite()));
    }

    /** A file of a scene in the workspace. */
    static Optional<IFile> file(SceneProject scene, String path) {
        var place = scene.directory().resolve(path).toUri();
        return Arrays.stream(
                        ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(place))
                .filter(IFile::exists)
                .findFirst();
    }
}
