// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentServer;
import org.scenewright.content.Downloads;
import org.scenewright.content.SceneDownload;
import org.scenewright.runtime.SceneFetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries out a {@link SceneOrder}, with progress and until somebody cancels it. */
final class SceneFetching implements IRunnableWithProgress {
    private static final int LOOK_MILLIS = 100;

    private final SceneOrder order;
    private final CoreTypes core;
    private volatile List<String> problems = List.of();

    SceneFetching(SceneOrder order, CoreTypes core) {
        this.order = order;
        this.core = core;
    }

    /** Sentences about what was left out, once it is done. */
    List<String> problems() {
        return problems;
    }

    /**
     * @throws InvocationTargetException around an exception with a sentence for people
     * @throws InterruptedException where it was cancelled
     */
    @Override
    @SuppressWarnings("null")
    public void run(IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        try (var downloads = new Downloads()) {
            var fetching =
                    CompletableFuture.supplyAsync(
                            () -> fetch(downloads, monitor),
                            task -> Thread.ofVirtual().name("fetching a scene").start(task));
            problems = await(fetching, downloads, monitor);
        } finally {
            monitor.done();
        }
    }

    /** A request under way does not ask the monitor, so its connections are closed. */
    private static List<String> await(
            CompletableFuture<List<String>> fetching, Downloads downloads, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        while (true) {
            try {
                return fetching.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException goesOn) {
                if (monitor.isCanceled()) {
                    downloads.close();
                }
            } catch (ExecutionException | CancellationException failed) {
                if (monitor.isCanceled() || failed instanceof CancellationException) {
                    throw new InterruptedException("cancelled");
                }
                throw new InvocationTargetException(cause(failed));
            }
        }
    }

    private static Throwable cause(Exception failed) {
        return failed.getCause() instanceof UncheckedIOException wrapped
                ? wrapped.getCause()
                : failed.getCause();
    }

    private List<String> fetch(Downloads downloads, IProgressMonitor monitor) {
        try {
            var server = new ContentServer(order.address(), downloads);
            var fetch = new SceneFetch(server, ContentCache.ofUser(), core.get());
            return fetch.fetch(order.parcel(), order.folder(), new Progressing(monitor));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Shows how far it is. */
    private final class Progressing implements SceneDownload.Watcher {
        private static final int STEPS = 1000;

        private final SubMonitor monitor;
        private int shown;

        Progressing(IProgressMonitor monitor) {
            String task = "Fetching the scene at " + order.parcel();
            this.monitor = SubMonitor.convert(monitor, task, STEPS);
        }

        @Override
        public void reached(int files, int of) {
            int now = (int) ((long) STEPS * files / of);
            monitor.worked(now - shown);
            monitor.subTask(files + " of " + of + " files");
            shown = now;
        }

        @Override
        public boolean isCanceled() {
            return monitor.isCanceled();
        }
    }
}
