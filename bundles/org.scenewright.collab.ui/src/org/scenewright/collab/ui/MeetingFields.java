// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.scenewright.collab.OwnPlace;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLContext;

/** The part of a form that says where people meet; UI thread. */
final class MeetingFields {
    private static final int LAST_PORT = 65_535;
    private static final int WIDTH = 300;
    private static final String EXAMPLES =
            "ws-room:wss://host/rooms/name or archipelago:wss://host/ws";
    private static final String ELSEWHERE =
            "Others join by the link that you give them, as far as that room lets them in.";
    private static final String ALONE =
            "Only people at this computer can join, by the link that you give them; it lets them in"
                    + " for seven days.";
    private static final String SAFE =
            "Others join by the link that you give them; it lets them in for seven days. Their Java"
                    + " has to trust the certificate.";
    private static final String OPEN =
            "Whoever can listen in the network in between can read along. A certificate, or a room"
                    + " elsewhere by wss://, keeps that to those who are in it.";

    private final Runnable changed;
    private final Button here;
    private final Button there;
    private final Combo address;
    private final Spinner port;
    private final CertificateFields certificate;
    private final Text elsewhere;
    private final Listener typing = event -> change();

    /**
     * @param grid has three columns
     * @param changed told when something else is filled in
     */
    MeetingFields(Composite grid, UiThread ui, Runnable changed) {
        this.changed = changed;
        here = Fields.button(grid, "here", "&Meet on this computer, at", SWT.RADIO);
        here.setSelection(true);
        address = address(grid);
        port = port(grid);
        Fields.label(grid, "");
        Fields.remark(grid, "Such a room is there while the editor of the scene is open.");
        certificate = new CertificateFields(grid, this::change);
        there = Fields.button(grid, "there", "Meet in a room &elsewhere:", SWT.RADIO);
        elsewhere = Fields.text(grid, "elsewhere", 2, SWT.NONE);
        elsewhere.setMessage(EXAMPLES);
        elsewhere.setToolTipText("A room, or a director that says which");
        elsewhere.addListener(SWT.FocusIn, event -> choose(there, here));
        address.addListener(SWT.FocusIn, event -> choose(here, there));
        elsewhere.addListener(SWT.Modify, event -> change());
        address.addListener(SWT.Modify, typing);
        here.addListener(SWT.Selection, event -> change());
        port.addListener(SWT.Modify, event -> change());
        offer(List.of(LocalAddresses.alone()));
        CompletableFuture.supplyAsync(LocalAddresses::find)
                .thenAccept(found -> ui.execute(() -> offer(found)));
    }

    private static Combo address(Composite grid) {
        var address = new Combo(grid, SWT.DROP_DOWN);
        address.setData("id", "address");
        address.setToolTipText("Where this computer is for others");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(address);
        return address;
    }

    private static Spinner port(Composite grid) {
        var box = new Composite(grid, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(box);
        Fields.label(box, "&Port:");
        var port = new Spinner(box, SWT.BORDER);
        port.setData("id", "port");
        port.setValues(0, 0, LAST_PORT, 0, 1, 100);
        port.setToolTipText("0 for any that is free");
        return port;
    }

    private void choose(Button chosen, Button other) {
        if (!chosen.getSelection()) {
            chosen.setSelection(true);
            other.setSelection(false);
            change();
        }
    }

    private void offer(List<LocalAddresses.Place> found) {
        if (!address.isDisposed()) {
            String typed = address.getText();
            // For a moment there is none, for which nothing is to be taken away.
            address.removeListener(SWT.Modify, typing);
            address.setItems(
                    found.stream().map(LocalAddresses.Place::label).toArray(String[]::new));
            address.setText(typed.isEmpty() ? found.getFirst().label() : typed);
            address.addListener(SWT.Modify, typing);
            change();
        }
    }

    private void change() {
        certificate.show(isReachable());
        changed.run();
    }

    private String typed() {
        return LocalAddresses.address(address.getText());
    }

    private boolean isHere() {
        return here.getSelection();
    }

    /** Whether people at other computers can come to a room here. */
    private boolean isReachable() {
        String text = typed();
        return isHere() && !text.isEmpty() && !LocalAddresses.isAlone(text);
    }

    /** Proposes where a session met, or any place for another one. */
    void propose(Optional<LastShare> last) {
        var room = last.flatMap(LastShare::room);
        address.setText(room.map(LastShare.Room::address).orElseGet(() -> address.getItem(0)));
        port.setSelection(room.map(LastShare.Room::port).orElse(0));
        boolean isElsewhere = last.isPresent() && room.isEmpty();
        elsewhere.setMessage(
                last.filter(one -> isElsewhere)
                        .map(one -> "Where it met: " + one.place())
                        .orElse(EXAMPLES));
        if (isElsewhere) {
            choose(there, here);
        } else {
            choose(here, there);
        }
        change();
    }

    /** Whether people meet where a session did, so that its link leads there. */
    boolean isWhere(LastShare last) {
        return last.room()
                .map(room -> isHere() && room.equals(room()))
                .orElseGet(() -> !isHere() && elsewhere.getText().isBlank());
    }

    private LastShare.Room room() {
        boolean isSafe = isReachable() && certificate.isChosen();
        return new LastShare.Room(typed(), port.getSelection(), isSafe);
    }

    /** What is worth to know of where they meet. */
    FormDialog.Remark remark() {
        if (!isHere()) {
            return new FormDialog.Remark(ELSEWHERE, IMessageProvider.NONE);
        }
        if (!isReachable()) {
            return new FormDialog.Remark(ALONE, IMessageProvider.NONE);
        }
        return certificate.isChosen()
                ? new FormDialog.Remark(SAFE, IMessageProvider.NONE)
                : new FormDialog.Remark(OPEN, IMessageProvider.WARNING);
    }

    /** Why nobody can meet there. */
    Optional<String> objection() {
        try {
            if (isHere()) {
                at();
                return isReachable() ? certificate.objection() : Optional.empty();
            }
            ConnectionString.parse(elsewhere.getText());
            return Optional.empty();
        } catch (CommsException unclear) {
            return Optional.of(unclear.getMessage());
        }
    }

    /** Looked up where nobody waits for it. */
    private InetSocketAddress at() {
        String text = typed();
        if (!text.matches("[0-9A-Za-z:.%-]+")) {
            throw new CommsException("This is no address of a computer.");
        }
        if (LocalAddresses.isAny(text)) {
            throw new CommsException(
                    "Nobody can go to " + text + ": choose one address of this computer.");
        }
        return InetSocketAddress.createUnresolved(text, port.getSelection());
    }

    /** Where they meet; fails where the certificate cannot be read. */
    CompletableFuture<Meeting> answer() {
        if (!isHere()) {
            return CompletableFuture.completedFuture(
                    new Meeting.Elsewhere(ConnectionString.parse(elsewhere.getText())));
        }
        var at = at();
        return isReachable()
                ? certificate.read().thenApply(found -> here(at, found))
                : CompletableFuture.completedFuture(here(at, Optional.empty()));
    }

    private static Meeting here(InetSocketAddress at, Optional<SSLContext> certificate) {
        return new Meeting.Here(new OwnPlace(at, certificate));
    }
}
