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
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The problems of an open scene as markers on its files, written in the background; they go when it
 * closes.
 */
final class ProblemMarkers implements AutoCloseable {
    private static final String TYPE = "org.scenewright.ui.problem";
    private static final String ENTITY = "entity";
    private static final String FIELD = "field";
    private static final String SOURCE = "scene";
    private static final int MOST = 1000;

    private final SceneProject project;
    private final Writing writing = new Writing();
    private final Registration news;
    private volatile List<Problem> problems = List.of();

    ProblemMarkers(OpenScene scene) {
        project = scene.session().project();
        news = scene.read(more -> show(scene.problems()));
        problems = scene.problems();
        writing.schedule();
    }

    private void show(List<Problem> now) {
        if (!now.equals(problems)) {
            problems = now;
            writing.schedule();
        }
    }

    /** The entity that a marker is about, if it is still there. */
    static List<Entity> entities(IMarker marker, SceneSnapshot snapshot) {
        var name = marker.getAttribute(ENTITY, "");
        return snapshot.entities().stream()
                .filter(
                        entity ->
                                entity.toString().equals(name)
                                        || snapshot.name(entity).equals(name))
                .limit(1)
                .toList();
    }

    /**
     * What is wrong was wrong with this editor's document; without it nobody would take the markers
     * away.
     */
    @Override
    public void close() {
        news.close();
        show(List.of());
    }

    /** Replaces the markers of this scene. */
    private final class Writing extends WorkspaceJob {
        Writing() {
            super("Marking problems of a scene");
            setRule(Workspace.root());
            setSystem(true);
            setPriority(Job.DECORATE);
        }

        @Override
        @SuppressWarnings("null")
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            for (var folder : Workspace.folders(project.directory()).toList()) {
                for (var old : folder.findMarkers(TYPE, true, IResource.DEPTH_INFINITE)) {
                    if (source().equals(old.getAttribute(SOURCE, ""))) {
                        old.delete();
                    }
                }
            }
            for (var problem : problems.stream().limit(MOST).toList()) {
                for (var resource : Workspace.marked(project, problem.file())) {
                    resource.createMarker(TYPE, attributes(problem));
                }
            }
            return Status.OK_STATUS;
        }
    }

    /** The composite, since several of one folder may be open. */
    private String source() {
        return project.composite().toString();
    }

    private Map<String, Object> attributes(Problem problem) {
        var attributes = new HashMap<String, Object>();
        attributes.put(IMarker.MESSAGE, problem.message());
        attributes.put(IMarker.SEVERITY, severity(problem.severity()));
        attributes.put(SOURCE, source());
        attributes.put(ENTITY, problem.entity());
        attributes.put(FIELD, problem.field());
        Optional.of(problem.line())
                .filter(line -> line > 0)
                .ifPresent(line -> attributes.put(IMarker.LINE_NUMBER, line));
        place(problem).ifPresent(place -> attributes.put(IMarker.LOCATION, place));
        return attributes;
    }

    private static int severity(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
        };
    }

    private static Optional<String> place(Problem problem) {
        var place = (problem.entity() + " " + problem.field()).strip();
        return Optional.of(place).filter(words -> !words.isEmpty());
    }
}
