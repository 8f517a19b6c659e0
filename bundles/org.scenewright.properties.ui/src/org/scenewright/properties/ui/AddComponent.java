// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The button below the components that adds one more. */
final class AddComponent {
    private final Button button;
    private final Consumer<String> added;

    /**
     * @param added told the name of what was chosen
     */
    AddComponent(Composite parent, Supplier<Optional<Target>> target, Consumer<String> added) {
        this.added = added;
        button = Form.unstyled(new Button(parent, SWT.PUSH));
        button.setText("Add Component\u2026");
        var data = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        data.verticalIndent = 6;
        button.setLayoutData(data);
        button.setData("id", "add-component");
        button.addListener(SWT.Selection, e -> target.get().ifPresent(this::choose));
    }

    Button control() {
        return button;
    }

    private void choose(Target held) {
        var dialog = new ComponentDialog(button.getShell(), new Candidates(candidates(held)));
        if (dialog.open() == Window.OK) {
            dialog.chosen().ifPresent(type -> add(held, type));
        }
    }

    /** Adds a component to those that have none like it. */
    void add(Target held, ComponentType type) {
        added.accept(type.name());
        new ComponentSubject(held.road(), lacking(held, type), type).put(type.initial());
    }

    private static List<ComponentType> candidates(Target target) {
        return target.snapshot().types().all().stream()
                .filter(type -> type.role() == ComponentType.Role.AUTHORED)
                .filter(type -> !lacking(target, type).isEmpty())
                .toList();
    }

    private static List<Entity> lacking(Target target, ComponentType type) {
        var now = target.snapshot();
        return target.entities().stream()
                .filter(entity -> now.value(entity, type.name()).isEmpty())
                .toList();
    }
}
