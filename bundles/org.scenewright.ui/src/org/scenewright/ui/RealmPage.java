// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scenewright.content.ContentServer;

import java.io.IOException;
import java.util.Optional;

/** The preferences page that says which content server is the realm. */
public final class RealmPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final String[] KNOWN = {
        ContentServer.USUAL,
        "https://peer-ec1.decentraland.org/content",
        "https://peer.decentraland.zone/content"
    };

    private static final String EXPLANATION =
            "The content server that scenes are opened from. Addresses of files lead to it, and a"
                    + " scene that came from there asks it for what its project has not got.";

    private Optional<Combo> address = Optional.empty();

    @Override
    @SuppressWarnings("null")
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    @SuppressWarnings("null")
    protected Control createContents(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(GridLayoutFactory.fillDefaults().numColumns(2).create());
        var text = new Label(area, SWT.WRAP);
        text.setText(EXPLANATION);
        var wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        wide.widthHint = 360;
        text.setLayoutData(wide);
        new Label(area, SWT.NONE).setText("Content server:");
        var combo = new Combo(area, SWT.BORDER);
        combo.setItems(KNOWN);
        combo.setText(ServerHabits.ofWorkspace().realm());
        combo.setData("id", "realm");
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        combo.addModifyListener(event -> check(combo.getText()));
        address = Optional.of(combo);
        return area;
    }

    private void check(String text) {
        var objection = objection(text);
        setErrorMessage(objection.orElse(null));
        setValid(objection.isEmpty());
    }

    private static Optional<String> objection(String text) {
        try {
            ContentServer.trimmed(text);
            return Optional.empty();
        } catch (IOException noAddress) {
            return Optional.of(String.valueOf(noAddress.getMessage()));
        }
    }

    @Override
    public boolean performOk() {
        address.map(Combo::getText)
                .filter(text -> objection(text).isEmpty())
                .ifPresent(text -> ServerHabits.ofWorkspace().keepRealm(text.strip()));
        return true;
    }
}
