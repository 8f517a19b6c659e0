// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.scenewright.comms.ServerCertificate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLContext;

/**
 * The part of a form that says what a room here proves itself by, so that nobody in between can
 * read along; its password is kept nowhere. UI thread.
 */
final class CertificateFields {
    private static final int INDENT = 20;

    private final Composite grid;
    private final List<Control> all;
    private final Text keystore;
    private final Text password;

    /**
     * @param grid has three columns
     */
    CertificateFields(Composite grid, Runnable changed) {
        this.grid = grid;
        var first = Fields.label(grid, "&Certificate:");
        keystore = Fields.text(grid, "keystore", 1, SWT.NONE);
        keystore.setMessage("A keystore (PKCS 12 or JKS), for wss://");
        keystore.setToolTipText(
                "A file with the key and the certificates of this computer, under the address that"
                        + " is chosen above");
        var browse = Fields.button(grid, "browse", "&Browse…", SWT.PUSH);
        var second = Fields.label(grid, "Its pass&word:");
        password = Fields.text(grid, "password", 2, SWT.PASSWORD);
        all = List.of(first, keystore, browse, second, password);
        List.of(first, second).forEach(label -> place(label).horizontalIndent = INDENT);
        browse.addListener(SWT.Selection, event -> browse(browse));
        keystore.addListener(SWT.Modify, event -> changed.run());
        password.addListener(SWT.Modify, event -> changed.run());
    }

    private static GridData place(Control control) {
        if (control.getLayoutData() instanceof GridData there) {
            return there;
        }
        var fresh = new GridData(SWT.FILL, SWT.CENTER, false, false);
        control.setLayoutData(fresh);
        return fresh;
    }

    private void browse(Button button) {
        var dialog = new FileDialog(button.getShell(), SWT.OPEN);
        dialog.setText("Certificate of This Computer");
        dialog.setFilterNames(new String[] {"Keystores", "All Files"});
        dialog.setFilterExtensions(new String[] {"*.p12;*.pfx;*.jks;*.keystore", "*"});
        Optional.ofNullable(dialog.open()).ifPresent(keystore::setText);
    }

    /** Shows it where it is of use. */
    void show(boolean isShown) {
        boolean isNews = keystore.getVisible() != isShown || place(keystore).exclude == isShown;
        all.forEach(
                control -> {
                    control.setVisible(isShown);
                    place(control).exclude = !isShown;
                });
        if (isNews) {
            grid.layout();
            grow();
        }
    }

    /** A dialog that is open already has room for what was in it. */
    private void grow() {
        var shell = grid.getShell();
        var size = shell.getSize();
        if (shell.isVisible()) {
            int wanted = shell.computeSize(size.x, SWT.DEFAULT).y;
            shell.setSize(size.x, Math.max(size.y, wanted));
        }
    }

    boolean isChosen() {
        return !keystore.getText().isBlank();
    }

    /** Why there cannot be such a file. */
    Optional<String> objection() {
        try {
            file();
            return Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.of("This is no name of a file: " + none.getReason() + ".");
        }
    }

    private Path file() {
        return Path.of(keystore.getText().strip());
    }

    /** What the room proves itself by, if it does; fails where that cannot be read. */
    CompletableFuture<Optional<SSLContext>> read() {
        if (!isChosen()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var file = file();
        char[] word = password.getTextChars();
        return CompletableFuture.supplyAsync(
                () -> Optional.of(ServerCertificate.read(file, word)), CertificateFields::beside);
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("certificate").start(work);
    }
}
