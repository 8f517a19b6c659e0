// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Arrays;
import java.util.List;

/** The actions and triggers of smart items: payloads by their schema, the rest by name. */
class SheetPayloadTest extends SheetOnScene {
    private static final String ACTIONS = "asset-packs::Actions";
    private static final String PLAY =
            "{\"type\":\"object\",\"properties\":{"
                + "\"animation\":{\"type\":\"string\",\"serializationType\":\"utf8-string\"},"
                + "\"loop\":{\"type\":\"boolean\",\"serializationType\":\"optional\",\"optionalJsonSchema\":"
                + "{\"type\":\"boolean\",\"serializationType\":\"boolean\"}},"
                + "\"speed\":{\"type\":\"number\",\"serializationType\":\"float32\"}},"
                + "\"serializationType\":\"map\"}";
    private static final String BATCH =
            "{\"type\":\"object\",\"properties\":{\"actions\":{\"type\":\"array\",\"items\":"
                    + "{\"type\":\"string\",\"serializationType\":\"utf8-string\"},"
                    + "\"serializationType\":\"array\"}},\"serializationType\":\"map\"}";

    private void put(Entity entity, String component, String json) {
        await(session().post(new Edit.Put(entity, component, ValueJson.parse(json)), Origin.USER));
    }

    private static String quoted(String text) {
        return ValueJson.print(Value.of(text));
    }

    private static String action(String name, String type, String payload) {
        return "{\"name\":"
                + quoted(name)
                + ",\"type\":"
                + quoted(type)
                + ",\"jsonPayload\":"
                + quoted(payload)
                + "}";
    }

    private static String known(String name, String schema) {
        return "{\"type\":" + quoted(name) + ",\"jsonSchema\":" + quoted(schema) + "}";
    }

    @BeforeEach
    void smartItems() {
        put(
                Entity.ROOT,
                "asset-packs::ActionTypes",
                "{\"value\":["
                        + known("play_animation", PLAY)
                        + ","
                        + known("batch", BATCH)
                        + ","
                        + known("broken", "{")
                        + "]}");
        put(
                LAMP,
                ACTIONS,
                "{\"id\":7,\"value\":["
                        + action(
                                "Open",
                                "play_animation",
                                "{\"animation\":\"door\",\"extra\":[1.5,\"a b\"],\"speed\":1}")
                        + ","
                        + action("Both", "batch", "{\"actions\":[\"Open\",\"Gone\"]}")
                        + ","
                        + action("Odd", "no_such_type", "{\"n\":1}")
                        + ","
                        + action("Broken", "play_animation", "{\"animation\":")
                        + "]}");
        put(
                BOX,
                "asset-packs::Triggers",
                "{\"value\":[{\"type\":\"on_click\",\"actions\":[{\"id\":7,\"name\":\"Open\"}]}]}");
    }

    private String payload(int index) {
        return value(LAMP, ACTIONS, "value." + index + ".jsonPayload");
    }

    private List<String> offered(String path) {
        return Arrays.asList(field(Combo.class, path).getItems());
    }

    private String chosen(String path) {
        return field(Combo.class, path).getText();
    }

    @Test
    void thePayloadHasTheFieldsOfItsType() {
        show(LAMP);
        assertEquals("door", shown("animation"));
        assertEquals("1", shown("speed"));
    }

    @Test
    void anEditChangesOnlyWhatWasEdited() {
        show(LAMP);
        type("speed", "2.5");
        pump(() -> payload(0).contains("2.5"));
        assertEquals(
                quoted("{\"animation\":\"door\",\"extra\":[1.5,\"a b\"],\"speed\":2.5}"),
                payload(0));
        assertEquals(quoted("{\"n\":1}"), payload(2));
        assertEquals(quoted("{\"animation\":"), payload(3));
    }

    @Test
    void anEditOfAPayloadIsOneStep() {
        show(LAMP);
        String before = payload(0);
        type("speed", "2.5");
        pump(() -> payload(0).contains("2.5"));
        await(session().undo());
        assertEquals(before, payload(0));
    }

    @Test
    void theTypeIsChosenAndTheFieldsFollow() {
        show(LAMP);
        assertEquals(List.of("Play animation", "Batch", "Broken"), offered("value.0.type"));
        choose("value.0.type", "Batch");
        pumpUntil(LAMP, ACTIONS, "value.0.type", "\"batch\"");
        settle();
        pump(() -> !hasField("animation"));
    }

    @Test
    void aTypeThatNobodyKnowsIsSeenAndItsPayloadIsJson() {
        show(LAMP);
        assertEquals("missing: no_such_type", chosen("value.2.type"));
        type("", "{\"n\":2,\"m\":true}");
        pump(() -> payload(2).equals(quoted("{\"n\":2,\"m\":true}")));
    }

    @Test
    void aPayloadThatIsNoJsonIsShownAsItIs() {
        show(LAMP);
        assertEquals("{\"animation\":", shown("value.3.jsonPayload"));
        type("value.3.jsonPayload", "{\"animation\":\"mended\"}");
        pump(() -> payload(3).equals(quoted("{\"animation\":\"mended\"}")));
        settle();
        assertFalse(hasField("value.3.jsonPayload"));
    }

    @Test
    void actionsAreChosenByName() {
        show(LAMP);
        assertEquals("Open", chosen("actions.0"));
        assertEquals("missing: Gone", chosen("actions.1"));
        choose("actions.1", "Odd");
        pump(() -> payload(1).equals(quoted("{\"actions\":[\"Open\",\"Odd\"]}")));
    }

    @Test
    void aTriggerNamesEntityAndAction() {
        show(BOX);
        assertEquals("Lamp", chosen("value.0.actions.0.id"));
        assertEquals("Open", chosen("value.0.actions.0.name"));
        choose("value.0.actions.0.name", "Both");
        pumpUntil(BOX, "asset-packs::Triggers", "value.0.actions.0.name", "\"Both\"");
    }

    @Test
    void anotherNameOfAnActionIsOffered() {
        show(BOX);
        set(LAMP, ACTIONS, "value.2.name", Value.of("Renamed"));
        pump(() -> offered("value.0.actions.0.name").contains("Renamed"));
        assertTrue(offered("value.0.actions.0.name").contains("Open"));
    }

    @Test
    void aLoopThatMayBeAbsentIsTakenAwayByAReset() {
        show(LAMP);
        var box = field(Button.class, "loop");
        box.setSelection(true);
        box.notifyListeners(SWT.Selection, new Event());
        pump(() -> payload(0).contains("\\\"loop\\\":true"));
        pump(() -> Mark.of(box).orElseThrow().differs());
        Mark.of(box).orElseThrow().reset();
        pump(() -> !payload(0).contains("loop"));
        assertEquals(
                quoted("{\"animation\":\"door\",\"extra\":[1.5,\"a b\"],\"speed\":1}"), payload(0));
    }
}
