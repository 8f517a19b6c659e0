// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.scenewright.runtime.MessageExport;
import org.scenewright.runtime.MessageLog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What can be done with a log of messages: let it wait, empty it, write it out; UI thread. */
final class MessageDeeds {
    private final MessageReading reading;
    private final Action pause =
            action("Pause", IAction.AS_CHECK_BOX, Icons.descriptor("pause"), this::pause);

    MessageDeeds(MessageReading reading) {
        this.reading = reading;
    }

    private static Action action(String text, int style, ImageDescriptor icon, Runnable deed) {
        var action =
                new Action(text, style) {
                    @Override
                    public void run() {
                        deed.run();
                    }
                };
        action.setImageDescriptor(icon);
        action.setToolTipText(text);
        return action;
    }

    private static ImageDescriptor shared(String name) {
        return Optional.ofNullable(
                        PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(name))
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    /**
     * @param shell asks where to
     */
    void addTo(ToolBarManager bar, Shell shell) {
        bar.add(pause);
        bar.add(
                action(
                        "Clear",
                        IAction.AS_PUSH_BUTTON,
                        shared(ISharedImages.IMG_ETOOL_CLEAR),
                        () -> reading.log().ifPresent(MessageLog::clear)));
        bar.add(
                action(
                        "Export…",
                        IAction.AS_PUSH_BUTTON,
                        shared(ISharedImages.IMG_ETOOL_SAVEAS_EDIT),
                        () -> reading.scene().ifPresent(scene -> export(scene, shell))));
    }

    private void pause() {
        reading.log().ifPresent(log -> log.pause(pause.isChecked()));
    }

    /** Shows how it stands; another log may wait, or not. */
    void show() {
        boolean isPaused = isPaused();
        if (pause.isChecked() != isPaused) {
            pause.setChecked(isPaused);
        }
    }

    boolean isPaused() {
        return reading.log().filter(MessageLog::isPaused).isPresent();
    }

    private void export(OpenScene scene, Shell shell) {
        var dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Export the messages that are shown");
        dialog.setFileName("messages.jsonl");
        dialog.setFilterExtensions(new String[] {"*.jsonl", "*"});
        dialog.setOverwrite(true);
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> write(scene, file));
    }

    /** In the background: there may be much of it. */
    private void write(OpenScene scene, Path file) {
        var shown = reading.rows().list();
        var export = new MessageExport(scene.shown());
        ICoreRunnable writing =
                monitor -> {
                    try {
                        export.write(file, shown);
                    } catch (IOException failure) {
                        throw new CoreException(
                                Status.error(file + " cannot be written: " + failure, failure));
                    }
                };
        Job.create("Writing " + file.getFileName(), writing).schedule();
    }
}
