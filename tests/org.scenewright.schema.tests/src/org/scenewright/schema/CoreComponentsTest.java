// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.crdt.ComponentId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

class CoreComponentsTest {
    private static final ComponentTypes TYPES = CoreComponents.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Material|material.pbr.metallic|0.5",
                "Material|material.pbr.roughness|0.5",
                "Material|material.pbr.transparencyMode|4",
                "Material|material.pbr.emissiveIntensity|2",
                "Material|material.pbr.specularIntensity|1",
                "Material|material.pbr.albedoColor|{\"r\":1,\"g\":1,\"b\":1,\"a\":1}",
                "Material|material.pbr.emissiveColor|{\"r\":0,\"g\":0,\"b\":0}",
                "Material|material.unlit.alphaTest|0.5",
                "Material|material.unlit.castShadows|true",
                "Material|material.pbr.texture.tex.texture.wrapMode|1",
                "MeshRenderer|mesh.cylinder.radiusTop|0.5",
                "MeshCollider|collisionMask|3",
                "GltfContainer|visibleMeshesCollisionMask|0",
                "GltfContainer|invisibleMeshesCollisionMask|3",
                "LightSource|intensity|16000",
                "LightSource|range|-1",
                "LightSource|type.spot.innerAngle|21.8",
                "LightSource|type.spot.outerAngle|30",
                "Billboard|billboardMode|7",
                "TriggerArea|collisionMask|4",
                "Transform|scale|{\"x\":1,\"y\":1,\"z\":1}",
                "Transform|rotation|{\"x\":0,\"y\":0,\"z\":0,\"w\":1}",
                "TextShape|fontSize|10",
                "VisibilityComponent|visible|true",
                "VisibilityComponent|propagateToChildren|false",
                "ParticleSystem|shape.cone.angle|25",
            })
    void anAbsentFieldIsAsTheSdkHasIt(String component, String path, String json) {
        assertEquals(json, ValueJson.print(field("core::" + component, path).fallback()));
    }

    @Test
    void aPathOfAnAssetIsKnownAsOne() {
        checkSchema("core::GltfContainer", "src", new Schema.Text(Schema.TextUse.ASSET_PATH));
        checkSchema("core::VideoPlayer", "src", new Schema.Text(Schema.TextUse.ASSET_PATH));
        checkSchema(
                "core::AudioSource", "audioClipUrl", new Schema.Text(Schema.TextUse.ASSET_PATH));
        checkSchema(
                "core::Material",
                "material.pbr.texture.tex.texture.src",
                new Schema.Text(Schema.TextUse.ASSET_PATH));
        checkSchema(
                "core::AssetLoad",
                "assets",
                new Schema.Items(new Schema.Text(Schema.TextUse.ASSET_PATH)));
        checkSchema("core::AudioStream", "url", new Schema.Text(Schema.TextUse.PLAIN));
    }

    @Test
    void aNumberOfAnEntityIsKnownAsOne() {
        checkSchema("core::Transform", "parent", new Schema.EntityReference());
        checkSchema("core::Billboard", "targetEntity", new Schema.EntityReference());
        checkSchema("core::Raycast", "direction.targetEntity", new Schema.EntityReference());
        checkSchema("core::VirtualCamera", "lookAtEntity", new Schema.EntityReference());
        checkSchema("core::UiTransform", "rightOf", new Schema.EntityReference());
        checkSchema(
                "core::Material",
                "material.pbr.texture.tex.videoTexture.videoPlayerEntity",
                new Schema.EntityReference());
    }

    @Test
    void collisionLayersAreAMask() {
        var mask =
                assertInstanceOf(Schema.Mask.class, schema("core::MeshCollider", "collisionMask"));
        var values = mask.bits().stream().map(Schema.Option::value).toList();
        assertEquals(12, values.size());
        assertEquals(Value.of(1), values.getFirst());
        assertEquals(Value.of(32768), values.getLast());
    }

    @Test
    void aChoiceShowsNamesAndKeepsNumbers() {
        var choice =
                assertInstanceOf(Schema.Choice.class, schema("core::Billboard", "billboardMode"));
        assertEquals(
                List.of("None", "X", "Y", "Z", "All"),
                choice.options().stream().map(Schema.Option::label).toList());
        assertEquals(Value.of(7), choice.options().getLast().value());
    }

    @Test
    void vectorsAndColoursAreVectors() {
        checkSchema("core::Tween", "mode.move.start", new Schema.Vector(Schema.VectorKind.VECTOR3));
        checkSchema(
                "core::Tween", "mode.rotate.end", new Schema.Vector(Schema.VectorKind.QUATERNION));
        checkSchema("core::TextShape", "textColor", new Schema.Vector(Schema.VectorKind.COLOR4));
        checkSchema("core::LightSource", "color", new Schema.Vector(Schema.VectorKind.COLOR3));
        checkSchema(
                "core::Material",
                "material.unlit.texture.tex.texture.tiling",
                new Schema.Vector(Schema.VectorKind.VECTOR2));
    }

    @Test
    void newComponentsAreUsefulAtOnce() {
        checkInitial("core::MeshRenderer", "{\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[]}}}");
        checkInitial("core::Material", "{\"material\":{\"$case\":\"pbr\",\"pbr\":{}}}");
        checkInitial("core::GltfContainer", "{\"src\":\"\"}");
        checkInitial("core::Animator", "{\"states\":[]}");
        checkInitial("inspector::Hide", "{\"value\":false}");
        checkInitial("inspector::Nodes", "{\"value\":[]}");
    }

    @Test
    void everyNewComponentCanBeWritten() {
        for (var type : TYPES.all()) {
            byte[] bytes = type.codec().toBytes(type.initial());
            assertEquals(type.initial(), type.codec().fromBytes(bytes), type.name());
        }
    }

    @Test
    void everyLineOfTheTableMeansAField() {
        var unknown = new HashSet<>(CoreTable.hinted());
        var descriptors = Descriptors.load();
        for (String hint : CoreTable.hinted()) {
            var steps = new ArrayList<>(List.of(hint.split("\\.")));
            var message = descriptors.message(steps.removeFirst());
            while (steps.size() > 1) {
                message = message.findNestedTypeByName(steps.removeFirst());
            }
            boolean field =
                    message.getFields().stream()
                            .anyMatch(f -> f.getJsonName().equals(steps.getFirst()));
            boolean oneOf =
                    message.getOneofs().stream()
                            .anyMatch(o -> ProtoNames.of(o).equals(steps.getFirst()));
            if (field || oneOf) {
                unknown.remove(hint);
            }
        }
        assertEquals(new HashSet<>(), unknown);
    }

    @Test
    void numbersAreFixedBelow2048AndNoneIsTakenTwice() {
        var numbers = new HashSet<ComponentId>();
        for (var type : TYPES.all()) {
            assertTrue(numbers.add(type.id()), type.name());
            assertEquals(type.name().startsWith("core::"), type.id().toLong() < 2048, type.name());
        }
        assertEquals(64, numbers.stream().filter(n -> n.toLong() < 2048).count());
    }

    @Test
    void theRoleSaysWhoWrites() {
        checkRole("core::Transform", ComponentType.Role.AUTHORED);
        checkRole("core-schema::Name", ComponentType.Role.AUTHORED);
        checkRole("asset-packs::Actions", ComponentType.Role.AUTHORED);
        checkRole("inspector::Nodes", ComponentType.Role.EDITOR);
        checkRole("composite::root", ComponentType.Role.EDITOR);
        checkRole("core::RaycastResult", ComponentType.Role.RESULT);
        checkRole("core::TweenState", ComponentType.Role.RESULT);
        checkRole("core::MapPin", ComponentType.Role.UNSUPPORTED);
    }

    @Test
    void aChoiceAmongCasesIsSpelledWithTheNameOfTheCase() {
        var oneOf = (Schema.OneOf) schema("core::Material", "material");
        assertEquals(
                List.of("unlit", "pbr"), oneOf.cases().stream().map(Schema.Field::name).toList());
        var value = ValueJson.parse("{\"$case\":\"pbr\",\"pbr\":{\"metallic\":1}}");
        assertEquals(Optional.of("pbr"), oneOf.chosen(value).map(Schema.Field::name));
        assertEquals(Optional.of(1.0), oneOf.content(value).map(c -> c.number("metallic", 0)));
        assertEquals(Optional.empty(), oneOf.chosen(ValueJson.parse("{\"$case\":\"foil\"}")));
    }

    @Test
    void aValueThatDoesNotFitIsRefusedWithTheNameOfTheField() {
        checkRefused(
                "core::Material",
                "{\"material\":{\"$case\":\"pbr\",\"pbr\":{\"metallic\":\"x\"}}}",
                "material.pbr.metallic: expected a number but found a text");
        checkRefused(
                "core::MeshRenderer",
                "{\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[0,true]}}}",
                "mesh.box.uvs.1: expected a number but found true or false");
        checkRefused(
                "core::MeshCollider",
                "{\"collisionMask\":1.5}",
                "collisionMask: 1.5 is no whole number from 0 to 4294967295");
        checkRefused(
                "core::Animator",
                "{\"states\":[{\"clip\":1}]}",
                "states.0.clip: expected a text but found a number");
        checkRefused(
                "core::Transform",
                "{\"position\":{\"y\":[]}}",
                "position.y: expected a number but found a list");
        checkRefused(
                "core::MeshRenderer", "{\"mesh\":7}", "mesh: expected a struct but found a number");
        checkRefused(
                "core::MeshRenderer",
                "{\"mesh\":{\"$case\":\"cone\"}}",
                "mesh: there is no case \"cone\"");
        checkRefused(
                "inspector::SceneMetadata",
                "{\"layout\":{},\"spawnPoints\":[{\"position\":{\"x\":{\"$case\":\"many\"}}}]}",
                "spawnPoints.0.position.x: there is no case \"many\"");
        checkRefused("core::TextShape", "[]", "expected a struct but found a list");
        checkRefused(
                "inspector::Nodes",
                "{\"value\":[{\"entity\":-3000000000,\"children\":[]}]}",
                "value.0.entity: -3000000000 is no whole number from -2147483648 to 4294967295");
    }

    @Test
    void whatANewerSdkAddsIsSkipped() {
        // Field 1 = 2, then an unknown text in field 15 and field 1 with a wire type that does not
        // fit.
        checkRead(
                "core::Billboard",
                "{\"billboardMode\":2}",
                0x08,
                2,
                0x7A,
                2,
                'h',
                'i',
                0x0D,
                0,
                0,
                0,
                0);
    }

    @Test
    void theLastOfSeveralCasesHolds() {
        checkRead(
                "core::MeshRenderer",
                "{\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}",
                0x0A,
                0,
                0x12,
                0);
        checkRead(
                "core::MeshRenderer",
                "{\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[]}}}",
                0x12,
                0,
                0x0A,
                0);
    }

    @Test
    void numbersMayStandUnpackedToo() {
        checkRead(
                "core::AvatarModifierArea",
                "{\"excludeIds\":[],\"modifiers\":[1,2]}",
                0x18,
                1,
                0x18,
                2);
    }

    private static void checkRead(String component, String json, int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        assertEquals(
                json, ValueJson.print(TYPES.find(component).orElseThrow().codec().fromBytes(raw)));
    }

    private static void checkSchema(String component, String path, Schema expected) {
        var schema = schema(component, path);
        assertEquals(
                expected,
                schema instanceof Schema.Maybe(var inner) ? inner : schema,
                component + " " + path);
    }

    private static void checkInitial(String component, String json) {
        assertEquals(json, ValueJson.print(TYPES.find(component).orElseThrow().initial()));
    }

    private static void checkRole(String component, ComponentType.Role role) {
        assertEquals(role, TYPES.find(component).orElseThrow().role());
    }

    private static void checkRefused(String component, String json, String message) {
        var codec = TYPES.find(component).orElseThrow().codec();
        var value = ValueJson.parse(json);
        assertEquals(
                message,
                assertThrows(SchemaException.class, () -> codec.toBytes(value)).getMessage());
    }

    private static Schema schema(String component, String path) {
        var schema = field(component, path).schema();
        return schema instanceof Schema.Maybe(var inner) ? inner : schema;
    }

    private static Schema.Field field(String component, String path) {
        var type = TYPES.find(component).orElseThrow();
        var field = new Schema.Field("", type.schema(), type.initial());
        for (String step : path.split("\\.")) {
            var inside = field.schema() instanceof Schema.Maybe(var inner) ? inner : field.schema();
            var parts =
                    inside instanceof Schema.OneOf(var cases, var boxed)
                            ? cases
                            : ((Schema.Struct) inside).fields();
            field = parts.stream().filter(p -> p.name().equals(step)).findFirst().orElseThrow();
        }
        return field;
    }
}
