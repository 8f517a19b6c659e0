// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchPart;
import org.scenewright.runtime.Saved;
import org.scenewright.runtime.TakenIn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Notices that files of an open scene change outside: takes in what others wrote into the document,
 * reloads models and pictures.
 */
final class DiskWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DiskWatch.class.getName());

    private final OpenScene scene;
    private final IWorkbenchPart part;
    private final IResourceChangeListener resources = this::resourcesChanged;
    private final Listener activation = event -> look();
    private final long opened = System.currentTimeMillis();
    private List<String> answered = List.of();
    private final DiskPoll<List<String>> poll;
    private final Banner trouble;
    private Path spoilt;
    private boolean asking;
    private boolean closed;

    /**
     * @param trouble says what is wrong with the files while it is
     */
    DiskWatch(OpenScene scene, IWorkbenchPart part, Banner trouble) {
        this.scene = scene;
        this.part = part;
        this.trouble = trouble;
        spoilt = scene.session().project().composite();
        ResourcesPlugin.getWorkspace()
                .addResourceChangeListener(resources, IResourceChangeEvent.POST_CHANGE);
        part.getSite().getShell().addListener(SWT.Activate, activation);
        poll = new DiskPoll<>(this::state, news -> scene.ui().execute(this::lookIfOpen));
        poll.schedule(DiskPoll.MILLIS);
    }

    private void lookIfOpen() {
        if (!closed) {
            look();
        }
    }

    /** Called on any thread. */
    private void resourcesChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(this::visit);
        } catch (CoreException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A change in the workspace could not be followed",
                    unreadable);
        }
    }

    private boolean visit(IResourceDelta delta) {
        boolean contents =
                (delta.getFlags() & IResourceDelta.CONTENT) != 0
                        || delta.getKind() != IResourceDelta.CHANGED;
        var location = delta.getResource().getLocation();
        if (contents && location != null && delta.getResource().getType() == IResource.FILE) {
            fileChanged(location.toPath());
        }
        return true;
    }

    private void fileChanged(Path file) {
        var project = scene.session().project();
        if (documents().anyMatch(file::equals)) {
            scene.ui().execute(this::look);
        } else if (file.startsWith(project.directory()) && isNews(file)) {
            scene.assets().forget(project.relative(file));
        }
    }

    /**
     * Files also "appear" when their folder becomes part of the workspace; those are known already.
     */
    private boolean isNews(Path file) {
        try {
            return Files.notExists(file) || Files.getLastModifiedTime(file).toMillis() >= opened;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Stream<Path> documents() {
        var project = scene.session().project();
        return Stream.of(project.composite(), project.sceneJson());
    }

    /** Asks the session whether its files changed, without waiting. */
    void look() {
        scene.ui().then(scene.session().changedOnDisk(), this::changed);
    }

    private void changed(boolean changed) {
        // The answer may come when nobody has the scene open any more.
        if (!changed && !closed) {
            trouble.hide();
        } else if (!closed && !asking && !state().equals(answered)) {
            takeIn();
        }
    }

    /** Nobody is asked anything by a window that nobody looks at; it asks when it is active. */
    private void takeIn() {
        if (Files.exists(scene.session().project().composite())) {
            answered = state();
            scene.ui().then(scene.session().takeIn(), this::taken);
        } else if (scene.ui().display().getActiveShell() != null) {
            asking(this::askAboutNothing);
        }
    }

    /**
     * Asks a question about the files as they are now, which nobody has to be asked about again.
     */
    int asking(IntSupplier question) {
        answered = state();
        return unasked(question::getAsInt);
    }

    /**
     * Does something that finds out by itself what became of the files; events go on being handled
     * meanwhile, and must not bring a second question.
     */
    <T> T unasked(Supplier<T> task) {
        boolean before = asking;
        asking = true;
        try {
            return task.get();
        } finally {
            asking = before;
        }
    }

    private List<String> state() {
        return documents().map(DiskWatch::state).toList();
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException gone) {
            return gone.getClass().getName();
        }
    }

    private void taken(TakenIn taken) {
        switch (taken) {
            case TakenIn.Nothing nothing -> trouble.hide();
            case TakenIn.Merged(var conflicts) -> {
                trouble.hide();
                scene.say(told(conflicts));
            }
            case TakenIn.Unusable(var reason) -> spoil(reason);
        }
    }

    /** The sentence about a file that cannot be used begins with it. */
    private void spoil(String reason) {
        var project = scene.session().project();
        spoilt =
                documents()
                        .filter(file -> reason.startsWith(project.relative(file)))
                        .findFirst()
                        .orElseGet(project::composite);
        trouble.show(reason);
    }

    /** The file that cannot be used, or the one that holds the scene. */
    Path spoilt() {
        return spoilt;
    }

    private static String told(List<String> conflicts) {
        String more =
                conflicts.size() > 1
                        ? " There are " + (conflicts.size() - 1) + " more; see Problems."
                        : "";
        return conflicts.isEmpty() ? "" : conflicts.getFirst() + more;
    }

    /** To reload what is not there would leave an empty scene. */
    private int askAboutNothing() {
        int answer =
                MessageDialog.open(
                        MessageDialog.QUESTION,
                        part.getSite().getShell(),
                        "Deleted on Disk",
                        "The file of "
                                + scene.title()
                                + " is not there any more.\n\nWrite it again as it is here?",
                        0,
                        "Write Again",
                        "Leave It");
        if (answer == 0) {
            writeAgain();
        }
        return answer;
    }

    /** Writes the files as they are here over whatever is on disk. */
    void writeAgain() {
        scene.ui().then(scene.session().overwrite(), this::written);
    }

    private void written(Saved saved) {
        switch (saved) {
            case Saved.Written(var files) -> {
                trouble.hide();
                Refresh.files(scene.session().project(), files);
            }
            case Saved.ChangedOnDisk changed -> look();
            case Saved.Failed(var message) -> scene.say(message);
        }
    }

    @Override
    public void close() {
        closed = true;
        poll.close();
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(resources);
        if (!part.getSite().getShell().isDisposed()) {
            part.getSite().getShell().removeListener(SWT.Activate, activation);
        }
    }
}
