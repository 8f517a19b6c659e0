// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.scenewright.scene.ItemText.GLTF;
import static org.scenewright.scene.ItemText.TRANSFORM;
import static org.scenewright.scene.ItemText.at;
import static org.scenewright.scene.ItemText.check;
import static org.scenewright.scene.ItemText.item;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

class SceneItemTest {
    private static final Placement.Asset ASSET = new Placement.Asset("a-1", "Pack", false);

    private static void refused(SceneItem item, String reason) {
        SceneCheck.refused(
                "Box\n", s -> new Edit.Instance(item, at("Door", "Scene", s)), reason + ".");
    }

    @Test
    void theOnlyEntityOfAnItemStandsWhereItIsPlaced() {
        check(
                "Box\n",
                "Chair",
                item(GLTF + "0:{{'src':'{assetPath}/c.glb'}}"),
                "Box\nChair at 1,2,3 core::GltfContainer={\"src\":\"assets/x/c.glb\","
                        + "\"visibleMeshesCollisionMask\":0,\"invisibleMeshesCollisionMask\":3}\n");
    }

    @Test
    void whatAnItemSaysOfCollidersStays() {
        check(
                "",
                "Chair",
                item(
                        GLTF
                                + "0:{{'src':'','visibleMeshesCollisionMask':2,'invisibleMeshesCollisionMask':0}}"),
                "Chair at 1,2,3 core::GltfContainer={\"src\":\"\","
                        + "\"visibleMeshesCollisionMask\":2,\"invisibleMeshesCollisionMask\":0}\n");
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        check(
                "Chair\n",
                "Chair",
                item("inspector::Lock=>0:{{'value':false}}"),
                "Chair\nChair_2 at 1,2,3 inspector::Lock={\"value\":false}\n");
    }

    @Test
    void anItemBelowAParentStandsWhereItIsPlacedInTheWorld() {
        SceneCheck.check(
                "Box at 1,1,1\n",
                s ->
                        new Edit.Instance(
                                item("inspector::Lock=>0:{{'value':false}}"), at("It", "Box", s)),
                "Box at 1,1,1\n  It at 0,1,2 inspector::Lock={\"value\":false}\n");
    }

    @Test
    void severalEntitiesThatHangOnNoneGetOneAbove() {
        check(
                "",
                "Pair",
                item("core-schema::Name=>512:{{'value':'A'}},513:{{'value':'B'}}"),
                "Pair_root at 1,2,3\n  A\n  B\n");
    }

    @Test
    void whatHasNoNameIsCalledByItsNumber() {
        check(
                "",
                "Pair",
                item("inspector::Lock=>512:{{'value':true}},513:{{'value':true}}"),
                "Pair_root at 1,2,3\n  Pair_512 inspector::Lock={\"value\":true}\n"
                        + "  Pair_513 inspector::Lock={\"value\":true}\n");
    }

    @Test
    void parentsMayStandAfterTheirChildren() {
        check(
                "",
                "Tower",
                item(
                        TRANSFORM
                                + "513:{{'parent':514,'position':{'x':1,'y':0,'z':0}}},514:{{'parent':0}}"),
                "Tower at 1,2,3\n  Tower_514\n    Tower_513 at 1,0,0\n");
    }

    @Test
    void aParentWithoutComponentsIsAnEntityOfTheItem() {
        check(
                "",
                "Pair",
                item(TRANSFORM + "512:{{'parent':0}},513:{{'parent':0}}"),
                "Pair at 1,2,3\n  Pair_512\n  Pair_513\n");
    }

    @Test
    void whatStandsAtTheTopKeepsItsSizeButNotItsPlace() {
        check(
                "",
                "Big",
                item(
                        TRANSFORM
                                + "0:{{'position':{'x':9,'y':9,'z':9},'scale':{'x':2,'y':3,'z':4}}}"),
                "Big at 1,2,3 scaled 2,3,4\n");
    }

    @Test
    void aTextThatSaysSelfStays() {
        check(
                "",
                "A",
                item("core::VideoPlayer=>0:{{'src':'{self}'}}"),
                "A at 1,2,3 core::VideoPlayer={\"src\":\"{self}\"}\n");
    }

