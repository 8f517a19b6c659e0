// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.content.AssetCatalog;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A scene on its way into an editor: first being read, then open or failed, in the end closed; UI
 * thread.
 */
final class SceneOpening {
    private final SceneSelection selection;
    private final UiThread ui;
    private final Function<Path, ComponentTypes> types;
    private final AssetCatalog catalog;
    private final List<Consumer<OpenScene>> openReaders = new ArrayList<>();
    private final List<Consumer<String>> failureReaders = new ArrayList<>();
    private Optional<OpenScene> scene = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private boolean closed;

    /**
     * @param types those that scenes have, by the folder of their project; asked in the background
     * @param catalog what fields of the scene may be bound to
     */
    SceneOpening(
            SceneSelection selection,
            UiThread ui,
            Function<Path, ComponentTypes> types,
            AssetCatalog catalog) {
        this.selection = selection;
        this.ui = ui;
        this.types = types;
        this.catalog = catalog;
    }

    /**
     * Reads the scene of a file in the background, with progress, after what the UI thread is at
     * now.
     */
    void start(Path file) {
        IJobFunction reading = monitor -> read(file, monitor);
        var job = Job.create("Opening " + file.getFileName(), reading);
        job.setPriority(Job.INTERACTIVE);
        // The workbench is about to show the editor, which goes quicker while nothing is read.
        ui.execute(job::schedule);
    }

    private IStatus read(Path file, IProgressMonitor monitor) {
        monitor.beginTask(file.toString(), IProgressMonitor.UNKNOWN);
        var project = SceneProject.of(file);
        var session =
                SceneSession.open(project, () -> types.apply(project.directory()), journals());
        session.whenComplete((opened, wrong) -> ui.execute(() -> finish(opened, wrong)));
        // The job only shows that something is going on; who waits for the scene is told by itself.
        return session.handle((opened, wrong) -> Status.OK_STATUS).join();
    }

    /** Where scenes keep their journals: beside the workspace, never in a project. */
    private static Optional<Path> journals() {
        var bundle = Platform.getBundle("org.scenewright.ui");
        return Platform.getInstanceLocation().isSet()
                ? Optional.of(Platform.getStateLocation(bundle).append("journals").toPath())
                : Optional.empty();
    }

    private void finish(SceneSession session, @Nullable Throwable wrong) {
        if (wrong != null) {
            failure = Optional.of(reason(wrong));
            failure.ifPresent(reason -> failureReaders.forEach(reader -> reader.accept(reason)));
        } else if (closed) {
            // Nobody saw it, so nobody gave up what came back with it.
            session.leave();
        } else {
            var assets = new AssetLibrary(session.project().directory(), catalog);
            var open = new OpenScene(session, assets, selection, ui);
            scene = Optional.of(open);
            tell(List.copyOf(openReaders).iterator());
        }
    }

    /** One event for each, so that what waits in between has its turn on the UI thread. */
    private void tell(Iterator<Consumer<OpenScene>> readers) {
        if (readers.hasNext()) {
            ui.execute(
                    () -> {
                        try {
                            now().ifPresent(readers.next());
                        } finally {
                            tell(readers);
                        }
                    });
        }
    }

    private static String reason(Throwable wrong) {
        var cause = wrong.getCause();
        return wrong instanceof CompletionException && cause != null
                ? reason(cause)
                : String.valueOf(wrong.getMessage());
    }

    /** Calls back with the scene, at once if it is open already. */
    void whenOpen(Consumer<OpenScene> reader) {
        openReaders.add(reader);
        now().ifPresent(reader);
    }

    /** Calls back with a sentence for people when the scene cannot be opened. */
    void whenFailed(Consumer<String> reader) {
        failureReaders.add(reader);
        failure.ifPresent(reader);
    }

    /** The scene, once it is open and until it is closed. */
    Optional<OpenScene> now() {
        return closed ? Optional.empty() : scene;
    }

    /**
     * Closes the scene.
     *
     * @param isKept whether what was not saved comes back when it is opened again
     */
    void close(boolean isKept) {
        var open = now();
        closed = true;
        open.ifPresent(scene -> scene.close(isKept));
    }
}
