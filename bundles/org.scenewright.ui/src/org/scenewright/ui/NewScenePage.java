// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The one page of {@link NewScene}: where a scene is made and what it is called. */
final class NewScenePage extends WizardPage {
    private String title = "New Scene";
    private String folder = "";

    NewScenePage() {
        super("scene");
        setTitle("Scene");
        setDescription("Makes a scene of one parcel: scene.json and assets/scene/main.composite.");
        setPageComplete(false);
    }

    /** What the fields say, where that can be made. */
    Optional<SceneSeed> seed() {
        return entered().filter(seed -> seed.objection().isEmpty());
    }

    private Optional<SceneSeed> entered() {
        try {
            return Optional.of(new SceneSeed(Path.of(folder), title));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        var name = field(area, "&Title:", 2, text -> title = text);
        name.setText(title);
        var place = field(area, "&Folder:", 1, text -> folder = text);
        place.setData("id", "folder");
        var browse = new Button(area, SWT.PUSH);
        browse.setText("B&rowse…");
        browse.addListener(SWT.Selection, event -> browse(place));
        name.selectAll();
        setControl(area);
    }

    private Text field(Composite area, String label, int columns, Consumer<String> entered) {
        new Label(area, SWT.NONE).setText(label);
        var text = new Text(area, SWT.BORDER | SWT.SINGLE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1));
        text.addListener(
                SWT.Modify,
                event -> {
                    entered.accept(text.getText());
                    check();
                });
        return text;
    }

    private void browse(Text place) {
        var dialog = new DirectoryDialog(place.getShell());
        dialog.setText("Folder of the Scene");
        dialog.setFilterPath(System.getProperty("user.home"));
        Optional.ofNullable(dialog.open()).ifPresent(place::setText);
    }

    /** Nothing is wrong with a folder that nobody has named yet. */
    private void check() {
        setPageComplete(seed().isPresent());
        setErrorMessage(
                folder.isEmpty()
                        ? null
                        : entered().map(seed -> seed.objection().orElse(null)).orElse(null));
    }
}
