// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Replaces the markers on the source files of a project, in the background. */
final class SourceMarkers extends WorkspaceJob {
    static final String TYPE = "org.scenewright.ui.source";
    static final String BUILD_TYPE = "org.scenewright.ui.build";
    static final String OTHER = "other";
    static final String OTHER_LINE = "otherLine";
    static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";
    private static final int MOST = 1000;

    private final Path directory;
    private final String type;
    private volatile List<SourceProblem> problems = List.of();

    SourceMarkers(Path directory) {
        this(directory, TYPE);
    }

    /**
     * @param type of all markers that these replace
     */
    SourceMarkers(Path directory, String type) {
        super("Marking source files of a scene");
        this.directory = directory;
        this.type = type;
        setRule(Workspace.root());
        setSystem(true);
        setPriority(Job.DECORATE);
    }

    /** Begins to write these and no others; any thread. */
    void write(List<SourceProblem> now) {
        if (!some(now).equals(problems)) {
            replace(now);
        }
    }

    /** Begins to write these, whatever was written before; any thread. */
    void replace(List<SourceProblem> now) {
        problems = some(now);
        schedule();
    }

    private static List<SourceProblem> some(List<SourceProblem> all) {
        return all.stream().limit(MOST).toList();
    }

    @Override
    @SuppressWarnings("null")
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        for (var folder : Workspace.folders(directory).toList()) {
            folder.deleteMarkers(type, true, IResource.DEPTH_INFINITE);
        }
        for (var problem : problems) {
            var place = marked(problem.place().file());
            if (place.isPresent()) {
                var attributes = attributes(problem);
                editor(place.get()).ifPresent(id -> attributes.put(IDE.EDITOR_ID_ATTR, id));
                place.get().createMarker(type, attributes);
            }
        }
        return Status.OK_STATUS;
    }

    /** The file itself or else what stands for the project. */
    private Optional<IResource> marked(String file) throws CoreException {
        var path = directory.resolve(file).normalize();
        for (var unknown : Workspace.root().findFilesForLocationURI(path.toUri())) {
            // It may have come into being past the workspace.
            unknown.refreshLocal(IResource.DEPTH_ZERO, null);
        }
        return Stream.of(file, "package.json", "scene.json")
                .map(name -> directory.resolve(name).normalize())
                .flatMap(place -> Workspace.files(place).<IResource>map(found -> found))
                .findFirst()
                .or(() -> Workspace.folders(directory).<IResource>map(found -> found).findFirst());
    }

    /** Else the system would open it, and take it for a film. */
    private static Optional<String> editor(IResource place) {
        var registry = PlatformUI.getWorkbench().getEditorRegistry();
        return registry.getDefaultEditor(place.getName()) == null
                ? Optional.of(TEXT_EDITOR)
                : Optional.empty();
    }

    private Map<String, Object> attributes(SourceProblem problem) {
        var attributes = new HashMap<String, Object>();
        attributes.put(IMarker.MESSAGE, problem.message());
        attributes.put(IMarker.SEVERITY, problem.severity());
        Optional.of(problem.place().line())
                .filter(line -> line > 0)
                .ifPresent(line -> attributes.put(IMarker.LINE_NUMBER, line));
        problem.other()
                .ifPresent(
                        other -> {
                            attributes.put(
                                    OTHER, directory.resolve(other.file()).normalize().toString());
                            attributes.put(OTHER_LINE, other.line());
                        });
        return attributes;
    }

    /** Those of a file, for who goes to one of them. */
    static Stream<IMarker> of(IFile file) throws CoreException {
        return Arrays.stream(file.findMarkers(TYPE, true, IResource.DEPTH_ZERO));
    }
}
