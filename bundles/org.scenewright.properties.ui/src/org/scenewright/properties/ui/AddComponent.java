// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;

import java.util.List;

/** The button below the components that adds one more. */
final class AddComponent {
    private final Road road;
    private final List<Entity> entities;
    private final Button button;

    AddComponent(Composite parent, Road road, List<Entity> entities) {
        this.road = road;
        this.entities = entities;
        button = new Button(parent, SWT.PUSH);
        button.setText("Add Component\u2026");
        var data = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        data.verticalIndent = 6;
        button.setLayoutData(data);
        button.setData("id", "add-component");
        button.addListener(SWT.Selection, e -> choose());
    }

    private void choose() {
        var dialog =
                new ElementListSelectionDialog(
                        button.getShell(),
                        LabelProvider.createTextProvider(type -> label((ComponentType) type)));
        dialog.setTitle("Add Component");
        dialog.setMessage("Component (? = any character, * = any text):");
        dialog.setElements(candidates().toArray());
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof ComponentType chosen) {
            new ComponentSubject(road, lacking(chosen), chosen).put(chosen.initial());
        }
    }

    private static String label(ComponentType type) {
        return type.shortName() + "  \u2013  " + type.name();
    }

    private List<ComponentType> candidates() {
        return road.session().snapshot().types().all().stream()
                .filter(type -> type.role() == ComponentType.Role.AUTHORED)
                .filter(type -> !lacking(type).isEmpty())
                .toList();
    }

    private List<Entity> lacking(ComponentType type) {
        var now = road.session().snapshot();
        return entities.stream()
                .filter(entity -> now.value(entity, type.name()).isEmpty())
                .toList();
    }
}
