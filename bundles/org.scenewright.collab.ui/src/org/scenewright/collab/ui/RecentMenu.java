// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.collab.SessionLink;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Offers the links that were used last; the storage, which may ask for its password, is opened only
 * when somebody wants to see them. UI thread.
 */
record RecentMenu(RecentLinks links, UiThread ui) {

    Button button(Composite parent, Consumer<SessionLink> chosen) {
        var button = new Button(parent, SWT.PUSH);
        button.setText("&Recent…");
        button.setToolTipText("The links by which you joined last");
        button.setData("id", "recent");
        GridDataFactory.fillDefaults().applyTo(button);
        button.addListener(SWT.Selection, event -> open(button, chosen));
        return button;
    }

    private void open(Button button, Consumer<SessionLink> chosen) {
        button.setEnabled(false);
        CompletableFuture.supplyAsync(links::all, RecentLinks::beside)
                .exceptionally(RecentMenu::none)
                .thenAccept(found -> ui.execute(() -> show(button, found, chosen)));
    }

    private static Optional<List<RecentLinks.Recent>> none(Throwable why) {
        System.getLogger(RecentMenu.class.getName())
                .log(System.Logger.Level.WARNING, "The links could not be read", why);
        return Optional.empty();
    }

    private void show(
            Button button, Optional<List<RecentLinks.Recent>> found, Consumer<SessionLink> chosen) {
        if (button.isDisposed()) {
            return;
        }
        button.setEnabled(true);
        var menu = new Menu(button);
        fill(menu, found, chosen);
        var size = button.getSize();
        menu.setLocation(button.toDisplay(0, size.y));
        menu.addListener(SWT.Hide, event -> ui.execute(menu::dispose));
        menu.setVisible(true);
    }

    private static void fill(
            Menu menu, Optional<List<RecentLinks.Recent>> found, Consumer<SessionLink> chosen) {
        if (found.isEmpty()) {
            remark(menu, "None are kept: Eclipse's secure storage is not open");
        } else if (found.get().isEmpty()) {
            remark(menu, "You have joined no scene yet");
        }
        for (var recent : found.orElse(List.of())) {
            var item = new MenuItem(menu, SWT.PUSH);
            item.setText(recent.label().replace("&", "&&"));
            item.addListener(SWT.Selection, event -> chosen.accept(recent.link()));
        }
    }

    private static void remark(Menu menu, String text) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(false);
    }
}
