// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.util.Arrays;

/** What the sheet writes. */
class SheetEditingTest extends SheetOnScene {

    @Test
    void aTypedNumberIsWritten() {
        show(BOX);
        type("position.x", "4*2.5");
        pumpUntil(BOX, "core::Transform", "position.x", "10");
    }

    @Test
    void rotationsAreTypedInDegrees() {
        show(BOX);
        type("rotation.y", "90");
        pump(() -> Math.abs(session().snapshot().pose(BOX).rotation().y() - Math.sqrt(0.5)) < 1e-6);
        assertEquals("90", shown("rotation.y"));
    }

    @Test
    void whatIsTypedForSeveralIsWrittenToAll() {
        show(BOX, LAMP);
        type("position.y", "9");
        pumpUntil(BOX, "core::Transform", "position.y", "9");
        pumpUntil(LAMP, "core::Transform", "position.y", "9");
    }

    @Test
    void oneTypedValueForSeveralIsOneUndoStep() {
        show(BOX, LAMP);
        type("position.y", "9");
        pumpUntil(LAMP, "core::Transform", "position.y", "9");
        await(session().undo());
        pumpUntil(BOX, "core::Transform", "position.y", "2");
        pumpUntil(LAMP, "core::Transform", "position.y", "5");
    }

    @Test
    void aTeamsOwnComponentHasFields() {
        show(BOX);
        type("speed", "3.5");
        pumpUntil(BOX, "my::Thing", "speed", "3.5");
    }

    @Test
    void aListGrows() {
        show(BOX);
        press("Add an item to Tags");
        pumpUntil(BOX, "my::Thing", "tags", "[\"a\",\"b\",\"b\"]");
        pump(() -> hasField("tags.2"));
    }

    @Test
    void aListItemIsRemoved() {
        show(BOX);
        press("Remove item 1 of Tags");
        pumpUntil(BOX, "my::Thing", "tags", "[\"b\"]");
    }

    @Test
    void listItemsChangePlaces() {
        show(BOX);
        press("Move item 1 of Tags down");
        pumpUntil(BOX, "my::Thing", "tags", "[\"b\",\"a\"]");
    }

    @Test
    void anotherShapeIsChosen() {
        show(BOX);
        choose("mesh", "Sphere");
        pumpUntil(BOX, "core::MeshRenderer", "mesh.$case", "\"sphere\"");
    }

    @Test
    void anEnumIsChosenByName() {
        show(BOX);
        choose("material.pbr.transparencyMode", "Alpha blend");
        pumpUntil(BOX, "core::Material", "material.pbr.transparencyMode", "2");
    }

    @Test
    void aBitOfAMaskIsSwitched() {
        show(LAMP);
        var button = field(Button.class, "invisibleMeshesCollisionMask");
        button.notifyListeners(SWT.MenuDetect, new Event());
        Arrays.stream(button.getMenu().getItems())
                .filter(item -> item.getText().equals("Pointer"))
                .forEach(item -> item.notifyListeners(SWT.Selection, new Event()));
        pumpUntil(LAMP, "core::GltfContainer", "invisibleMeshesCollisionMask", "3");
    }

    @Test
    void aColourIsTyped() {
        show(BOX);
        type("material.pbr.albedoColor", "#00ff00");
        pumpUntil(
                BOX,
                "core::Material",
                "material.pbr.albedoColor",
                "{\"r\":0,\"g\":1,\"b\":0,\"a\":1}");
    }

    @Test
    void theSceneItselfShowsItsSettings() {
        show(Entity.ROOT);
        type("display.title", "New");
        pump(() -> session().snapshot().settings().text("display.title", "").equals("New"));
    }

    @Test
    void draggingALabelIsOneUndoStep() {
        show(BOX);
        var label =
                all(shell)
                        .filter(c -> c instanceof Label l && l.getText().equals("Speed"))
                        .findFirst()
                        .orElseThrow();
        drag(label, 0, SWT.MouseDown);
        for (int x = 1; x <= 50; x++) {
            drag(label, x, SWT.MouseMove);
        }
        drag(label, 50, SWT.MouseUp);
        pumpUntil(BOX, "my::Thing", "speed", "3");
        await(session().undo());
        pumpUntil(BOX, "my::Thing", "speed", "2");
    }
}
