// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.scenewright.collab.SharedSession;
import org.scenewright.runtime.Registration;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the session of the active scene stands, in the status line; a click shows the people. */
public final class StateItem extends WorkbenchWindowControlContribution {
    private static final String WIDEST =
            "Live with 10 others · Following Somebody – turn the camera to stop";

    private static final String SAID = "said";

    private Optional<Registration> registration = Optional.empty();

    @Override
    protected Control createControl(Composite parent) {
        var scenes = SharedScenesFactory.of(PlatformUI.getWorkbench());
        var box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 2).applyTo(box);
        var label = new Label(box, SWT.NONE);
        label.setData("id", "collaboration");
        // The status line does not grow with what is in it.
        label.setText(WIDEST);
        GridDataFactory.swtDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, true)
                .hint(label.computeSize(SWT.DEFAULT, SWT.DEFAULT))
                .applyTo(label);
        label.addListener(SWT.MouseUp, event -> PeopleView.show(getWorkbenchWindow()));
        registration = Optional.of(scenes.watch(() -> show(label, scenes)));
        show(label, scenes);
        return box;
    }

    private static void show(Label label, SharedScenes scenes) {
        if (!label.isDisposed()) {
            String text =
                    Stream.of(
                                    state(scenes),
                                    scenes.leader().map(Wording::following).orElse(""),
                                    Wording.open(scenes.decisions().size()))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · "));
            if (!text.equals(label.getData(SAID))) {
                label.setData(SAID, text);
                label.setText(fitting(text, label));
                label.setToolTipText(text.isEmpty() ? null : text + ". Click to see who is here.");
            }
        }
    }

    private static String fitting(String text, Label label) {
        // Before it is laid out there is nothing to fit into.
        return text.isEmpty() || label.getSize().x == 0
                ? text
                : String.valueOf(Dialog.shortenText(text, label));
    }

    private static String state(SharedScenes scenes) {
        return scenes.current().map(Shared::session).map(StateItem::state).orElse("");
    }

    private static String state(SharedSession session) {
        return Wording.state(session.status(), session.people().size() - 1);
    }

    @Override
    public void dispose() {
        registration.ifPresent(Registration::close);
        super.dispose();
    }
}
