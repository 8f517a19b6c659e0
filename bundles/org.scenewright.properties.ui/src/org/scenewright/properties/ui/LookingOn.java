// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scenewright.runtime.Permission;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.Optional;

/**
 * A sentence above the fields that says why they can only be looked at, while that is so; UI thread
 * only.
 */
final class LookingOn implements AutoCloseable {
    private final Composite bar;
    private final Label text;
    private final Runnable turned;
    private Optional<Permission> permission = Optional.empty();
    private Optional<Registration> registration = Optional.empty();

    /**
     * @param turned called on any thread when that may have changed
     */
    LookingOn(Composite parent, Runnable turned) {
        this.turned = turned;
        bar = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(1, false);
        layout.marginHeight = 4;
        bar.setLayout(layout);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        text = new Label(bar, SWT.WRAP);
        text.setLayoutData(Form.fill());
        text.setData("id", "looking-on");
        Form.setShown(bar, false);
    }

    /** From now on the fields are those of another scene. */
    void follow(Optional<SceneSession> next) {
        close();
        permission = next.map(session -> session.sharing().permission());
        registration = permission.map(now -> now.onChange(turned));
    }

    /** Says what holds by now; whether the fields can be edited. */
    boolean refresh() {
        var why = permission.flatMap(Permission::refusal);
        String sentence = why.map(said -> said.replace("&", "&&")).orElse("");
        if (!sentence.equals(text.getText())) {
            text.setText(sentence);
            Form.setShown(bar, why.isPresent());
            bar.getParent().layout(true, true);
        }
        return why.isEmpty();
    }

    @Override
    public void close() {
        registration.ifPresent(Registration::close);
        registration = Optional.empty();
    }
}
