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

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one page of {@link DeployedScene}: which scene is fetched, and where to. */
final class DeployedScenePage extends WizardPage {
    private final Map<String, String> entered = new HashMap<>();
    private Optional<Looked> looked = Optional.empty();

    /** What the disk has said of a folder. */
    private record Looked(Path folder, Optional<String> obstacle) {}

    DeployedScenePage(String address) {
        super("deployed");
        entered.put("address", address);
        setTitle("Deployed Scene");
        setDescription(
                "Fetches the scene that stands on a parcel, with all its files, into a folder of"
                        + " yours. What you change stays yours until you deploy it.");
        setPageComplete(false);
    }

    /** What the fields say, where that can be fetched, as far as it is known by now. */
    Optional<SceneOrder> order() {
        return sound().filter(order -> obstacle(order).filter(Optional::isEmpty).isPresent());
    }

    private Optional<SceneOrder> sound() {
        return said().filter(order -> order.objection().isEmpty());
    }

    /** What the disk says of the folder of an order; nothing until it has been asked. */
    private Optional<Optional<String>> obstacle(SceneOrder order) {
        return looked.filter(there -> there.folder.equals(order.folder())).map(Looked::obstacle);
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
        show();
        sound().filter(order -> obstacle(order).isEmpty()).ifPresent(this::look);
    }

    private void look(SceneOrder order) {
        UiThread.current()
                .then(order.obstacle(), obstacle -> take(new Looked(order.folder(), obstacle)));
    }

    /** An answer about a folder that is not meant any more would hide the one that is. */
    private void take(Looked answer) {
        if (sound().filter(order -> order.folder().equals(answer.folder)).isPresent()) {
            looked = Optional.of(answer);
            show();
        }
    }

    private void show() {
        if (!getControl().isDisposed()) {
            setPageComplete(order().isPresent());
            var wrong = said().flatMap(SceneOrder::objection);
            var obstacle = sound().flatMap(this::obstacle).flatMap(why -> why);
            setErrorMessage(wrong.or(() -> obstacle).orElse(null));
        }
    }
}
