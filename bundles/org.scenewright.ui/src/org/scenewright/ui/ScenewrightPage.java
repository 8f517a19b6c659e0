// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The preferences page above all others of this editor. */
public final class ScenewrightPage extends PreferencePage implements IWorkbenchPreferencePage {

    @Override
    @SuppressWarnings("null")
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    @SuppressWarnings("null")
    protected Control createContents(Composite parent) {
        var label = new Label(parent, SWT.WRAP);
        label.setText("The pages below say what scenes are built from.");
        return label;
    }
}
