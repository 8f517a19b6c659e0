// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.JsonSchemas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a person is in the sheet while fields come and go. */
class SheetPlaceTest extends SheetOnScene {
    private static final String FIELDS =
            """
            "speed":{"type":"number","serializationType":"float32"},
            "tags":{"type":"array","items":{"type":"string","serializationType":"utf8-string"},"serializationType":"array"},
            "extra":{"type":"odd","serializationType":"odd"},
            "target":{"type":"integer","serializationType":"entity"}\
            """;

    @BeforeEach
    void low() {
        shell.setSize(420, 300);
        shell.forceActive();
    }

    /** As if a source file had been saved. */
    private void declare(String fields) {
        begin(fields);
        settle();
    }

    private void begin(String fields) {
        var json =
                "{\"type\":\"object\",\"properties\":{"
                        + fields
                        + "},\"serializationType\":\"map\"}";
        var type = ComponentType.declared("my::Thing", JsonSchemas.read(json));
        await(session().declare(ComponentTypes.of(List.of(type))));
    }

    private void addAField() {
        declare("\"wide\":{\"type\":\"boolean\",\"serializationType\":\"boolean\"}," + FIELDS);
        pump(() -> hasField("wide"));
        settle();
    }

    private ScrolledComposite scroll() {
        return all(shell)
                .filter(ScrolledComposite.class::isInstance)
                .map(ScrolledComposite.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String focused() {
        return Optional.ofNullable(shell.getDisplay().getFocusControl())
                .map(control -> String.valueOf(control.getData("field")))
                .orElse("nothing");
    }

    private Point place(Control control) {
        return shell.getDisplay().map(control, scroll(), 0, 0);
    }

    private boolean isSeen(Control control) {
        int y = place(control).y;
        return y >= 0 && y + control.getSize().y <= scroll().getClientArea().height;
    }

    @Test
    void aNewSchemaLeavesTheFocusInTheField() {
        show(BOX);
        var text = field(Text.class, "speed");
        text.setFocus();
        text.setSelection(1);
        pump(text::isFocusControl);
        scroll().showControl(text);
        var before = place(text);
        addAField();
        assertTrue(text.isDisposed() || !text.isVisible());
        assertEquals("speed", focused());
        assertEquals(new Point(1, 1), field(Text.class, "speed").getSelection());
        assertEquals(before, place(field(Text.class, "speed")));
    }

    /** So many fields that they are not made all at once. */
    private static String many() {
        return IntStream.range(0, 200)
                .mapToObj(
                        i ->
                                ",\"n"
                                        + i
                                        + "\":{\"type\":\"number\",\"serializationType\":\"float32\"}")
                .collect(Collectors.joining("", FIELDS, ""));
    }

    private void declareMany() {
        var box = field(Text.class, "speed");
        box.setFocus();
        pump(box::isFocusControl);
        begin(many());
        pump(() -> hasField("n0"));
        assertFalse(sheet().isDone());
    }

    @Test
    void whoGoesToAnotherFieldMeanwhileStaysThere() {
        show(BOX);
        declareMany();
        field(Text.class, "n0").setFocus();
        settle();
        assertEquals("n0", focused());
    }

    @Test
    void whoLeavesTheSheetMeanwhileIsNotFetchedBack() {
        show(BOX);
        var beside = new Text(shell, SWT.BORDER);
        shell.layout();
        declareMany();
        beside.setFocus();
        settle();
        assertEquals(beside, shell.getDisplay().getFocusControl());
    }

    @Test
    void whoStaysIsLedBackWhenAllFieldsAreThere() {
        show(BOX);
        declareMany();
        settle();
        assertEquals("speed", focused());
        assertTrue(hasField("n199"));
    }

    @Test
    void aNewSchemaLeavesWhatIsScrolledToInSight() {
        show(BOX);
        field(Text.class, "position.x").setFocus();
        scroll().setOrigin(0, 10_000);
        var before = scroll().getOrigin();
        assertTrue(before.y > 100, before.toString());
        declare(FIELDS.replace("float32", "float64"));
        pump(() -> field(Text.class, "speed").isVisible());
        settle();
        assertEquals(before, scroll().getOrigin());
        assertEquals("position.x", focused());
    }

    @Test
    void aNewSchemaLeavesASectionFolded() {
        show(BOX);
        ComponentSection.of(section("my::Thing")).orElseThrow().fold(false);
        settle();
        declare("\"wide\":{\"type\":\"boolean\",\"serializationType\":\"boolean\"}," + FIELDS);
        pump(() -> !session().snapshot().types().find("my::Thing").isEmpty());
        settle();
        assertFalse(section("my::Thing").isExpanded());
    }

    private ExpandableComposite section(String name) {
        return all(shell)
                .filter(c -> name.equals(c.getData("component")))
                .map(ExpandableComposite.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void add(Entity entity, String component) {
        var type = session().snapshot().types().find(component).orElseThrow();
        sheet().add(type);
        pump(() -> session().snapshot().value(entity, component).isPresent());
        pump(() -> all(shell).anyMatch(c -> component.equals(c.getData("component"))));
        settle();
    }

    @Test
    void whoAddsAComponentIsLedToItsFirstField() {
        show(LAMP);
        add(LAMP, "my::Thing");
        assertEquals("speed", focused());
        assertTrue(isSeen(field(Text.class, "speed")));
        assertTrue(isSeen(section("my::Thing")));
    }

    @Test
    void whoAddsALargeComponentSeesItsHeading() {
        show(LAMP);
        add(LAMP, "core::TextShape");
        assertEquals("text", focused());
        assertTrue(place(section("core::TextShape")).y >= 0);
    }

    @Test
    void whoHasLeftMeanwhileIsNotLedAnywhere() {
        show(LAMP);
        sheet().add(session().snapshot().types().find("my::Thing").orElseThrow());
        sheet().show(List.of(new EntityHandle(session(), BOX)));
        pump(() -> session().snapshot().value(LAMP, "my::Thing").isPresent());
        settle();
        field(Text.class, "position.x").setFocus();
        settle();
        assertEquals("position.x", focused());
    }
}
