// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.scenewright.scene.SettingsSchema;

/**
 * The settings of a scene in the sheet.
 *
 * @param control with the fields in it
 */
record SettingsSection(Composite control, Fields<SettingsSubject> fields) implements Section {

    /**
     * @param wake called when there is something to do
     */
    static SettingsSection in(Composite parent, SettingsSubject subject, Runnable wake) {
        var box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        var fields = new Fields<>(subject, wake);
        fields.build(box, SettingsSchema.SCHEMA, SettingsSchema.SCHEMA.initial());
        return new SettingsSection(box, fields);
    }

    @Override
    public void enable(boolean isEnabled) {
        Form.enable(control, isEnabled);
    }

    @Override
    public boolean narrow(Search search) {
        fields.narrow(search);
        return true;
    }
}
