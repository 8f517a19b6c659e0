// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.scenewright.collab.Role;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks how a scene is to be shared. */
final class ShareDialog extends TitleAreaDialog {
    private static final int LAST_PORT = 65_535;
    private static final String USUAL =
            "Others join by the link that you give them; it lets them in for seven days.";
    private static final String ALONE =
            "Only people at this computer can join, by the link that you give them; it lets them in"
                    + " for seven days.";
    private static final String OPEN =
            "Whoever can listen in the network in between can read along. A room elsewhere, by"
                    + " wss://, keeps that to those who are in it.";

    private final MyHabits habits;
    private final UiThread ui;
    private final CompletableFuture<List<String>> addresses =
            CompletableFuture.supplyAsync(LocalAddresses::find);
    private Optional<Fields> fields = Optional.empty();
    private Optional<Answer> answer = Optional.empty();

    /** What the person wants. */
    record Answer(Meeting meeting, Role others) {}

    private record Fields(
            Text name, Button here, Combo address, Spinner port, Text elsewhere, Combo others) {

        /** Lets tests find them. */
        Fields named() {
            name.setData("id", "name");
            here.setData("id", "here");
            address.setData("id", "address");
            port.setData("id", "port");
            elsewhere.setData("id", "elsewhere");
            others.setData("id", "others");
            return this;
        }
    }

    ShareDialog(Shell shell, MyHabits habits, UiThread ui) {
        super(shell);
        this.habits = habits;
        this.ui = ui;
        setHelpAvailable(false);
    }

    /** Asks; nothing where the person thought better of it. */
    Optional<Answer> ask() {
        open();
        return answer;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Share the Scene");
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
        label(grid, "Your &name:");
        var name = text(grid, habits.name());
        var here = new Button(grid, SWT.RADIO);
        here.setText("&Meet on this computer, at");
        here.setSelection(true);
        var address = new Combo(grid, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).hint(220, SWT.DEFAULT).applyTo(address);
        var port = new Spinner(grid, SWT.BORDER);
        port.setValues(0, 0, LAST_PORT, 0, 1, 100);
        port.setToolTipText("The port; 0 for any that is free");
        label(grid, "Such a room is there while the editor of the scene is open.", 3);
        var there = new Button(grid, SWT.RADIO);
        there.setText("Meet in a room &elsewhere:");
        var elsewhere = text(grid, "");
        elsewhere.setMessage("ws-room:wss://host/rooms/name or archipelago:wss://host/ws");
        elsewhere.setToolTipText("A room, or a director that says which");
        label(grid, "&Others may:");
        var others = new Combo(grid, SWT.READ_ONLY);
        others.setItems("edit", "look on");
        others.select(0);
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(others);
        fields = Optional.of(new Fields(name, here, address, port, elsewhere, others).named());
        elsewhere.addListener(SWT.FocusIn, e -> choose(there, here));
        address.addListener(SWT.FocusIn, e -> choose(here, there));
        List.of(name, address, elsewhere, here, there)
                .forEach(control -> control.addListener(kind(control), e -> check()));
        offer(address, List.of(LocalAddresses.ALONE));
        addresses.thenAccept(found -> ui.execute(() -> offer(address, found)));
        setTitle("Edit this scene together");
        warn();
        return area;
    }

    private static int kind(Control control) {
        return control instanceof Button ? SWT.Selection : SWT.Modify;
    }

    private void choose(Button chosen, Button other) {
        chosen.setSelection(true);
        other.setSelection(false);
        check();
    }

    private static void label(Composite parent, String text) {
        label(parent, text, 1);
    }

    private static void label(Composite parent, String text, int columns) {
        var label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(label);
    }

    private static Text text(Composite parent, String content) {
        var text = new Text(parent, SWT.BORDER);
        text.setText(content);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(text);
        return text;
    }

    private static void offer(Combo address, List<String> found) {
        if (!address.isDisposed()) {
            String typed = address.getText();
            address.setItems(found.toArray(String[]::new));
            address.setText(typed.isEmpty() ? found.getFirst() : typed);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Share", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        getButton(IDialogConstants.OK_ID)
                .setEnabled(fields.flatMap(ShareDialog::objection).isEmpty());
    }

    /** A room here has no certificate, which matters as soon as a network is in between. */
    private void warn() {
        var here =
                fields.filter(now -> now.here().getSelection())
                        .map(now -> now.address().getText().strip());
        if (here.isEmpty()) {
            setMessage(USUAL);
        } else if (here.filter(LocalAddresses::isAlone).isPresent()) {
            setMessage(ALONE);
        } else {
            setMessage(OPEN, IMessageProvider.WARNING);
        }
    }

    private void check() {
        warn();
        var objection = fields.flatMap(ShareDialog::objection);
        setErrorMessage(objection.orElse(null));
        var share = getButton(IDialogConstants.OK_ID);
        if (share != null) {
            share.setEnabled(objection.isEmpty());
        }
    }

    private static Optional<String> objection(Fields now) {
        if (now.name().getText().isBlank()) {
            return Optional.of("Others want to know your name.");
        }
        try {
            meeting(now);
            return Optional.empty();
        } catch (CommsException unclear) {
            return Optional.of(unclear.getMessage());
        }
    }

    private static Meeting meeting(Fields now) {
        if (!now.here().getSelection()) {
            return new Meeting.Elsewhere(ConnectionString.parse(now.elsewhere().getText()));
        }
        String address = now.address().getText().strip();
        if (!address.matches("[0-9A-Za-z:.%-]+")) {
            throw new CommsException("This is no address of a computer.");
        }
        if (LocalAddresses.isAny(address)) {
            throw new CommsException(
                    "Nobody can go to " + address + ": choose one address of this computer.");
        }
        // Looked up where nobody waits for it.
        return new Meeting.Here(
                InetSocketAddress.createUnresolved(address, now.port().getSelection()));
    }

    @Override
    protected void okPressed() {
        fields.ifPresent(
                now -> {
                    habits.name(now.name().getText().strip());
                    var others = now.others().getSelectionIndex() == 0 ? Role.EDITOR : Role.VIEWER;
                    answer = Optional.of(new Answer(meeting(now), others));
                });
        super.okPressed();
    }
}
