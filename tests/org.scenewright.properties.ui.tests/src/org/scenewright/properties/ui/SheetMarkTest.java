// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Arrays;

/** The signs before fields: what differs from its default, and what cannot be. */
class SheetMarkTest extends SheetOnScene {

    private Label label(String text) {
        return all(shell)
                .filter(c -> c instanceof Label l && text.equals(l.getText()))
                .map(Label.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Mark mark(String text) {
        return Mark.of(label(text)).orElseThrow();
    }

    private boolean isMarked(String text) {
        return mark(text).differs();
    }

    @Test
    void whatDiffersFromItsDefaultIsMarked() {
        show(BOX);
        assertTrue(isMarked("Position"));
        assertFalse(isMarked("Rotation"));
        assertFalse(isMarked("Scale"));
        assertTrue(isMarked("Speed"));
    }

    @Test
    void anOptionalFieldWithTheValueThatHoldsAnywayIsNotMarked() {
        show(BOX);
        assertFalse(isMarked("Metallic"));
        set(BOX, "core::Material", "material.pbr.metallic", Value.of(0.5));
        settle();
        assertFalse(isMarked("Metallic"));
        set(BOX, "core::Material", "material.pbr.metallic", Value.of(0.75));
        pump(() -> isMarked("Metallic"));
    }

    @Test
    void theSignFollowsTheSelection() {
        set(LAMP, "core::Transform", "position", ORIGIN);
        show(BOX);
        assertTrue(isMarked("Position"));
        show(LAMP);
        assertFalse(isMarked("Position"));
        show(BOX, LAMP);
        assertTrue(isMarked("Position"));
    }

    private static final Value ORIGIN = ValueJson.parse("{\"x\":0,\"y\":0,\"z\":0}");

    @Test
    void aClickOnTheSignResets() {
        show(BOX);
        click("Speed");
        pumpUntil(BOX, "my::Thing", "speed", "0");
        pump(() -> !isMarked("Speed"));
    }

    private void click(String text) {
        var place = mark(text).place();
        var event = new Event();
        event.button = 1;
        event.x = place.x + 3;
        event.y = place.y + 3;
        label(text).getParent().notifyListeners(SWT.MouseDown, event);
    }

    @Test
    void aClickBesideWhereThereIsNoSignDoesNothing() {
        show(BOX);
        long before = session().snapshot().revision();
        click("Scale");
        set(BOX, "my::Thing", "speed", Value.of(8));
        assertEquals(before + 1, session().snapshot().revision());
    }

    @Test
    void aKeyResetsForSeveralInOneStep() {
        show(BOX, LAMP);
        var event = new Event();
        event.keyCode = SWT.DEL;
        event.stateMask = SWT.ALT;
        field(Text.class, "position.y").notifyListeners(SWT.KeyDown, event);
        pumpUntil(BOX, "core::Transform", "position.y", "0");
        pumpUntil(LAMP, "core::Transform", "position.y", "0");
        await(session().undo());
        pumpUntil(BOX, "core::Transform", "position.y", "2");
        pumpUntil(LAMP, "core::Transform", "position.y", "5");
    }

    @Test
    void aResetDropsWhatIsBeingTyped() {
        show(BOX);
        var box = begin("speed", "77");
        mark("Speed").reset();
        box.notifyListeners(SWT.FocusOut, new Event());
        pumpUntil(BOX, "my::Thing", "speed", "0");
        pump(() -> shown("speed").equals("0"));
    }

    @Test
    void aRefusalIsForgottenWithTheSelection() {
        whatTheDocumentRefusesIsShownAtItsField();
        show(LAMP);
        show(BOX);
        assertTrue(mark("Position").wrong().isEmpty());
    }

    @Test
    void whatAFieldIsForIsSaidAtItsLabel() {
        show(BOX);
        assertTrue(label("Position").getToolTipText().contains("Metres from the parent"));
        assertTrue(label("Metallic").getToolTipText().contains("0 looks like plastic"));
    }

    @Test
    void whatAComponentIsForIsSaidAtItsHeading() {
        show(BOX);
        var heading =
                all(shell)
                        .filter(c -> "core::Transform".equals(c.getData("component")))
                        .findFirst()
                        .orElseThrow();
        assertTrue(heading.getToolTipText().startsWith("Where an entity is"));
    }

    @Test
    void whatMayBeAbsentIsTakenAwayByAReset() {
        show(LAMP);
        mark("Invisible Meshes Collision Mask").reset();
        pumpUntilAbsent();
        assertEquals("[]", messages.stream().filter(m -> m.contains("has no")).toList().toString());
    }

    private void pumpUntilAbsent() {
        pump(
                () ->
                        value(LAMP, "core::GltfContainer", "invisibleMeshesCollisionMask")
                                .equals("nothing"));
    }

    @Test
    void theSignIsPainted() {
        show(BOX);
        assertTrue(colours("Position") > colours("Scale"));
    }

    /** How many pixels of the margin are not the background. */
    private int colours(String text) {
        var place = mark(text).place();
        var image = new Image(shell.getDisplay(), place.width, place.height);
        var whole = new GC(image);
        var grid = label(text).getParent();
        var copy = new Image(shell.getDisplay(), grid.getSize().x, grid.getSize().y);
        var paint = new Event();
        paint.gc = new GC(copy);
        grid.notifyListeners(SWT.Paint, paint);
        whole.drawImage(copy, -place.x, -place.y);
        var data = image.getImageData();
        int background = data.getPixel(0, place.height / 2);
        int[] row = new int[place.width];
        int other = 0;
        for (int y = 0; y < place.height; y++) {
            data.getPixels(0, y, place.width, row, 0);
            other += (int) Arrays.stream(row).filter(pixel -> pixel != background).count();
        }
        paint.gc.dispose();
        whole.dispose();
        image.dispose();
        copy.dispose();
        return other;
    }

    @Test
    void whatTheDocumentRefusesIsShownAtItsField() {
        show(BOX);
        var lock = new Edit.Put(BOX, "inspector::Lock", Value.fields("value", Value.of(true)));
        await(session().post(lock, Origin.USER));
        type("position.x", "99");
        pump(() -> mark("Position").wrong().isPresent());
        assertTrue(mark("Position").wrong().orElseThrow().contains("Box"));
        assertTrue(label("Position").getToolTipText().contains("Box"));
        assertTrue(mark("Speed").wrong().isEmpty());
    }

    @Test
    void whatIsAcceptedAfterwardsHasNoSignOfRefusalAnyMore() {
        whatTheDocumentRefusesIsShownAtItsField();
        await(session().post(new Edit.Remove(BOX, "inspector::Lock"), Origin.USER));
        type("position.x", "7");
        pump(() -> mark("Position").wrong().isEmpty());
    }
}
