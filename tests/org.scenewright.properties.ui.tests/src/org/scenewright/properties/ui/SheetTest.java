// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;

/** What the sheet shows. */
class SheetTest extends SheetOnScene {

    @Test
    void numbersAreShown() {
        show(BOX);
        assertEquals("2", shown("position.y"));
    }

    @Test
    void theHintIsWholeInANarrowView() {
        shell.setSize(160, 900);
        settle();
        var hint =
                all(shell)
                        .filter(
                                c ->
                                        c instanceof Label label
                                                && label.getText().startsWith("Select"))
                        .findFirst()
                        .orElseThrow();
        var line = hint.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        assertTrue(line.x > 160);
        assertTrue(hint.getSize().x < 160);
        assertTrue(hint.getSize().y > line.y);
    }

    @Test
    void nothingIsOfferedToBeAddedToNothing() {
        assertFalse(offersToAdd());
        show(BOX);
        assertTrue(offersToAdd());
        show();
        assertFalse(offersToAdd());
    }

    private boolean offersToAdd() {
        return all(shell).anyMatch(c -> "add-component".equals(c.getData("id")));
    }

    @Test
    void aChangeElsewhereIsShown() {
        show(BOX);
        session()
                .post(
                        new Edit.Set(
                                BOX, "core::Transform", FieldPath.parse("position.z"), Value.of(7)),
                        Origin.USER);
        pump(() -> shown("position.z").equals("7"));
    }

    @Test
    void whatDiffersBetweenEntitiesIsADash() {
        show(BOX, LAMP);
        assertEquals("\u2014", shown("position.y"));
    }

    @Test
    void componentsThatNotAllHaveAreNotShown() {
        show(BOX, LAMP);
        assertFalse(hasField("speed"));
    }

    @Test
    void whatEverySceneHasIsNotMissing() {
        set(BOX, "my::Thing", "target", Value.of(2));
        show(BOX);
        assertEquals("Camera (2)", field(Button.class, "target").getText());
    }

    @Test
    void whatIsGoneIsMissing() {
        show(BOX);
        await(session().post(new Edit.Despawn(List.of(LAMP)), Origin.USER));
        settle();
        assertFalse(field(Button.class, "target").getText().startsWith("Lamp"));
    }

    @Test
    void aReferenceShowsTheName() {
        show(BOX);
        assertEquals("Lamp (513)", field(Button.class, "target").getText());
    }

    @Test
    void aMaskNamesItsBits() {
        show(LAMP);
        assertEquals("Physics", field(Button.class, "invisibleMeshesCollisionMask").getText());
    }

    @Test
    void aRefusedValueIsExplainedAndTakenBack() {
        show(BOX);
        session()
                .post(
                        new Edit.Put(BOX, "inspector::Lock", Value.fields("value", Value.of(true))),
                        Origin.USER);
        pumpUntil(BOX, "inspector::Lock", "value", "true");
        type("position.x", "99");
        pump(() -> messages.stream().anyMatch(message -> message.contains("Box")));
        pump(() -> shown("position.x").equals("1"));
    }

    @Test
    void anotherNameIsShownAtTheTop() {
        show(BOX);
        session().post(new Edit.Rename(BOX, "Crate"), Origin.USER);
        pump(() -> hasLabel("Crate"));
    }

    @Test
    void oneOfSeveralThatIsDeletedIsNotEditedAnyMore() {
        show(BOX, LAMP);
        session().post(new Edit.Despawn(List.of(BOX)), Origin.USER);
        pump(() -> hasLabel("Lamp"));
        type("position.y", "9");
        pumpUntil(LAMP, "core::Transform", "position.y", "9");
    }

    private boolean hasLabel(String text) {
        return all(shell).anyMatch(c -> c instanceof Label label && text.equals(label.getText()));
    }

    @Test
    void aDeletedEntityLeavesAnEmptySheet() {
        show(BOX);
        session().post(new Edit.Despawn(List.of(BOX)), Origin.USER);
        pump(
                () ->
                        all(shell)
                                .anyMatch(
                                        c ->
                                                c instanceof Label l
                                                        && l.getText()
                                                                .startsWith("Select an entity")));
    }
}
