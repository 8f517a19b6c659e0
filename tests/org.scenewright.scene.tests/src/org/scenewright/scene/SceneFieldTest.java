// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.check;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.refused;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.unset;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Optional;

class SceneFieldTest {
    @Test
    void oneFieldIsSet() {
        check("Box at 1,2,3\n", set("Box", "core::Transform.position.x", "9"), "Box at 9,2,3\n");
    }

    @Test
    void settingAFieldCreatesTheComponent() {
        check(
                "Box\n",
                set("Box", "inspector::Hide.value", "true"),
                "Box inspector::Hide={\"value\":true}\n");
    }

    @Test
    void settingInsideACaseChoosesIt() {
        check(
                "Box\n",
                set("Box", "core::MeshRenderer.mesh.box.uvs", "[1]"),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[1]}}}\n");
    }

    @Test
    void whatTheSdkNeedsIsAddedToACase() {
        check(
                "Box\n",
                set("Box", "core::MeshRenderer.mesh", "{\"$case\":\"box\",\"box\":{}}"),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[]}}}\n");
    }

    @Test
    void aCaseWithoutContentGetsIt() {
        check(
                "Box\n",
                set("Box", "core::MeshRenderer.mesh", "{\"$case\":\"sphere\"}"),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}\n");
    }

    @Test
    void aComponentIsPutWithAllThatTheSdkNeeds() {
        check("Box\n", put("Box", "core::Animator", "{}"), "Box core::Animator={\"states\":[]}\n");
    }

    @Test
    void theMissingPartsOfAPositionAreZero() {
        check(
                "Box at 1,2,3\n",
                set("Box", "core::Transform.position", "{\"x\":9}"),
                "Box at 9,0,0\n");
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::Transform.positon.x", "9"),
                "\"Box\": core::Transform.positon.x cannot be set: there is no field \"positon\".");
    }

    @Test
    void aTextIsNoNumber() {
        refused(
                "Box\n",
                set("Box", "core::Transform.position.x", "\"9\""),
                "\"Box\": core::Transform.position.x must be a number.");
    }

    @Test
    void aNumberBeyond32BitsIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::Transform.position.x", "1e39"),
                "\"Box\": core::Transform.position.x is out of range.");
    }

    @Test
    void aHalfIsNoEntity() {
        refused(
                "Box\n",
                set("Box", "core::Transform.parent", "0.5"),
                "\"Box\": core::Transform.parent must be a whole number.");
    }

    @Test
    void aTextBeyondAMebibyteIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::TextShape.text", "\"" + "x".repeat((1 << 20) + 1) + "\""),
                "\"Box\": core::TextShape.text is too long a text.");
    }

    @Test
    void aValueWithABottomlessDepthIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::TextShape.text", "[".repeat(90) + "]".repeat(90)),
                "\"Box\": core::TextShape.text must be a text.");
    }

    @Test
    void aChoiceThatIsNoneIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::Billboard.billboardMode", "77"),
                "\"Box\": core::Billboard.billboardMode must be one of None (0), X (1), Y (2),"
                        + " Z (4), All (7).");
    }

    @Test
    void anUnknownComponentIsRefused() {
        refused(
                "Box\n",
                put("Box", "mine::Nothing", "{}"),
                "There is no component type \"mine::Nothing\" in this scene.");
    }

    @Test
    void aWholeComponentIsReplaced() {
        check(
                "Box core::VisibilityComponent={\"visible\":true}\n",
                put("Box", "core::VisibilityComponent", "{}"),
                "Box core::VisibilityComponent={}\n");
    }

    @Test
    void anOptionalFieldIsLeftOut() {
        check(
                "Box core::VisibilityComponent={\"visible\":true}\n",
                unset("Box", "core::VisibilityComponent", "visible"),
                "Box core::VisibilityComponent={}\n");
    }

    @Test
    void aListItemIsTakenOut() {
        check(
                "Box core-schema::Tags={\"tags\":[\"a\",\"b\"]}\n",
                unset("Box", "core-schema::Tags", "tags.0"),
                "Box core-schema::Tags={\"tags\":[\"b\"]}\n");
    }

    @Test
    void aFieldThatMustBeThereCannotBeLeftOut() {
        refused(
                "Box\n",
                unset("Box", "core::Transform", "position"),
                "core::Transform.position cannot be left out.");
    }

    @Test
    void withoutTransformAnEntityHangsAtTheRootAndKeepsItsChildren() {
        check("Box\n  Lid\n    Knob\n", remove("Lid", "core::Transform"), "Box\nLid\n  Knob\n");
    }

    @Test
    void removingWhatIsNotThereIsRefused() {
        refused("Box\n", remove("Box", "core::Material"), "\"Box\" has no core::Material.");
    }

    @Test
    void settingTheParentFieldMovesInTheTree() {
        check("Box\nLid\n", set("Lid", "core::Transform.parent", "512"), "Box\n  Lid\n");
    }

    @Test
    void settingTheParentFieldToAPartOfItselfIsRefused() {
        refused(
                "Box\n  Lid\n",
                set("Box", "core::Transform.parent", "513"),
                "\"Box\" cannot hang below \"Lid\", which is a part of it.");
    }

    @Test
    void settingTheParentFieldToNobodyIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::Transform.parent", "999"),
                "There is no entity 999 in the scene.");
    }

    @Test
    void sceneJsonIsEdited() {
        var scene = new Scene(SceneText.read(""));
        accepted(scene, configure("display.title", "\"Harbour\""));
        assertEquals(
                "{\"display\":{\"title\":\"Harbour\"}}",
                ValueJson.print(scene.snapshot().settings()));
        scene.undo();
        assertEquals("{}", ValueJson.print(scene.snapshot().settings()));
    }

    @Test
    void whatChangesNothingLeavesNoTrace() {
        var scene = new Scene(SceneText.read("Box at 1,2,3\n"));
        long revision = scene.snapshot().revision();
        assertEquals(
                List.of(), accepted(scene, set("Box", "core::Transform.position.x", "1")).list());
        assertEquals(revision, scene.snapshot().revision());
    }

    /** A scene whose Box has a component of which nobody knows the type. */
    private static Scene withUnknown(String json) {
        var start = SceneText.read("Box\n");
        return new Scene(
                start.with(new Entity(512), "their::Thing", Optional.of(ValueJson.parse(json))));
    }

    private static String unknownAfter(String json, SceneCheck.NamedEdit edit) {
        var scene = withUnknown(json);
        accepted(scene, edit);
        return scene.snapshot()
                .value(new Entity(512), "their::Thing")
                .map(ValueJson::print)
                .orElse("");
    }

    @Test
    void aComponentWithoutATypeIsEditedAsPlainJson() {
        assertEquals(
                "{\"a\":{\"b\":[1,7]}}",
                unknownAfter("{\"a\":{\"b\":[1,2]}}", set("Box", "their::Thing.a.b.1", "7")));
        assertEquals("{\"c\":true}", unknownAfter("{}", set("Box", "their::Thing.c", "true")));
        assertEquals("{}", unknownAfter("{\"c\":true}", unset("Box", "their::Thing", "c")));
    }

    @Test
    void aBottomlessValueIsRefusedEvenWithoutAType() {
        var scene = withUnknown("{}");
        var deep = set("Box", "their::Thing.c", "[".repeat(90) + "]".repeat(90));
        var outcome = scene.apply(deep.apply(scene.snapshot()), Origin.USER);
        var path = "c" + ".0".repeat(64);
        assertEquals(
                new Outcome.Refused("\"Box\": their::Thing." + path + " is nested too deep."),
                outcome);
    }

    @Test
    void whatTheFileHoldsAgainstItsTypeDoesNotHinderAnotherField() {
        var wrong = ValueJson.parse("{\"position\":\"here\",\"extra\":1}");
        var start =
                SceneText.read("Box\n")
                        .with(new Entity(512), SceneSnapshot.TRANSFORM, Optional.of(wrong));
        var scene = new Scene(start);
        accepted(scene, set("Box", "core::Transform.scale.x", "2"));
        accepted(scene, set("Box", "core::Transform.extra", "2"));
        var value = scene.snapshot().value(new Entity(512), SceneSnapshot.TRANSFORM).orElseThrow();
        assertEquals("here", value.text("position", ""));
        assertEquals(2, value.number("scale.x", 0));
        assertEquals(2, value.number("extra", 0));
    }

    @Test
    void aPathThroughAValueThatHasNoPartsIsRefused() {
        refused(
                "Box\n",
                set("Box", "core::Transform.position.x.y", "1"),
                "\"Box\": core::Transform.position.x.y cannot be set: "
                        + "there is no \"y\" in a number.");
    }

    @Test
    void aPathPastTheEndOfAListIsRefused() {
        refused(
                "Box core-schema::Tags={\"tags\":[\"a\"]}\n",
                set("Box", "core-schema::Tags.tags.5", "\"b\""),
                "\"Box\": core-schema::Tags.tags.5 cannot be set: there is no \"5\" in a list.");
    }

    @Test
    void anItemIsAppendedOnePastTheEndOfAList() {
        check(
                "Box core-schema::Tags={\"tags\":[\"a\"]}\n",
                set("Box", "core-schema::Tags.tags.1", "\"b\""),
                "Box core-schema::Tags={\"tags\":[\"a\",\"b\"]}\n");
    }

    @Test
    void theLastComponentCannotBeRemoved() {
        refused(
                "Box\n",
                SceneCheck.all(
                        remove("Box", SceneSnapshot.TRANSFORM), remove("Box", SceneSnapshot.NAME)),
                "core-schema::Name is all that \"Box\" has; delete the entity instead.");
    }

    @Test
    void anotherCaseIsChosenByItsName() {
        check(
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[1]}}}\n",
                set("Box", "core::MeshRenderer.mesh.$case", "\"sphere\""),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}\n");
    }

    @Test
    void aCaseThatDoesNotExistIsRefused() {
        refused(
                "Box\n",
                put("Box", "core::MeshRenderer", "{\"mesh\":{\"$case\":\"cone\"}}"),
                "\"Box\": core::MeshRenderer.mesh must name one of its cases in $case.");
    }

    @Test
    void settingInsideAnotherCaseForgetsTheFormerOne() {
        check(
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[1]}}}\n",
                set("Box", "core::MeshRenderer.mesh.cylinder.radiusTop", "2"),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"cylinder\","
                        + "\"cylinder\":{\"radiusTop\":2}}}\n");
    }

    @Test
    void aBottomlessPathIntoSceneJsonIsRefused() {
        var path = "a" + ".a".repeat(10_000);
        var outcome =
                new Scene(SceneText.read(""))
                        .apply(configure(path, "1").apply(SceneText.read("")), Origin.USER);
        assertEquals(
                new Outcome.Refused("\"Scene\": scene.json." + path + " is nested too deep."),
                outcome);
    }
}
