// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scenewright.collab.OwnPlace;
import org.scenewright.collab.Role;
import org.scenewright.comms.CommsException;
import org.scenewright.runtime.SceneSession;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks how a scene is to be shared. */
final class ShareForm implements FormDialog.Form<ShareForm.Answer> {
    private static final FormDialog.Labels LABELS =
            new FormDialog.Labels("Share the Scene", "Edit this scene together", "Share");

    private final MyHabits habits;
    private final CompletableFuture<Void> free;
    private final Text name;
    private final Optional<Again> again;
    private final MeetingFields meeting;
    private final Combo others;

    /** What the person wants. */
    sealed interface Answer {

        /** Another session. */
        record Anew(Meeting meeting, Role others) implements Answer {}

        /**
         * The session that was last.
         *
         * @param where nothing for a room elsewhere where it met
         */
        record GoOn(LastShare last, Optional<Meeting> where) implements Answer {}
    }

    /**
     * What is asked where the scene was shared before.
     *
     * @param choice whether to go on with that
     */
    private record Again(LastShare last, Button choice) {}

    private ShareForm(Composite grid, Runnable changed, SharedScenes scenes, SceneSession scene) {
        habits = scenes.habits();
        free = scenes.free(scene);
        name = Fields.name(grid, scenes, changed);
        again =
                scenes.own()
                        .of(scene.project().composite())
                        .map(last -> new Again(last, choice(grid, last)));
        meeting = new MeetingFields(grid, scenes.ui(), changed);
        Fields.label(grid, "&Others may:");
        others = new Combo(grid, SWT.READ_ONLY);
        others.setData("id", "others");
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(others);
        again.ifPresent(one -> one.choice().addListener(SWT.Selection, event -> propose()));
        propose();
    }

    private static Button choice(Composite grid, LastShare last) {
        var choice =
                Fields.button(grid, "goOn", "&Go on with the session of " + last.date(), SWT.CHECK);
        choice.setSelection(true);
        choice.setToolTipText("Otherwise a new one begins, with a link of its own");
        GridDataFactory.fillDefaults().span(3, 1).applyTo(choice);
        return choice;
    }

    /** The session that is gone on with; nothing where a new one is to begin. */
    private Optional<LastShare> former() {
        return again.filter(one -> one.choice().getSelection()).map(Again::last);
    }

    private void propose() {
        var former = former();
        others.setEnabled(former.isEmpty());
        if (former.isPresent()) {
            others.setItems("what they might before");
        } else {
            others.setItems("edit", "look on");
        }
        others.select(0);
        others.requestLayout();
        meeting.propose(former);
    }

    /** Asks; nothing where the person thought better of it. */
    static Optional<Answer> ask(Shell shell, SharedScenes scenes, SceneSession scene) {
        FormDialog.Maker<Answer> maker =
                (grid, changed) -> new ShareForm(grid, changed, scenes, scene);
        return new FormDialog<>(shell, scenes.ui(), LABELS, maker).ask();
    }

    @Override
    public FormDialog.Remark remark() {
        var remark = meeting.remark();
        return former().map(last -> Wording.link(meeting.isWhere(last)) + " ")
                .map(link -> new FormDialog.Remark(link + remark.text(), remark.kind()))
                .orElse(remark);
    }

    @Override
    public Optional<String> objection() {
        return Fields.objection(name)
                .or(() -> isWhereItMet() ? Optional.empty() : meeting.objection());
    }

    /** Whether that is a room elsewhere, which need not be named again. */
    private boolean isWhereItMet() {
        return former().filter(last -> last.room().isEmpty() && meeting.isWhere(last)).isPresent();
    }

    @Override
    public CompletableFuture<Answer> answer() {
        habits.name(name.getText().strip());
        var role = others.getSelectionIndex() == 0 ? Role.EDITOR : Role.VIEWER;
        return former().map(this::goOn)
                .orElseGet(() -> meeting.answer().thenApply(where -> new Answer.Anew(where, role)));
    }

    private CompletableFuture<Answer> goOn(LastShare last) {
        return isWhereItMet()
                ? CompletableFuture.completedFuture(new Answer.GoOn(last, Optional.empty()))
                : meeting.answer()
                        .thenCompose(where -> free.thenApply(done -> where))
                        .thenApplyAsync(ShareForm::checked, RecentLinks::beside)
                        .thenApply(where -> new Answer.GoOn(last, Optional.of(where)));
    }

    /** A room is where others look for it, or nothing begins. */
    private static Meeting checked(Meeting where) {
        switch (where) {
            case Meeting.Here(var place) -> check(place);
            case Meeting.Elsewhere e -> {}
        }
        return where;
    }

    private static void check(OwnPlace place) {
        try {
            place.check();
        } catch (CommsException taken) {
            throw new CommsException(
                    taken.getMessage()
                            + " Choose another address or port, such as 0; the link is a new one"
                            + " then.",
                    taken);
        }
    }
}
