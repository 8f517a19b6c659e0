// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.scenewright.comms.Failures;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a person what a form wants to know, which may take a moment to be made out; UI thread.
 *
 * @param <T> the answer
 */
final class FormDialog<T> extends TitleAreaDialog {
    /** The platform's style sheets leave out controls that say so. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private final Labels labels;
    private final UiThread ui;
    private final Maker<T> maker;
    private Optional<Form<T>> form = Optional.empty();
    private Optional<T> answer = Optional.empty();
    private boolean isBusy;
    private boolean hadKeys;

    /**
     * What a dialog says of itself.
     *
     * @param deed what pressing its button does
     */
    record Labels(String window, String heading, String deed) {}

    /**
     * Below the heading.
     *
     * @param kind of {@link org.eclipse.jface.dialogs.IMessageProvider}
     */
    record Remark(String text, int kind) {}

    /** What fills the dialog. */
    interface Form<T> {

        /** What is worth to know of what is filled in. */
        Remark remark();

        /** Why that is no answer, as a sentence. */
        Optional<String> objection();

        /**
         * What was filled in, where there is no objection.
         *
         * @return fails with a {@link org.scenewright.comms.CommsException} that says why it is
         *     none after all
         */
        CompletableFuture<T> answer();
    }

    /** Makes a form. */
    interface Maker<T> {
        /**
         * @param grid has three columns
         * @param changed to be told when something else is filled in
         */
        Form<T> form(Composite grid, Runnable changed);
    }

    FormDialog(Shell shell, UiThread ui, Labels labels, Maker<T> maker) {
        super(shell);
        this.ui = ui;
        this.labels = labels;
        this.maker = maker;
        setHelpAvailable(false);
    }

    /** Asks; nothing where the person thought better of it. */
    Optional<T> ask() {
        open();
        return answer;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(labels.window());
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
        setTitle(labels.heading());
        var made = maker.form(grid, this::changed);
        form = Optional.of(made);
        remark(made);
        return area;
    }

    /** Themes give buttons one colour, by which nobody sees that they cannot be pressed. */
    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        var button = super.createButton(parent, id, label, isDefault);
        button.setData(UNSTYLED, true);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, labels.deed(), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        enable(form.flatMap(Form::objection).isEmpty());
    }

    private void remark(Form<T> now) {
        setMessage(now.remark().text(), now.remark().kind());
    }

    private void changed() {
        form.ifPresent(
                now -> {
                    remark(now);
                    var objection = now.objection();
                    setErrorMessage(objection.orElse(null));
                    enable(objection.isEmpty());
                });
    }

    private void enable(boolean isAnswer) {
        Optional.ofNullable(getButton(IDialogConstants.OK_ID))
                .ifPresent(button -> button.setEnabled(isAnswer && !isBusy));
    }

    @Override
    protected void okPressed() {
        isBusy = true;
        hadKeys = getButton(IDialogConstants.OK_ID).isFocusControl();
        enable(false);
        form.ifPresent(now -> take(now.answer()));
    }

    private void take(CompletableFuture<T> coming) {
        if (coming.isDone() && !coming.isCompletedExceptionally()) {
            answered(coming.join());
        } else {
            coming.whenComplete(
                    (found, failure) ->
                            ui.execute(
                                    () ->
                                            Optional.ofNullable(found)
                                                    .ifPresentOrElse(
                                                            this::answered,
                                                            () -> failed(failure))));
        }
    }

    private void answered(T found) {
        if (isThere()) {
            answer = Optional.of(found);
            super.okPressed();
        }
    }

    /** It stays what it is, to be mended. */
    private void failed(Throwable failure) {
        isBusy = false;
        if (isThere()) {
            setErrorMessage(Failures.cause(failure).getMessage());
            enable(true);
            if (hadKeys) {
                // While it could not be pressed the button beside had them, which leaves.
                getButton(IDialogConstants.OK_ID).setFocus();
            }
        }
    }

    private boolean isThere() {
        return getShell() != null && !getShell().isDisposed();
    }
}
