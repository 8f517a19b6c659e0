// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.check;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class FragmentTest {
    /** Copies out of one scene and pastes, through the clipboard, below a parent of another. */
    private static void paste(
            String from, List<String> names, String to, String parent, String after) {
        var source = SceneText.read(from);
        var fragment =
                Fragment.fromJson(Fragment.copy(source, SceneText.find(source, names)).toJson())
                        .orElseThrow();
        check(
                to,
                s -> new Edit.Paste(fragment, Edit.Place.under(SceneText.find(s, parent))),
                after);
    }

    @Test
    void whatWasAChildIsPastedAtTheGivenPlace() {
        paste(
                "Box at 1,1,1\n  Lid at 1,1,1\n",
                List.of("Lid"),
                "Crate\n",
                "Scene",
                "Crate\nLid at 2,2,2\n");
    }

    @Test
    void aPastedTreeKeepsItsShape() {
        paste(
                "Box at 1,1,1\n  Lid at 1,0,0\n    Knob\n",
                List.of("Box"),
                "Box\n",
                "Box",
                "Box\n  Box_2 at 1,1,1\n    Lid at 1,0,0\n      Knob\n");
    }

    @Test
    void aReferenceOutOfAFragmentIsDroppedInAnotherScene() {
        paste(
                "A core::VirtualCamera={\"lookAtEntity\":513}\nB\n",
                List.of("A"),
                "X\nY\n",
                "Scene",
                "X\nY\nA core::VirtualCamera={\"lookAtEntity\":0}\n");
    }

    @Test
    void aReferenceOutOfAFragmentFindsTheSameEntityAgain() {
        paste(
                "A core::VirtualCamera={\"lookAtEntity\":513}\nB\n",
                List.of("A"),
                "X\nB\n",
                "Scene",
                "X\nB\nA core::VirtualCamera={\"lookAtEntity\":513}\n");
    }

    @Test
    void aComponentTypeTravelsToASceneThatDoesNotKnowIt() {
        var schema =
                JsonSchemas.read(
                        ValueJson.write(
                                ValueJson.parse(
                                        "{\"type\":\"object\",\"serializationType\":\"map\",\"properties\":{\"to\":{\"type\":\"integer\",\"serializationType\":\"entity\"}}}")));
        var type =
                new ComponentType(
                        "mine::Door",
                        ComponentNumbers.of("mine::Door"),
                        schema,
                        JsonSchemas.codec(schema),
                        ComponentType.Role.AUTHORED);
        var source = new Scene(SceneText.read("A\n").withTypes(SceneText.TYPES.with(type)));
        accepted(source, put("A", "mine::Door", "{\"to\":512}"));
        var fragment =
                Fragment.fromJson(
                                Fragment.copy(source.snapshot(), List.of(new Entity(512))).toJson())
                        .orElseThrow();
        var target = new Scene(SceneText.read("X\n"));
        accepted(target, s -> new Edit.Paste(fragment, Edit.Place.TOP));
        assertEquals("X\nA mine::Door={\"to\":513}\n", SceneText.print(target.snapshot()));
        assertEquals(
                Optional.of(schema),
                target.snapshot().types().find("mine::Door").map(ComponentType::schema));
    }

    @Test
    void aFragmentSurvivesTheClipboard() {
        var scene =
                SceneText.read(
                        "Box at 1,2,3\n  Lid core::VirtualCamera={\"lookAtEntity\":514}\nCrate\n");
        var fragment = Fragment.copy(scene, List.of(new Entity(512)));
        var read = Fragment.fromJson(fragment.toJson()).orElseThrow();
        assertEquals(fragment.items(), read.items());
        assertEquals(fragment.outside(), read.outside());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "scenewright/fragment",
                "{}",
                "[]",
                "null",
                "{\"kind\":\"scenewright/fragment\"}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":-1}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512.5}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512},{\"entity\":512}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512,\"parent\":512}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512,\"parent\":513},{\"entity\":513}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512}],\"outside\":{\"x\":\"y\"}}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512}],\"types\":[{\"name\":\"core::Transform\"}]}",
                "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512,\"components\":{\"a\":1e999}}]}"
            })
    void whatIsNoFragmentIsNotRead(String json) {
        assertEquals(Optional.empty(), Fragment.fromJson(json));
    }

    @Test
    void aBottomlessFragmentIsNotRead() {
        String deep = "[".repeat(70) + "]".repeat(70);
        assertEquals(
                Optional.empty(),
                Fragment.fromJson(
                        "{\"kind\":\"scenewright/fragment\",\"entities\":[{\"entity\":512,\"components\":{\"a\":"
                                + deep
                                + "}}]}"));
    }

    @Test
    void anEndlessFragmentIsNotRead() {
        assertEquals(
                Optional.empty(),
                Fragment.fromJson(
                        "{\"kind\":\"scenewright/fragment\""
                                + " ".repeat(FragmentJson.MAX_LENGTH)));
    }

    @Test
    void aFragmentWithAPoseOutOfThisWorldIsRefused() {
        var components = new LinkedHashMap<String, Value>();
        components.put(SceneSnapshot.TRANSFORM, Value.EMPTY);
        var far =
                new Pose(
                        new Pose.Vec(1e300, 0, 0), Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
        var item = new Fragment.Item(new Entity(512), Optional.empty(), far, components);
        var fragment = new Fragment(List.of(item), new LinkedHashMap<>(), List.of());
        refused(
                "Box\n",
                s -> new Edit.Paste(fragment, Edit.Place.TOP),
                "\"Scene\": core::Transform.position.x is out of range.");
    }

    @Test
    void aFragmentThatDoesNotFitIsRefused() {
        var items = new ArrayList<Fragment.Item>();
        for (int i = 0; i <= Entity.LAST_NUMBER; i++) {
            items.add(
                    new Fragment.Item(
                            new Entity(i), Optional.empty(), Pose.IDENTITY, new LinkedHashMap<>()));
        }
        var fragment = new Fragment(items, new LinkedHashMap<>(), List.of());
        refused("Box\n", s -> new Edit.Paste(fragment, Edit.Place.TOP), Populating.FULL + ".");
    }
}
