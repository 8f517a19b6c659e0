// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.check;
import static org.scenewright.scene.SceneCheck.copyTo;
import static org.scenewright.scene.SceneCheck.duplicate;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.refused;
import static org.scenewright.scene.SceneCheck.set;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;

class SceneCopyTest {
    @Test
    void aDuplicateStandsBehindItsOriginal() {
        check("Box at 1,2,3\nCrate\n", duplicate("Box"), "Box at 1,2,3\nBox_2 at 1,2,3\nCrate\n");
    }

    @Test
    void aDuplicateTakesAllBelowAlong() {
        check(
                "Box\n  Lid\n    Knob\n  Lock\n",
                duplicate("Box"),
                "Box\n  Lid\n    Knob\n  Lock\nBox_2\n  Lid_2\n    Knob_2\n  Lock_2\n");
    }

    @Test
    void eachOfSeveralDuplicatesStandsBehindItsOriginal() {
        check("A\nB\nC\n", duplicate("A", "C"), "A\nA_2\nB\nC\nC_2\n");
    }

    @Test
    void aChildThatIsChosenWithItsParentIsCopiedOnce() {
        check("Box\n  Lid\n", duplicate("Lid", "Box"), "Box\n  Lid\nBox_2\n  Lid_2\n");
    }

    @Test
    void theRootCannotBeDuplicated() {
        refused("", duplicate("Scene"), "\"Scene\" belongs to every scene and stays where it is.");
    }

    @Test
    void aDuplicateKeepsAPoseThatItsParentDistorts() {
        var scene = new Scene(SceneText.read("Box\n  Lid at 1,2,3\n"));
        accepted(scene, set("Box", "core::Transform.scale", "{\"x\":0,\"y\":1,\"z\":1}"));
        accepted(scene, duplicate("Lid"));
        assertEquals(
                "Box scaled 0,1,1\n  Lid at 1,2,3\n  Lid_2 at 1,2,3\n",
                SceneText.print(scene.snapshot()));
    }

    @Test
    void referencesAmongTheCopiesPointToTheCopies() {
        check(
                "A core::VirtualCamera={\"lookAtEntity\":513}\nB\n",
                duplicate("A", "B"),
                "A core::VirtualCamera={\"lookAtEntity\":513}\n"
                        + "A_2 core::VirtualCamera={\"lookAtEntity\":515}\n"
                        + "B\n"
                        + "B_2\n");
    }

    @Test
    void referencesToWhatIsNotCopiedStay() {
        check(
                "A core::VirtualCamera={\"lookAtEntity\":513}\nB\n",
                duplicate("A"),
                "A core::VirtualCamera={\"lookAtEntity\":513}\n"
                        + "A_2 core::VirtualCamera={\"lookAtEntity\":513}\n"
                        + "B\n");
    }

    @Test
    void referencesInsideListsPointToTheCopies() {
        check(
                "A composite::root={\"src\":\"\",\"entities\":[{\"src\":1,\"dest\":513}]}\n  B\n",
                duplicate("A"),
                "A composite::root={\"src\":\"\",\"entities\":[{\"src\":1,\"dest\":513}]}\n"
                    + "  B\n"
                    + "A_2 composite::root={\"src\":\"\",\"entities\":[{\"src\":1,\"dest\":515}]}\n"
                    + "  B_2\n");
    }

    @Test
    void aCopyGetsANetworkIdOfItsOwn() {
        check(
                "A core-schema::Network-Entity={\"networkId\":0,\"entityId\":8005}\n",
                duplicate("A"),
                "A core-schema::Network-Entity={\"networkId\":0,\"entityId\":8005}\n"
                        + "A_2 core-schema::Network-Entity={\"networkId\":0,\"entityId\":8006}\n");
    }

    @Test
    void theFirstNetworkIdIs8002() {
        check(
                "A core-schema::Network-Entity={\"networkId\":0,\"entityId\":3}\n",
                duplicate("A"),
                "A core-schema::Network-Entity={\"networkId\":0,\"entityId\":3}\n"
                        + "A_2 core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n");
    }

