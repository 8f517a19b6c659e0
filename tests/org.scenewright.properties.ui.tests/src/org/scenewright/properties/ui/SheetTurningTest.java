// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.List;

/** The sheet turns to other entities: edits go to those that they were begun for. */
class SheetTurningTest extends SheetOnScene {

    private long steps() {
        return session().snapshot().revision();
    }

    private Label label(String text) {
        return all(shell)
                .filter(c -> c instanceof Label label && label.getText().equals(text))
                .map(Label.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFieldThatBothHaveIsKept() {
        show(BOX);
        var text = field(Text.class, "position.y");
        show(LAMP);
        assertSame(text, field(Text.class, "position.y"));
        assertEquals("5", text.getText());
    }

    @Test
    void aSectionThatIsNeededAgainIsKept() {
        show(BOX);
        var text = field(Text.class, "speed");
        show(LAMP);
        assertFalse(hasField("speed"));
        show(BOX);
        assertSame(text, field(Text.class, "speed"));
    }

    @Test
    void theSameFieldWritesToWhatIsSelectedNow() {
        show(BOX);
        show(LAMP);
        type("position.y", "9");
        pumpUntil(LAMP, "core::Transform", "position.y", "9");
        assertEquals("2", value(BOX, "core::Transform", "position.y"));
    }

    @Test
    void aNumberThatIsBeingTypedIsWrittenToWhatItWasTypedFor() {
        show(BOX);
        begin("position.y", "7");
        show(LAMP);
        pumpUntil(BOX, "core::Transform", "position.y", "7");
        assertEquals("5", value(LAMP, "core::Transform", "position.y"));
        assertEquals("5", shown("position.y"));
    }

    @Test
    void leavingABoxThatHasTurnedWritesNothing() {
        show(BOX);
        var text = begin("position.y", "7");
        show(LAMP);
        pumpUntil(BOX, "core::Transform", "position.y", "7");
        long before = steps();
        text.notifyListeners(SWT.FocusOut, new Event());
        settle();
        assertEquals(before, steps());
    }

    @Test
    void beforeTheSheetHasTurnedWhatIsTypedIsForWhatItShows() {
        show(BOX);
        var text = begin("position.y", "7");
        select(LAMP);
        text.notifyListeners(SWT.DefaultSelection, new Event());
        settle();
        pumpUntil(BOX, "core::Transform", "position.y", "7");
        assertEquals("5", value(LAMP, "core::Transform", "position.y"));
    }

    @Test
    void whatIsTypedInASectionThatVanishesIsWritten() {
        show(BOX);
        begin("speed", "8");
        show(LAMP);
        show(BOX);
        pumpUntil(BOX, "my::Thing", "speed", "8");
    }

    /** As when another window takes the focus meanwhile. */
    @Test
    void whatIsTypedInASectionThatVanishesIsWrittenWithoutTheFocus() {
        show(BOX);
        field(Text.class, "speed").setText("8");
        show(LAMP);
        pumpUntil(BOX, "my::Thing", "speed", "8");
        show(BOX);
        assertEquals("8", shown("speed"));
    }

    @Test
    void aTextThatIsBeingTypedIsWrittenToWhatItWasTypedFor() {
        set(BOX, "core::GltfContainer", "src", Value.of("box.glb"));
        show(BOX);
        begin("src", "other.glb");
        show(LAMP);
        pumpUntil(BOX, "core::GltfContainer", "src", "\"other.glb\"");
        assertEquals("lamp.glb", shown("src"));
        assertEquals("\"lamp.glb\"", value(LAMP, "core::GltfContainer", "src"));
    }

    @Test
    void anAngleThatIsBeingTypedTurnsWhatItWasTypedFor() {
        show(BOX);
        type("rotation.x", "120");
        pump(() -> session().snapshot().pose(BOX).rotation().x() > 0.8);
        begin("rotation.y", "30");
        show(LAMP);
        var wanted = new Euler(120, 30, 0).toQuaternion();
        pump(
                () ->
                        Euler.of(Pose.value(session().snapshot().pose(BOX).rotation()))
                                .isSameRotation(Euler.of(Pose.value(wanted))));
        assertEquals("0", shown("rotation.y"));
    }

    @Test
    void whatIsTypedForOneThatIsDeletedIsLost() {
        show(BOX);
        begin("position.y", "7");
        await(session().post(new Edit.Despawn(List.of(BOX)), Origin.USER));
        settle();
        assertEquals(List.of("null"), messages);
    }

    @Test
    void whatIsTypedForSeveralIsWrittenToThoseThatAreLeft() {
        show(BOX, LAMP);
        begin("position.y", "7");
        await(session().post(new Edit.Despawn(List.of(BOX)), Origin.USER));
        pumpUntil(LAMP, "core::Transform", "position.y", "7");
    }

    @Test
    void aDragEndsWhenTheSelectionChanges() {
        show(BOX);
        var handle = label("Y");
        drag(handle, 0, SWT.MouseDown);
        drag(handle, 50, SWT.MouseMove);
        pumpUntil(BOX, "core::Transform", "position.y", "3");
        show(LAMP);
        long before = steps();
        drag(handle, 100, SWT.MouseMove);
        settle();
        assertEquals(before, steps());
        assertEquals("5", value(LAMP, "core::Transform", "position.y"));
    }

    @Test
    void aMaskMenuSwitchesBitsOfWhatItWasOpenedFor() {
        set(BOX, "core::GltfContainer", "invisibleMeshesCollisionMask", Value.of(2));
        set(LAMP, "core::GltfContainer", "invisibleMeshesCollisionMask", Value.of(4));
        show(BOX);
        var button = field(Button.class, "invisibleMeshesCollisionMask");
        button.notifyListeners(SWT.MenuDetect, new Event());
        var menu = button.getMenu();
        show(LAMP);
        choose(menu, "Pointer");
        pumpUntil(BOX, "core::GltfContainer", "invisibleMeshesCollisionMask", "3");
        assertEquals("4", value(LAMP, "core::GltfContainer", "invisibleMeshesCollisionMask"));
    }

    @Test
    void aComponentMenuRemovesFromWhatItWasOpenedFor() {
        set(LAMP, "core::Material", "material", Value.EMPTY);
        show(BOX);
        var menu = section("core::Material").getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        show(LAMP);
        choose(menu, "Remove Component");
        pump(() -> session().snapshot().value(BOX, "core::Material").isEmpty());
        assertTrue(session().snapshot().value(LAMP, "core::Material").isPresent());
    }

    private Control section(String component) {
        return all(shell)
                .filter(control -> component.equals(control.getData("component")))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(Menu menu, String text) {
        Arrays.stream(menu.getItems())
                .filter(item -> item.getText().equals(text))
                .forEach(item -> item.notifyListeners(SWT.Selection, new Event()));
    }

    @Test
    void ofSelectionsInQuickSuccessionTheLastIsShown() {
        show(LAMP);
        var heading = label("Lamp");
        select(BOX);
        select(Entity.ROOT);
        select(BOX, LAMP);
        settle();
        assertEquals("2 entities", heading.getText());
        assertFalse(hasField("display.title"));
    }

    @Test
    void aSelectionThatComesWhileFieldsAreMadeIsShownWhole() {
        select(BOX);
        pump(() -> hasField("position.x"));
        select(LAMP);
        pump(() -> hasField("src"));
        show(BOX);
        assertEquals("2", shown("speed"));
        assertEquals("2", shown("position.y"));
        assertEquals("#FF0000", shown("material.pbr.albedoColor"));
    }

    @Test
    void sectionsStandInTheOrderOfTheComponents() {
        show(LAMP);
        show(BOX);
        var wanted =
                session().snapshot().components(BOX).stream()
                        .filter(name -> session().snapshot().types().find(name).isPresent())
                        .toList();
        var standing =
                all(shell)
                        .filter(control -> control.getData("component") != null)
                        .map(control -> (String) control.getData("component"))
                        .toList();
        assertEquals(wanted, standing);
    }

    @Test
    void nothingOverlapsAfterTurning() {
        show(BOX);
        show(LAMP);
        show(BOX);
        var list = section("core::Transform").getParent();
        var bounds =
                Arrays.stream(list.getChildren())
                        .filter(Control::getVisible)
                        .map(Control::getBounds)
                        .toList();
        for (int i = 1; i < bounds.size(); i++) {
            var above = bounds.get(i - 1);
            assertTrue(bounds.get(i).y >= above.y + above.height);
            assertTrue(bounds.get(i).height > 0);
        }
        assertTrue(
                list.getClientArea().height >= ((Composite) list).getChildren()[0].getBounds().y);
    }
}
