// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

import java.util.Optional;

/**
 * The preferences page that says where people hear of scenes that others edit, and how they work
 * with them.
 */
public final class CollaborationPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final int WIDTH = 360;
    private static final String EXPLANATION =
            "There you are told when somebody shares a scene that you have open, and others can"
                + " find sessions that you let them find. It is the connection string of a room or"
                + " of a service that puts people near each other together. A service is told where"
                + " you are: at your player while you play, else at your camera. Empty: you hear of"
                + " nobody, and nobody hears of you.";

    private final MyDirector director = new MyDirector();
    private final MyHabits habits = new MyHabits();
    private Optional<Text> place = Optional.empty();
    private Optional<Button> alone = Optional.empty();

    @Override
    @SuppressWarnings("null")
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    @SuppressWarnings("null")
    protected Control createContents(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        var label = new Label(area, SWT.NONE);
        label.setText("&Director:");
        var text = new Text(area, SWT.BORDER);
        text.setText(director.text());
        text.setMessage("archipelago:wss://host/ws or ws-room:wss://host/rooms/name");
        text.setData("id", "director");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> check(text.getText()));
        var explanation = new Label(area, SWT.WRAP);
        explanation.setText(EXPLANATION);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(explanation);
        place = Optional.of(text);
        alone = Optional.of(alone(area));
        return area;
    }

    private Button alone(Composite area) {
        var check = new Button(area, SWT.CHECK);
        check.setText("&Leave alone what others are dragging");
        check.setToolTipText("A drag does not begin while somebody else drags the same.");
        check.setSelection(habits.leavesAlone());
        check.setData("id", "leavesAlone");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
        return check;
    }

    private void check(String text) {
        var objection = MyDirector.objection(text);
        setErrorMessage(objection.orElse(null));
        setValid(objection.isEmpty());
    }

    @Override
    public boolean performOk() {
        place.map(Text::getText)
                .filter(text -> MyDirector.objection(text).isEmpty())
                .ifPresent(director::keep);
        alone.map(Button::getSelection).ifPresent(habits::leavesAlone);
        return true;
    }
}
