// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks which shared scene is to be joined, and as whom. */
final class JoinForm implements FormDialog.Form<SessionLink> {
    private static final FormDialog.Labels LABELS =
            new FormDialog.Labels("Join a Shared Scene", "Edit a scene together", "Join");
    private static final int WIDTH = 420;

    private final MyHabits habits;
    private final String title;
    private final Text link;
    private final Text name;

    private JoinForm(Composite grid, Runnable changed, SharedScenes scenes, String title) {
        this.habits = scenes.habits();
        this.title = title;
        Fields.label(grid, "&Link:");
        link = Fields.text(grid, "link", 1, SWT.NONE);
        if (link.getLayoutData() instanceof GridData place) {
            place.widthHint = WIDTH;
        }
        link.setText(copied(grid).orElse(""));
        // What is pasted takes its place.
        link.selectAll();
        new RecentMenu(scenes.recent(), scenes.ui())
                .button(grid, chosen -> link.setText(chosen.text()));
        name = Fields.name(grid, scenes, changed);
        link.addListener(SWT.Modify, event -> changed.run());
    }

    /**
     * Asks; nothing where the person thought better of it.
     *
     * @param title of the scene that becomes the shared one
     */
    static Optional<SessionLink> ask(Shell shell, SharedScenes scenes, String title) {
        FormDialog.Maker<SessionLink> maker =
                (grid, changed) -> new JoinForm(grid, changed, scenes, title);
        return new FormDialog<>(shell, scenes.ui(), LABELS, maker).ask();
    }

    /** What was copied, where it is such a link. */
    private static Optional<String> copied(Composite grid) {
        var clipboard = new Clipboard(grid.getDisplay());
        try {
            return clipboard.getContents(TextTransfer.getInstance()) instanceof String text
                            && objection(text).isEmpty()
                    ? Optional.of(text.strip())
                    : Optional.empty();
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    public FormDialog.Remark remark() {
        String text =
                "“"
                        + title
                        + "” becomes what the others have; its files stay until you save. What you"
                        + " have not saved you can keep or drop then.";
        return new FormDialog.Remark(text, IMessageProvider.NONE);
    }

    @Override
    public Optional<String> objection() {
        return Fields.objection(name).or(() -> objection(link.getText()));
    }

    private static Optional<String> objection(String text) {
        try {
            SessionLink.parse(text);
            return Optional.empty();
        } catch (CommsException none) {
            return Optional.of(none.getMessage());
        }
    }

    @Override
    public CompletableFuture<SessionLink> answer() {
        habits.name(name.getText().strip());
        return CompletableFuture.completedFuture(SessionLink.parse(link.getText()));
    }
}
