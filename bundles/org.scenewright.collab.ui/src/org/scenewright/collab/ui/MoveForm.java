// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks where a session that goes on is to meet from now on. */
final class MoveForm implements FormDialog.Form<Meeting> {
    private static final FormDialog.Labels OWN =
            new FormDialog.Labels(
                    "Meet Elsewhere", "The others are told where you go, and can follow", "Go");
    private static final FormDialog.Labels OF_OTHERS =
            new FormDialog.Labels(
                    "Meet Elsewhere", "You go alone; give the link to who is to come along", "Go");

    private final MeetingFields meeting;

    private MoveForm(Composite grid, Runnable changed, UiThread ui) {
        meeting = new MeetingFields(grid, ui, changed);
    }

    /**
     * Asks; nothing where the person thought better of it.
     *
     * @param isOwner whether the person here says where all meet
     */
    static Optional<Meeting> ask(Shell shell, UiThread ui, boolean isOwner) {
        FormDialog.Maker<Meeting> maker = (grid, changed) -> new MoveForm(grid, changed, ui);
        return new FormDialog<>(shell, ui, isOwner ? OWN : OF_OTHERS, maker).ask();
    }

    @Override
    public FormDialog.Remark remark() {
        return meeting.remark();
    }

    @Override
    public Optional<String> objection() {
        return meeting.objection();
    }

    @Override
    public CompletableFuture<Meeting> answer() {
        return meeting.answer();
    }
}