    @Test
    void aDuplicatedSmartItemActsOnItself() {
        var before =
                "Door asset-packs::Actions={\"id\":4,\"value\":[]} "
                    + "asset-packs::Triggers={\"value\":[{\"type\":\"on_click\",\"conditions\":[{\"id\":5,\"type\":\"when_state_is\",\"value\":\"y\"}],\"actions\":[{\"id\":4,\"name\":\"Open\"},{\"id\":99,\"name\":\"Other\"}]}]}"
                    + " asset-packs::States={\"id\":5,\"value\":[]}\n";
        var copy =
                before.replace("Door", "Door_2")
                        .replace("\"id\":4", "\"id\":6")
                        .replace("\"id\":5", "\"id\":7");
        check(
                before,
                duplicate("Door"),
                "asset-packs::Counter={\"id\":0,\"value\":7}\n" + before + copy);
    }

    @Test
    void idsAreTakenFromTheCounterOfTheRoot() {
        var scene =
                new Scene(SceneText.read("Door asset-packs::Actions={\"id\":4,\"value\":[]}\n"));
        accepted(scene, put("Scene", "asset-packs::Counter", "{\"id\":0,\"value\":41}"));
        accepted(scene, duplicate("Door"));
        assertEquals(
                "asset-packs::Counter={\"id\":0,\"value\":42}\n"
                        + "Door asset-packs::Actions={\"id\":4,\"value\":[]}\n"
                        + "Door_2 asset-packs::Actions={\"id\":42,\"value\":[]}\n",
                SceneText.print(scene.snapshot()));
    }

    @Test
    void nobodyHasSelectedACopy() {
        check(
                "A inspector::Selection={\"gizmo\":0}\n",
                duplicate("A"),
                "A inspector::Selection={\"gizmo\":0}\nA_2\n");
    }

    @Test
    void pastingBelowAParentKeepsThePlaceInTheWorld() {
        check(
                "Box at 1,1,1\nLid at 3,3,3\n",
                copyTo("Box", "Lid"),
                "Box at 1,1,1\n  Lid_2 at 2,2,2\nLid at 3,3,3\n");
    }

    @Test
    void referencesAreFoundWhereverASchemaHasThem() {
        var reference = new Schema.EntityReference();
        var field = new Schema.Field("in", reference, Value.of(0));
        assertEquals(List.of(new Entity(7)), References.in(reference, Value.of(7)));
        assertEquals(
                List.of(new Entity(7)),
                References.in(new Schema.Items(reference), ValueJson.parse("[7,\"x\"]")));
        assertEquals(
                List.of(new Entity(7)),
                References.in(
                        new Schema.Struct(List.of(field)),
                        ValueJson.parse("{\"in\":7,\"out\":8}")));
        assertEquals(
                List.of(new Entity(7)), References.in(new Schema.Maybe(reference), Value.of(7)));
        assertEquals(
                List.of(new Entity(7)),
                References.in(
                        new Schema.OneOf(List.of(field), true),
                        ValueJson.parse("{\"$case\":\"in\",\"value\":7}")));
        assertEquals(
                List.of(new Entity(7)),
                References.in(
                        new Schema.OneOf(List.of(field), false),
                        ValueJson.parse("{\"$case\":\"in\",\"in\":7}")));
        assertTrue(References.in(reference, Value.of(0)).isEmpty());
    }

    @Test
    void aCopiedNetworkParentIsTheCopy() {
        check(
                "A core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n"
                        + "  B core-schema::Network-Parent={\"networkId\":0,\"entityId\":8002}\n",
                duplicate("A"),
                "A core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n"
                    + "  B core-schema::Network-Parent={\"networkId\":0,\"entityId\":8002}\n"
                    + "A_2 core-schema::Network-Entity={\"networkId\":0,\"entityId\":8003}\n"
                    + "  B_2 core-schema::Network-Parent={\"networkId\":0,\"entityId\":8003}\n");
    }

    @Test
    void aNetworkParentThatIsNotCopiedStays() {
        check(
                "A core-schema::Network-Parent={\"networkId\":0,\"entityId\":512}\n",
                duplicate("A"),
                "A core-schema::Network-Parent={\"networkId\":0,\"entityId\":512}\n"
                        + "A_2 core-schema::Network-Parent={\"networkId\":0,\"entityId\":512}\n");
    }

    @Test
    void entitiesInsideAnotherCompositeAreNotThoseOfThisScene() {
        check(
                "A composite::root={\"src\":\"\",\"entities\":[{\"src\":512,\"dest\":512}]}\n",
                duplicate("A"),
                "A composite::root={\"src\":\"\",\"entities\":[{\"src\":512,\"dest\":512}]}\n"
                    + "A_2 composite::root={\"src\":\"\",\"entities\":[{\"src\":512,\"dest\":513}]}\n");
    }
}
