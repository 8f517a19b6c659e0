// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a list as it gets longer and shorter. */
class SheetListTest extends SheetOnScene {

    @Test
    void whatIsTypedInAListItemIsNotWrittenToAnother() {
        show(BOX);
        begin("tags.0", "typed");
        set(BOX, "my::Thing", "tags", Value.of(List.of(Value.of("b"))));
        settle();
        assertEquals("[\"b\"]", value(BOX, "my::Thing", "tags"));
        assertEquals("b", shown("tags.0"));
    }

    @Test
    void aListOfAnotherLengthHasFieldsForAll() {
        show(BOX);
        var first = field(Text.class, "tags.0");
        set(
                BOX,
                "my::Thing",
                "tags",
                Value.of(List.of(Value.of("x"), Value.of("y"), Value.of("z"))));
        pump(() -> hasField("tags.2"));
        settle();
        assertEquals("z", shown("tags.2"));
        assertEquals(1, all(shell).filter(c -> "tags.0".equals(c.getData("field"))).count());
        assertSame(first, field(Text.class, "tags.0"));
        assertEquals("x", first.getText());
    }

    private void tags(Entity entity, int count) {
        var items = IntStream.range(0, count).mapToObj(i -> Value.of("tag " + i)).toList();
        set(entity, "my::Thing", "tags", Value.of(items));
    }

    /** To make fields takes long, and turning to an entity is to be quick. */
    @Test
    void betweenListsOfDifferentLengthTheFieldsAreKept() {
        tags(LAMP, 9);
        show(LAMP);
        var last = field(Text.class, "tags.8");
        show(BOX);
        assertFalse(hasField("tags.2"));
        assertFalse(last.isDisposed());
        show(LAMP);
        assertSame(last, field(Text.class, "tags.8"));
        assertEquals("tag 8", last.getText());
    }

    @Test
    void whatIsTypedForAnItemThatVanishesIsWritten() {
        tags(LAMP, 9);
        show(LAMP);
        begin("tags.8", "typed");
        show(BOX);
        pumpUntil(LAMP, "my::Thing", "tags.8", "\"typed\"");
        assertEquals("[\"a\",\"b\"]", value(BOX, "my::Thing", "tags"));
    }

    @Test
    void moreOfALongListIsShownOnDemandAndOfferedLast() {
        tags(BOX, 45);
        show(BOX);
        assertFalse(hasField("tags.10"));
        press("Show the next 20");
        settle();
        assertEquals("tag 29", shown("tags.29"));
        assertFalse(hasField("tags.30"));
        var button = Arrays.asList(line(field(Text.class, "tags.29")).getParent().getChildren());
        assertEquals("Show more of 15", text(button.getLast()));
    }

    private static String text(Control row) {
        return ((Button) ((Composite) row).getChildren()[0]).getText();
    }

    /** The text and the buttons beside it. */
    private static Composite line(Text item) {
        return item.getParent().getParent().getParent();
    }

    @Test
    void theButtonsOfAnItemStandBesideIt() {
        show(BOX);
        var text = field(Text.class, "tags.1");
        var up = button("Move item 2 of Tags up");
        var display = shell.getDisplay();
        var line = line(text);
        var words = display.map(text.getParent(), line, text.getBounds());
        var arrow = display.map(up.getParent(), line, up.getBounds());
        assertTrue(arrow.x >= words.x + words.width, words + " " + arrow);
        assertTrue(arrow.y < words.y + words.height / 2, words + " " + arrow);
        var end = display.map(up.getParent(), shell, up.getParent().getSize());
        assertTrue(end.x <= shell.getClientArea().width, end.toString());
    }

    private Button button(String tip) {
        return all(shell)
                .filter(c -> c instanceof Button && tip.equals(c.getToolTipText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowIsNotOfferedMoreOfAShortList() {
        tags(BOX, 45);
        show(BOX);
        tags(BOX, 4);
        pump(() -> !hasField("tags.4"));
        assertTrue(
                all(shell).noneMatch(c -> c instanceof Button b && b.getText().contains("more")));
    }
}
