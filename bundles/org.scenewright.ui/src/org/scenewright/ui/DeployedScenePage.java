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

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one page of {@link DeployedScene}: which scene is fetched, and where to. */
final class DeployedScenePage extends WizardPage {
    private final Map<String, String> entered = new HashMap<>();

    DeployedScenePage(String address) {
        super("deployed");
        entered.put("address", address);
        setTitle("Deployed Scene");
        setDescription(
                "Fetches the scene that stands on a parcel, with all its files, into a folder of"
                        + " yours. What you change stays yours until you deploy it.");
        setPageComplete(false);
    }

    /** What the fields say, where that can be fetched. */
    Optional<SceneOrder> order() {
        return said().filter(order -> order.objection().isEmpty());
    }

    private Optional<SceneOrder> said() {
        return SceneOrder.of(text("address"), text("x"), text("y"), text("folder"));
    }

    private String text(String id) {
        return entered.getOrDefault(id, "");
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        field(area, "Content &server:", "address", 2);
        var x = field(area, "Parcel &x:", "x", 2);
        field(area, "Parcel &y:", "y", 2);
        var folder = field(area, "&Folder:", "folder", 1);
        var browse = new Button(area, SWT.PUSH);
        browse.setText("B&rowse…");
        browse.addListener(SWT.Selection, event -> browse(folder));
        x.setFocus();
        setControl(area);
    }

    private Text field(Composite area, String label, String id, int columns) {
        new Label(area, SWT.NONE).setText(label);
        var text = new Text(area, SWT.BORDER | SWT.SINGLE);
        text.setText(text(id));
        text.setData("id", id);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1));
        text.addListener(
                SWT.Modify,
                event -> {
                    entered.put(id, text.getText());
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

    /** Nothing is wrong with fields that nobody has filled in yet. */
    private void check() {
        setPageComplete(order().isPresent());
        setErrorMessage(said().flatMap(SceneOrder::objection).orElse(null));
    }
}
