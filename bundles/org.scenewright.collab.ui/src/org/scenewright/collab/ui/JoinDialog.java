// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;

import java.util.Optional;

/** Asks which shared scene is to be joined, and as whom. */
final class JoinDialog extends TitleAreaDialog {
    private final MyHabits habits;
    private final RecentMenu recent;
    private final String title;
    private Optional<Fields> fields = Optional.empty();
    private Optional<SessionLink> answer = Optional.empty();

    private record Fields(Text link, Text name) {}

    /**
     * @param title of the scene that becomes the shared one
     */
    JoinDialog(Shell shell, SharedScenes scenes, String title) {
        super(shell);
        this.habits = scenes.habits();
        this.recent = new RecentMenu(scenes.recent(), scenes.ui());
        this.title = title;
        setHelpAvailable(false);
    }

    /** Asks; nothing where the person thought better of it. */
    Optional<SessionLink> ask() {
        open();
        return answer;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Join a Shared Scene");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var grid = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 10).applyTo(grid);
        new Label(grid, SWT.NONE).setText("&Link:");
        var link = new Text(grid, SWT.BORDER);
        link.setText(copied().orElse(""));
        link.setData("id", "link");
        GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(link);
        recent.button(grid, chosen -> link.setText(chosen.text()));
        new Label(grid, SWT.NONE).setText("Your &name:");
        var name = new Text(grid, SWT.BORDER);
        name.setText(habits.name());
        name.setData("id", "name");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(name);
        link.addListener(SWT.Modify, e -> check());
        name.addListener(SWT.Modify, e -> check());
        fields = Optional.of(new Fields(link, name));
        setTitle("Edit a scene together");
        setMessage(
                "“"
                        + title
                        + "” becomes what the others have; its files stay until you save. What you"
                        + " have not saved you can keep or drop then.");
        return area;
    }

    /** What was copied, where it is such a link. */
    private Optional<String> copied() {
        var clipboard = new Clipboard(getShell().getDisplay());
        try {
            return clipboard.getContents(TextTransfer.getInstance()) instanceof String text
                    ? read(text).map(link -> text.strip())
                    : Optional.empty();
        } finally {
            clipboard.dispose();
        }
    }

    private static Optional<SessionLink> read(String text) {
        try {
            return Optional.of(SessionLink.parse(text));
        } catch (CommsException none) {
            return Optional.empty();
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Join", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        getButton(IDialogConstants.OK_ID)
                .setEnabled(fields.flatMap(JoinDialog::objection).isEmpty());
    }

    private void check() {
        var objection = fields.flatMap(JoinDialog::objection);
        setErrorMessage(objection.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(objection.isEmpty());
    }

    private static Optional<String> objection(Fields now) {
        if (now.name().getText().isBlank()) {
            return Optional.of("Others want to know your name.");
        }
        try {
            SessionLink.parse(now.link().getText());
            return Optional.empty();
        } catch (CommsException none) {
            return Optional.of(none.getMessage());
        }
    }

    @Override
    protected void okPressed() {
        fields.ifPresent(
                now -> {
                    habits.name(now.name().getText().strip());
                    answer = read(now.link().getText());
                });
        super.okPressed();
    }
}
