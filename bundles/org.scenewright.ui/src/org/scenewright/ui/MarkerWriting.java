// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.assets.AssetMentions;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the problem markers of a scene, in the background; those that stay the same are not
 * touched, as views would show all of them anew.
 */
final class MarkerWriting extends WorkspaceJob {
    static final String TYPE = "org.scenewright.ui.problem";
    static final String ENTITY = "entity";
    static final String FIELD = "field";
    static final String SOURCE = "scene";
    private static final int MOST = 1000;

    private final SceneProject project;
    private volatile Supplier<List<Problem>> problems = List::of;

    /** A marker and where it is. */
    private record Marked(IResource place, Map<String, Object> attributes) {
        static Marked of(IMarker old) throws CoreException {
            return new Marked(old.getResource(), new HashMap<>(old.getAttributes()));
        }
    }

    MarkerWriting(SceneProject project) {
        super("Marking problems of a scene");
        this.project = project;
        setRule(Workspace.root());
        setSystem(true);
        setPriority(Job.DECORATE);
    }

    /** Begins to write these and no others; any thread. */
    void write(List<Problem> now, SceneSnapshot snapshot) {
        var some = now.stream().limit(MOST).toList();
        problems = () -> AssetMentions.name(some, snapshot);
        schedule();
    }

    @Override
    @SuppressWarnings("null")
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        var wanted = new LinkedHashSet<Marked>();
        for (var problem : problems.get()) {
            Workspace.marked(project, problem.file())
                    .ifPresent(place -> wanted.add(new Marked(place, attributes(problem))));
        }
        for (var folder : Workspace.folders(project.directory()).toList()) {
            for (var old : folder.findMarkers(TYPE, true, IResource.DEPTH_INFINITE)) {
                boolean isOurs = source(project).equals(old.getAttribute(SOURCE, ""));
                if (isOurs && !wanted.remove(Marked.of(old))) {
                    old.delete();
                }
            }
        }
        for (var marked : wanted) {
            marked.place().createMarker(TYPE, marked.attributes());
        }
        return Status.OK_STATUS;
    }

    /** The composite, since several of one folder may be open. */
    static String source(SceneProject project) {
        return project.composite().toString();
    }

    private Map<String, Object> attributes(Problem problem) {
        var attributes = new HashMap<String, Object>();
        attributes.put(IMarker.MESSAGE, problem.message());
        attributes.put(IMarker.SEVERITY, severity(problem.severity()));
        attributes.put(SOURCE, source(project));
        attributes.put(ENTITY, problem.entity());
        attributes.put(FIELD, problem.field());
        attributes.put(IMarker.LOCATION, place(problem));
        Optional.of(problem.line())
                .filter(line -> line > 0)
                .ifPresent(line -> attributes.put(IMarker.LINE_NUMBER, line));
        return attributes;
    }

    private static int severity(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
        };
    }

    /** What the Problems view shows in its column: entity and field, or else where in the file. */
    private static String place(Problem problem) {
        var place = (problem.entity() + " " + problem.field()).strip();
        return place.isEmpty() ? line(problem) : place;
    }

    private static String line(Problem problem) {
        String column = problem.column() > 0 ? ", column " + problem.column() : "";
        return problem.line() > 0 ? "line " + problem.line() + column : problem.file();
    }
}
