// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.content.Downloads;
import org.scenewright.runtime.ScenePost;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Posts a scene that was saved to the address that people chose for its project, in the background
 * and one after the other. That it fails is said, and changes nothing.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class SavePosting extends Job {
    private final SceneProject project;
    private final Supplier<ComponentTypes> core;
    private final String address;
    private final Consumer<String> voice;
    private volatile Optional<Downloads> running = Optional.empty();

    /** Two posts of one scene: the later one has the later state. */
    private record Turn(Path project) implements ISchedulingRule {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return equals(rule);
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return equals(rule);
        }
    }

    /**
     * @param voice takes a sentence where it fails, on any thread
     */
    SavePosting(
            SceneProject project,
            Supplier<ComponentTypes> core,
            String address,
            Consumer<String> voice) {
        super("Posting the scene to " + address);
        this.project = project;
        this.core = core;
        this.address = address;
        this.voice = voice;
        setRule(new Turn(project.directory()));
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try (var downloads = new Downloads()) {
            running = Optional.of(downloads);
            new ScenePost(project, core.get()).send(URI.create(address), downloads);
        } catch (IOException | IllegalArgumentException failed) {
            if (!monitor.isCanceled()) {
                voice.accept("Saved, but not posted: " + failed.getMessage());
            }
        }
        return Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        running.ifPresent(Downloads::close);
    }
}
