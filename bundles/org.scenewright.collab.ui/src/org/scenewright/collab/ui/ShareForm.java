// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scenewright.collab.Role;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks how a scene is to be shared. */
final class ShareForm implements FormDialog.Form<ShareForm.Answer> {
    private static final FormDialog.Labels LABELS =
            new FormDialog.Labels("Share the Scene", "Edit this scene together", "Share");

    private final MyHabits habits;
    private final Text name;
    private final MeetingFields meeting;
    private final Combo others;

    /** What the person wants. */
    record Answer(Meeting meeting, Role others) {}

    private ShareForm(Composite grid, Runnable changed, SharedScenes scenes) {
        habits = scenes.habits();
        name = Fields.name(grid, scenes, changed);
        meeting = new MeetingFields(grid, scenes.ui(), changed);
        Fields.label(grid, "&Others may:");
        others = new Combo(grid, SWT.READ_ONLY);
        others.setData("id", "others");
        others.setItems("edit", "look on");
        others.select(0);
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(others);
    }

    /** Asks; nothing where the person thought better of it. */
    static Optional<Answer> ask(Shell shell, SharedScenes scenes) {
        FormDialog.Maker<Answer> maker = (grid, changed) -> new ShareForm(grid, changed, scenes);
        return new FormDialog<>(shell, scenes.ui(), LABELS, maker).ask();
    }

    @Override
    public FormDialog.Remark remark() {
        return meeting.remark();
    }

    @Override
    public Optional<String> objection() {
        return Fields.objection(name).or(meeting::objection);
    }

    @Override
    public CompletableFuture<Answer> answer() {
        habits.name(name.getText().strip());
        var role = others.getSelectionIndex() == 0 ? Role.EDITOR : Role.VIEWER;
        return meeting.answer().thenApply(where -> new Answer(where, role));
    }
}
