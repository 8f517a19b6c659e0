// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reference to another entity, chosen by name. */
final class EntityField implements FieldView {
    private final Slot slot;
    private final Button button;

    EntityField(Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        button = Form.unstyled(new Button(form.grid(), SWT.PUSH | SWT.LEFT));
        button.setLayoutData(Form.fill());
        button.setData("field", slot.path().toString());
        button.addListener(SWT.Selection, e -> choose());
        refresh();
    }

    private static Optional<Entity> target(Slot slot) {
        return slot.value() instanceof Value.Num(var number) ? Entity.of(number) : Optional.empty();
    }

    private Optional<String> raw() {
        return slot.raw(Value.Num.class);
    }

    private String name(Entity entity) {
        var now = slot.subject().snapshot();
        String number = " (" + entity + ")";
        // Player and camera are in every scene, though no file says so.
        boolean isThere = now.holds(entity) || entity.isReserved();
        return (isThere ? now.name(entity) : "missing entity") + number;
    }

    private void choose() {
        var held = slot.now();
        var dialog =
                new ElementListSelectionDialog(
                        button.getShell(),
                        LabelProvider.createTextProvider(entity -> name((Entity) entity)));
        dialog.setTitle("Choose an Entity");
        dialog.setMessage("Name or number (? = any character, * = any text):");
        List<Entity> candidates = new ArrayList<>(held.subject().snapshot().entities());
        dialog.setElements(candidates.toArray());
        target(held).ifPresent(entity -> dialog.setInitialSelections(entity));
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof Entity chosen) {
            held.write(Value.of(chosen.toLong()));
        }
    }

    @Override
    public void refresh() {
        String shown =
                slot.shown().isMixed()
                        ? "\u2014"
                        : target(slot).map(this::name).or(() -> raw()).orElse("none");
        if (!button.getText().equals(shown)) {
            button.setText(shown);
        }
    }
}
