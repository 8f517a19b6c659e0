// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Items that somebody spoilt, in a scene: each fits or is refused, and is taken back exactly. */
class SceneItemRandomTest {
    private static final List<String> COMPONENTS =
            List.of(
                    "core::Transform",
                    "core::GltfContainer",
                    "core::Material",
                    "core::VirtualCamera",
                    "core-schema::Name",
                    "core-schema::Sync-Components",
                    "core-schema::Network-Entity",
                    "core-schema::Tags",
                    "asset-packs::Actions",
                    "asset-packs::Triggers",
                    "asset-packs::Counter",
                    "inspector::Nodes",
                    "inspector::Config",
                    "composite::root",
                    "scenewright::Asset",
                    "mine::Door",
                    "core::RaycastResult");
    private static final List<String> FIELDS =
            List.of(
                    "parent",
                    "position",
                    "x",
                    "src",
                    "value",
                    "componentIds",
                    "id",
                    "actions",
                    "conditions",
                    "material",
                    "pbr",
                    "$case",
                    "tex",
                    "bindings",
                    "tags",
                    "entities",
                    "lookAtEntity");
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "{self}",
                    "{assetPath}/a.glb",
                    "{self:asset-packs::Actions}",
                    "{513:}",
                    "{99999999999:a}",
                    "pbr",
                    "core::Animator",
                    "\ud800",
                    "a".repeat(300));
    private static final double[] NUMBERS = {
        0, -1, 1, 512, 513, 514, 0.5, 1e300, -1e-300, 70_000, 4e9
    };

    private final Random random = new Random(61);

    private Value value(int depth) {
        return switch (random.nextInt(depth > 5 ? 4 : 9)) {
            case 0 -> Value.of(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> Value.of(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 2 -> Value.of(random.nextBoolean());
            case 3 -> new Value.Nothing();
            case 4 -> items(depth);
            default -> fields(depth);
        };
    }

    private Value items(int depth) {
        var items = new ArrayList<Value>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth + 1));
        }
        return Value.of(items);
    }

    private Value fields(int depth) {
        Value fields = Value.EMPTY;
        for (int i = random.nextInt(5); i > 0; i--) {
            var name = FIELDS.get(random.nextInt(FIELDS.size()));
            fields = fields.with(FieldPath.of(name), value(depth + 1));
        }
        return fields;
    }

    private String composite() {
        var sections = new ArrayList<Value>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            Value data = Value.EMPTY;
            for (int j = random.nextInt(4); j >= 0; j--) {
                int entity = random.nextInt(3) == 0 ? 0 : 511 + random.nextInt(5);
                data = data.with(FieldPath.of(entity + ""), Value.fields("json", fields(0)));
            }
            var name = Value.of(COMPONENTS.get(random.nextInt(COMPONENTS.size())));
            sections.add(Value.fields("name", name).with(FieldPath.of("data"), data));
        }
        return ValueJson.print(Value.fields("components", Value.of(sections)));
    }

    @Test
    void spoiltItemsFitOrAreRefusedAndAreTakenBack() {
        var scene = new Scene(SceneText.read("Box at 1,2,3\n  Lid\n"));
        int accepted = 0;
        for (int i = 0; i < 3_000; i++) {
            var before = SceneText.print(scene.snapshot());
            var placement =
                    new Placement(
                            "It",
                            "assets/it",
                            Pose.IDENTITY,
                            Edit.Place.under(SceneText.find(scene.snapshot(), "Box")),
                            Optional.of(new Placement.Asset("id", "", random.nextBoolean())));
            var edit = new Edit.Instance(item(), placement);
            if (scene.apply(edit, Origin.USER) instanceof Outcome.Accepted) {
                accepted++;
                SceneInvariants.check(scene.snapshot());
                scene.undo();
            }
            assertEquals(before, SceneText.print(scene.snapshot()));
        }
        assertTrue(accepted > 500, accepted + " were accepted");
    }

    private SceneItem item() {
        try {
            return SceneItem.parse(composite());
        } catch (SchemaException unfit) {
            throw new AssertionError(unfit);
        }
    }

    @Test
    void itemsAreReadAsTheyAreWritten() {
        for (int i = 0; i < 300; i++) {
            var item = item();
            assertEquals(item, SceneItem.parse(item.toJson()));
        }
    }
}
