// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.scenewright.collab.EditionBeacon;

import java.util.Optional;

/**
 * Tells in a corner of the window, without the focus, that others edit a scene, and offers to join
 * them; UI thread.
 */
final class Encounter {
    private static final long SHOWN_MILLIS = 30_000;
    private static final int WIDTH = 320;
    private static final String NEVER = "never";

    private final EditionBeacon beacon;
    private final Runnable join;
    private final Runnable ignore;
    private Optional<Corner> corner = Optional.empty();

    /**
     * @param ignore called when the person does not want to hear of it again
     */
    Encounter(EditionBeacon beacon, Runnable join, Runnable ignore) {
        this.beacon = beacon;
        this.join = join;
        this.ignore = ignore;
    }

    void show(Display display) {
        var there = new Corner(display);
        corner = Optional.of(there);
        there.show(SHOWN_MILLIS, this::content);
    }

    private Control content(Composite parent) {
        var link = new Link(parent, SWT.WRAP);
        link.setData("id", "encounter");
        link.setText(text(beacon));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(link);
        link.addListener(
                SWT.Selection,
                event -> {
                    close();
                    (NEVER.equals(event.text) ? ignore : join).run();
                });
        return link;
    }

    /** Names of others are no markup. */
    static String text(EditionBeacon beacon) {
        return Wording.plain(beacon.name().isEmpty() ? beacon.link().owner() : beacon.name())
                + " edits “"
                + Wording.plain(beacon.title())
                + "” with others. <a href=\"join\">Join</a>   <a href=\""
                + NEVER
                + "\">Do not ask again</a>";
    }

    void close() {
        corner.ifPresent(Corner::hide);
    }
}
