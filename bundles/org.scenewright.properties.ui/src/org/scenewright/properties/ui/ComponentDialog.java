// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.ComponentType;

import java.util.List;
import java.util.Optional;

/** The dialog that chooses a component: type to find it, arrows to choose, Enter to add it. */
final class ComponentDialog extends Dialog {
    private final Candidates candidates;
    private List<ComponentType> found = List.of();
    private Optional<ComponentType> chosen = Optional.empty();

    ComponentDialog(Shell parent, Candidates candidates) {
        super(parent);
        this.candidates = candidates;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    Optional<ComponentType> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Add Component");
    }

    @Override
    protected Point getInitialSize() {
        return new Point(560, 480);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        new Content(area);
        return area;
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return Form.unstyled(super.createButton(parent, id, label, isDefault));
    }

    /** The controls between title and buttons. */
    private final class Content {
        private final Text box;
        private final Table list;
        private final Button internal;
        private final Text text;

        Content(Composite area) {
            box = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
            box.setMessage("Name, package, or what it is for");
            box.setLayoutData(Form.fill());
            box.setData("id", "component-search");
            list = new Table(area, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
            list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            text = new Text(area, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
            var data = Form.fill();
            data.heightHint = text.getLineHeight() * 3;
            data.widthHint = 200;
            text.setLayoutData(data);
            internal = new Button(area, SWT.CHECK);
            internal.setText("Show &internal components");
            internal.setEnabled(candidates.hasInternal());
            listen();
            fill();
        }

        private void listen() {
            box.addListener(SWT.Modify, e -> fill());
            box.addListener(SWT.KeyDown, this::arrows);
            box.addListener(SWT.DefaultSelection, e -> take());
            list.addListener(SWT.Selection, e -> show());
            list.addListener(SWT.DefaultSelection, e -> take());
            internal.addListener(SWT.Selection, e -> fill());
            text.addListener(SWT.Traverse, e -> e.doit = true);
        }

        private void take() {
            if (chosen.isPresent()) {
                okPressed();
            }
        }

        /** From the box one moves through the list without leaving the box. */
        private void arrows(Event event) {
            int by = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
            if (by != 0 && !found.isEmpty()) {
                list.select(Math.clamp(list.getSelectionIndex() + by, 0, found.size() - 1));
                list.showSelection();
                show();
                event.doit = false;
            }
        }

        private void fill() {
            found = candidates.find(box.getText(), internal.getSelection());
            list.setRedraw(false);
            list.removeAll();
            found.forEach(type -> new TableItem(list, SWT.NONE).setText(Candidates.label(type)));
            list.setRedraw(true);
            list.select(0);
            show();
        }

        private void show() {
            int index = list.getSelectionIndex();
            chosen = index < 0 ? Optional.empty() : Optional.of(found.get(index));
            text.setText(chosen.map(type -> type.about().text()).orElse("Nothing is called that."));
            Optional.ofNullable(getButton(IDialogConstants.OK_ID))
                    .ifPresent(ok -> ok.setEnabled(chosen.isPresent()));
        }
    }
}
