// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.content.Manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Adds up, every few seconds, the bytes of the files of a project that are deployed; less often
 * where that takes long, and until it is cancelled.
 */
final class Sizing extends Job {
    private static final long MILLIS = 4000;

    private final Path project;
    private final LongConsumer sized;
    private final LookRest rest = new LookRest(MILLIS, MILLIS);

    /**
     * @param sized told in the background
     */
    Sizing(Path project, LongConsumer sized) {
        super("Adding up the files of a scene");
        this.project = project;
        this.sized = sized;
        setSystem(true);
        setPriority(DECORATE);
    }

    @Override
    @SuppressWarnings("null")
    protected IStatus run(IProgressMonitor monitor) {
        try {
            sized.accept(rest.timed(() -> bytes(project)));
        } catch (UncheckedIOException gone) {
            // A folder that cannot be read now may be there again later.
            System.getLogger(Sizing.class.getName())
                    .log(System.Logger.Level.DEBUG, "No size of " + project, gone);
        }
        schedule(rest.millis());
        return Status.OK_STATUS;
    }

    static long bytes(Path project) {
        try {
            return Manifest.paths(project).stream().mapToLong(p -> size(project.resolve(p))).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What vanished meanwhile has none. */
    private static long size(Path file) {
        return file.toFile().length();
    }
}