    @Test
    void fieldsThatNameFilesOfAnAssetAreBoundToItFirst() {
        var item =
                item(
                        "core::AudioSource=>0:{{'audioClipUrl':'{assetPath}/a.mp3'}}",
                        "core::VideoPlayer=>0:{{'src':'https://example.org/v.mp4'}}",
                        "core::Material=>0:{{'material':{'$case':'pbr','pbr':{'texture':{'tex':"
                                + "{'$case':'texture','texture':{'src':'{assetPath}/t.png'}}}}}}}");
        var scene = new Scene(SceneText.read(""));
        var changes =
                SceneCheck.accepted(
                        scene,
                        s ->
                                new Edit.Instance(
                                        item,
                                        new Placement(
                                                "A",
                                                "assets/x",
                                                Pose.IDENTITY,
                                                Edit.Place.TOP,
                                                Optional.of(ASSET))));
        var written =
                changes.list().stream()
                        .filter(Change.Written.class::isInstance)
                        .map(change -> ((Change.Written) change).component())
                        .toList();
        assertEquals(Placement.BINDING, written.getFirst());
        assertEquals(
                "{\"bindings\":[{\"field\":\"core::AudioSource.audioClipUrl\",\"assetId\":\"a-1\","
                        + "\"provider\":\"Pack\"},{\"field\":"
                        + "\"core::Material.material.pbr.texture.tex.texture.src\","
                        + "\"assetId\":\"a-1\",\"provider\":\"Pack\"}]}",
                ValueJson.print(
                        scene.snapshot()
                                .value(SceneText.find(scene.snapshot(), "A"), Placement.BINDING)
                                .orElseThrow()));
    }

    @Test
    void anItemOfTheProjectSaysWhichItIsAndOffersItsTags() {
        var item = item("core-schema::Tags=>0:{{'tags':['Red','Blue']}}");
        SceneCheck.check(
                "",
                s ->
                        new Edit.Instance(
                                item,
                                new Placement(
                                        "A",
                                        "assets/custom/a",
                                        Pose.IDENTITY,
                                        Edit.Place.TOP,
                                        Optional.of(new Placement.Asset("c", "", true)))),
                "core-schema::Tags={\"tags\":[\"Red\",\"Blue\"]}\nA"
                        + " core-schema::Tags={\"tags\":[\"Red\",\"Blue\"]}"
                        + " inspector::CustomAsset={\"assetId\":\"c\"}\n");
    }

    @Test
    void aComponentThatNobodyKnowsIsRefused() {
        refused(
                item("mine::Door=>0:{{'open':true}}"),
                "\"Door\" cannot be placed: it needs mine::Door, a component that this scene does"
                        + " not have");
    }

    @Test
    void aVersionThatIsNotKnownIsRefused() {
        refused(
                item("asset-packs::Actions-v7=>0:{{'id':1}}"),
                "\"Door\" cannot be placed: it needs asset-packs::Actions-v7, a version of"
                        + " asset-packs::Actions that this scene does not have");
    }

    @Test
    void whatOnlyTheRendererWritesIsRefused() {
        refused(
                item("core::RaycastResult=>0:{{}}"),
                "\"Door\" cannot be placed: core::RaycastResult is nothing that an item can bring"
                        + " into a scene");
    }

    @Test
    void aRingOfParentsIsRefused() {
        refused(
                item(TRANSFORM + "512:{{'parent':513}},513:{{'parent':512}}"),
                "\"Door\" cannot be placed: some of its entities hang below themselves");
    }

    @Test
    void anItemWithoutEntitiesIsRefused() {
        refused(item(), "\"Door\" cannot be placed: there is no entity in it");
    }

    @Test
    void anItemMaySayWhatItsOwnComponentsLookLike() {
        var item =
                SceneItem.parse(
                        """
                        {"components":[{"name":"mine::Door","jsonSchema":{"type":"object",
                        "serializationType":"map","properties":{"to":{"type":"integer",
                        "serializationType":"entity"}}},"data":{"0":{"json":{"to":"{self}"}}}}]}\
                        """);
        check("", "A", item, "A at 1,2,3 mine::Door={\"to\":512}\n");
    }

    @Test
    void valuesThatDoNotFitAreMadeToFit() {
        check(
                "",
                "A",
                item("core::AudioSource=>0:{{'audioClipUrl':7,'playing':'no','volume':'0.5'}}"),
                "A at 1,2,3 core::AudioSource={\"audioClipUrl\":\"7\",\"volume\":0.5}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[ | no valid JSON: Unexpected end-of-input: expected close marker for Array",
                "{} | there is no list of components",
                "{\"components\":[{}]} | a component has no name",
                "{\"components\":[{\"name\":\"a\",\"data\":{\"x\":{}}}]} |"
                        + " a has the key \"x\", which is no number of an entity",
                "{\"components\":[{\"name\":\"a\",\"data\":{\"-1\":{}}}]} |"
                        + " a has the key \"-1\", which is no number of an entity",
                "{\"components\":[{\"name\":\"a\",\"data\":{\"1\":{\"binary\":\"AA==\"}}}]} |"
                        + " a of entity 1 has no value"
            })
    void whatIsNoItemIsNotRead(String composite, String reason) {
        assertEquals(
                reason,
                assertThrows(SchemaException.class, () -> SceneItem.parse(composite)).getMessage());
    }
}
