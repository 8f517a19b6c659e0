// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.scenewright.scene.ItemText.TRANSFORM;
import static org.scenewright.scene.ItemText.at;
import static org.scenewright.scene.ItemText.check;
import static org.scenewright.scene.ItemText.item;

import org.junit.jupiter.api.Test;

import java.util.List;

class SmartItemTest {
    private static final String ACTIONS = "asset-packs::Actions=>";
    private static final String COUNTER = "asset-packs::Counter={\"id\":0,\"value\":";

    @Test
    void idsOfSmartComponentsAreCountedByTheRoot() {
        check(
                "",
                "A",
                item(
                        ACTIONS + "0:{{'id':'{self}','value':[]}}",
                        "asset-packs::States=>0:{{'id':'{self}','value':[]}}"),
                COUNTER
                        + "2}\nA at 1,2,3 asset-packs::Actions={\"id\":1,\"value\":[]}"
                        + " asset-packs::States={\"id\":2,\"value\":[]}\n");
    }

    @Test
    void triggersMeanTheComponentsOfTheItem() {
        check(
                "",
                "A",
                item(
                        ACTIONS + "0:{{'id':'{self}','value':[]}},513:{{'id':'{self}','value':[]}}",
                        TRANSFORM + "513:{{'parent':0}}",
                        "asset-packs::Triggers=>513:{{'value':[{'type':'on_click','actions':["
                            + "{'id':'{self:asset-packs::Actions}'},{'id':'{0:asset-packs::Actions}'},"
                            + "{'id':'{7:asset-packs::Actions}'}]}]}}"),
                COUNTER
                        + "2}\nA at 1,2,3 asset-packs::Actions={\"id\":1,\"value\":[]}\n"
                        + "  A_513 asset-packs::Actions={\"id\":2,\"value\":[]}"
                        + " asset-packs::Triggers={\"value\":[{\"type\":\"on_click\",\"actions\":["
                        + "{\"id\":2},{\"id\":1},{}]}]}\n");
    }

    @Test
    void twoInstancesDoNotShareIds() {
        var item = item(ACTIONS + "0:{{'id':'{self}','value':[]}}");
        SceneCheck.check(
                "",
                s ->
                        new Edit.All(
                                "Two",
                                List.of(
                                        new Edit.Instance(item, at("A", "Scene", s)),
                                        new Edit.Instance(item, at("A", "Scene", s)))),
                COUNTER
                        + "2}\nA at 1,2,3 asset-packs::Actions={\"id\":1,\"value\":[]}\n"
                        + "A_2 at 1,2,3 asset-packs::Actions={\"id\":2,\"value\":[]}\n");
    }

    @Test
    void pathsAreFilledInTheJsonOfActions() {
        check(
                "",
                "A",
                item(
                        ACTIONS
                                + "0:{{'id':'{self}','value':[{'name':'P','type':'play_sound',"
                                + "'jsonPayload':'{assetPath}/a.mp3'}]}}"),
                COUNTER
                        + "1}\n"
                        + "A at 1,2,3"
                        + " asset-packs::Actions={\"id\":1,\"value\":[{\"name\":\"P\",\"type\":\"play_sound\",\"jsonPayload\":\"assets/x/a.mp3\"}]}\n");
    }

    @Test
    void namesOfComponentsToSynchronizeBecomeNumbers() {
        check(
                "",
                "A",
                item(
                        "core-schema::Sync-Components=>0:{{'value':['core::Animator','nobody::Knows',7]}}"),
                "A at 1,2,3 core-schema::Sync-Components={\"componentIds\":[1042,7]}"
                        + " core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n");
    }

    @Test
    void aReferenceToItselfBecomesTheEntity() {
        check(
                "Box\n",
                "Cam",
                item("core::VirtualCamera=>0:{{'lookAtEntity':'{self}'}}"),
                "Box\nCam at 1,2,3 core::VirtualCamera={\"lookAtEntity\":513}\n");
    }

    @Test
    void aReferenceToAnotherEntityFollowsIt() {
        check(
                "Box\n",
                "Cam",
                item(
                        TRANSFORM + "513:{{'parent':0}}",
                        "core::VirtualCamera=>0:{{'lookAtEntity':513}}"),
                "Box\nCam at 1,2,3 core::VirtualCamera={\"lookAtEntity\":514}\n  Cam_513\n");
    }

    @Test
    void aReferenceToNoneOfTheItemLeadsNowhere() {
        check(
                "Box\n",
                "Cam",
                item("core::VirtualCamera=>0:{{'lookAtEntity':600}}"),
                "Box\nCam at 1,2,3 core::VirtualCamera={\"lookAtEntity\":0}\n");
    }
}
