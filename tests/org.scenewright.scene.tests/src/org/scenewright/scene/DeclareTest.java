// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.Velocity.BOX;
import static org.scenewright.scene.Velocity.CORE;
import static org.scenewright.scene.Velocity.FAST;
import static org.scenewright.scene.Velocity.NAME;
import static org.scenewright.scene.Velocity.X;
import static org.scenewright.scene.Velocity.Y;
import static org.scenewright.scene.Velocity.Y_TEXT;
import static org.scenewright.scene.Velocity.composite;
import static org.scenewright.scene.Velocity.project;
import static org.scenewright.scene.Velocity.schema;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Source files of the project say anew what a component looks like while a scene is open. */
class DeclareTest {
    private static Edit set(String field, String json) {
        return new Edit.Set(BOX, NAME, FieldPath.parse(field), ValueJson.parse(json));
    }

    private static Edit migrate(Edit.Policy policy) {
        return new Edit.Migrate(NAME, policy);
    }

    private static void follow(StoredCheck check, Scene scene, Changes changes) {
        check.follow(scene.snapshot(), changes);
    }

    private static Changes apply(Scene scene, Edit edit) {
        return switch (scene.apply(edit, Origin.USER)) {
            case Outcome.Accepted(var changes) -> changes;
            case Outcome.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    private static List<String> fields(Scene scene) {
        return switch (scene.snapshot().types().find(NAME).map(ComponentType::schema)) {
            case Optional<Schema> type when type.orElseThrow() instanceof Schema.Struct(var f) ->
                    f.stream().map(Schema.Field::name).toList();
            case Optional<Schema> type -> List.of(type.toString());
        };
    }

    /** An edit of a scene with other types than it was written with; undo restores the bytes. */
    private static void check(String before, ComponentTypes types, Edit edit, String after) {
        var file = Velocity.file(before, types);
        var scene = Velocity.scene(file);
        apply(scene, edit);
        assertEquals(after, Velocity.written(file, scene));
        // What was written opens as it was.
        assertEquals(
                Difference.between(
                        Velocity.scene(Velocity.file(after, types)).snapshot(), scene.snapshot()),
                List.of());
        scene.undo();
        assertEquals(before, Velocity.written(file, scene));
        scene.redo();
        assertEquals(after, Velocity.written(file, scene));
    }

    private static void migrated(Edit.Policy policy, String cell, String... after) {
        check(
                composite(schema(X, Y_TEXT), cell),
                project(X, Y, FAST),
                migrate(policy),
                composite(schema(X, Y, FAST), after));
    }

    private static List<String> problems(String text, ComponentTypes types) {
        return Velocity.file(text, types).problems().stream()
                .map(p -> p.line() + " " + p.entity() + " " + p.field() + ": " + p.message())
                .toList();
    }

    @Test
    void theNewTypeHoldsAtOnceAndNothingElseChanges() {
        var file = Velocity.file(composite(schema(X), "{\"x\":1}"), project(X));
        var scene = Velocity.scene(file);
        long state = scene.state();
        var changes = scene.declare(project(X, Y));
        assertEquals(List.of(new Change.Declared(NAME)), changes.list());
        assertEquals(List.of("x", "y"), fields(scene));
        assertEquals(state, scene.state());
        assertEquals(Optional.empty(), scene.undoLabel());
        assertEquals(composite(schema(X), "{\"x\":1}"), Velocity.written(file, scene));
    }

    @Test
    void whatIsDeclaredAlreadyChangesNothing() {
        var scene = Velocity.scene(Velocity.file(composite(schema(X), "{\"x\":1}"), project(X)));
        assertEquals(List.of(), scene.declare(project(X)).list());
    }

    @Test
    void aTypeThatVanishesIsWhatTheCompositeSays() {
        var scene = Velocity.scene(Velocity.file(composite(schema(X), "{\"x\":1}"), project(X, Y)));
        assertEquals(List.of("x", "y"), fields(scene));
        scene.declare(CORE);
        assertEquals(List.of("x"), fields(scene));
    }

    @Test
    void aTypeThatVanishesWithoutATraceIsUnknown() {
        var scene = Velocity.scene(Velocity.file("", project(X)));
        scene.declare(CORE);
        assertEquals(Optional.empty(), scene.snapshot().types().find(NAME));
    }

    @Test
    void whatTheSdkDefinesStaysWhateverTheProjectSays() {
        var scene = Velocity.scene(Velocity.file("", CORE));
        var wrong = ComponentType.declared(SceneSnapshot.TRANSFORM, new Schema.Opaque("mistake"));
        scene.declare(ComponentTypes.of(List.of(wrong)));
        assertEquals(
                CORE.find(SceneSnapshot.TRANSFORM),
                scene.snapshot().types().find(SceneSnapshot.TRANSFORM));
    }

    @Test
    void bytesStayThoseOfTheStoredSchemaUntilItIsMigrated() {
        var scene = Velocity.scene(Velocity.file(composite(schema(X), "{\"x\":1}"), project(X)));
        scene.declare(project(Y_TEXT, X));
        var value = Value.fields("x", Value.of(1));
        assertEquals(
                4, scene.snapshot().types().find(NAME).orElseThrow().codec().toBytes(value).length);
        apply(scene, migrate(Edit.Policy.KEEP));
        assertEquals(
                8, scene.snapshot().types().find(NAME).orElseThrow().codec().toBytes(value).length);
    }

    @Test
    void aFirstComponentBringsTheSchemaOfTheDefinition() {
        var file = Velocity.file(composite(schema(X)), CORE);
        var other = "{\"type\":\"object\",\"properties\":{},\"serializationType\":\"map\"}";
        var scene = Velocity.scene(Velocity.file(composite(other).replace(NAME, "a::B"), CORE));
        scene.declare(project(FAST, X));
        apply(scene, new Edit.Spawn("Box", Edit.Place.TOP, new LinkedHashMap<>()));
        apply(scene, new Edit.Put(BOX, NAME, ValueJson.parse("{\"fast\":true,\"x\":2}")));
        var empty = Velocity.file("", CORE);
        assertTrue(
                Velocity.written(empty, scene)
                        .replaceAll("\\s", "")
                        .contains("\"jsonSchema\":" + schema(FAST, X)));
        assertFalse(Velocity.written(file, scene).contains("a::B"));
    }

    @Test
    void keepingLeavesWhatFitsAndWhatIsUnknownAndFillsTheRest() {
        migrated(
                Edit.Policy.KEEP,
                "{\"x\":1.50,\"y\":\"2.5\",\"old\":[1]}",
                "{\"x\":1.50,\"y\":2.5,\"fast\":false,\"old\":[1]}");
    }

    @Test
    void keepingWhatSaysNothingOfTheNewKindIsTheDefault() {
        migrated(Edit.Policy.KEEP, "{\"x\":1,\"y\":\"high\"}", "{\"x\":1,\"y\":0,\"fast\":false}");
    }

    @Test
    void droppingTakesOutWhatDoesNotFit() {
        migrated(
                Edit.Policy.DROP,
                "{\"x\":1.50,\"y\":\"2.5\",\"old\":[1]}",
                "{\"x\":1.50,\"y\":0,\"fast\":false}");
    }

    @Test
    void defaultsTakeThePlaceOfWholeComponentsThatDoNotFit() {
        check(
                composite(schema(X), "{\"x\":3,\"y\":1}", "{\"x\":3}"),
                project(X, Y),
                migrate(Edit.Policy.DEFAULT),
                composite(schema(X, Y), "{\"x\":3,\"y\":1}", "{\"x\":0,\"y\":0}"));
    }

    @Test
    void editingAFieldImpliesKeepingTheRestForAllEntities() {
        check(
                composite(schema(X), "{\"x\":1}", "{\"x\":2,\"z\":3}"),
                project(X, Y),
                set("x", "5"),
                composite(schema(X, Y), "{\"x\":5,\"y\":0}", "{\"x\":2,\"y\":0,\"z\":3}"));
    }

    @Test
    void editsOfOtherComponentsImplyNothing() {
        var file = Velocity.file(composite(schema(X), "{\"x\":1}"), project(X, Y));
        var scene = Velocity.scene(file);
        apply(scene, new Edit.Rename(BOX, "Gate"));
        assertTrue(Velocity.written(file, scene).contains(schema(X)));
    }

    @Test
    void componentsOfTheSdkAreNotMigrated() {
        var scene = Velocity.scene(Velocity.file("", CORE));
        assertEquals(
                new Outcome.Refused("core::Transform looks the same in every scene."),
                scene.apply(
                        new Edit.Migrate(SceneSnapshot.TRANSFORM, Edit.Policy.KEEP), Origin.USER));
    }

    @Test
    void differencesOfTheShapeAreTold() {
        assertEquals(
                List.of(
                        "2  yard::Velocity.y: This is a text in the scene and a number (float32)"
                                + " in the definition.",
                        "2  yard::Velocity.fast: The definition has this field, the scene does not"
                                + " have it yet.",
                        "2  yard::Velocity.x: The scene has this field, the definition does not"
                                + " have it any more."),
                problems(composite(schema(X, Y_TEXT)), project(Y, FAST)));
    }

    @Test
    void valuesThatDoNotFitAreToldWhereTheyStand() {
        assertEquals(
                List.of(
                        "4 513 yard::Velocity.y: Velocity › Y should be a number.",
                        "4 513 yard::Velocity.x: Velocity › X is missing; the SDK's tools need"
                                + " it."),
                problems(
                        composite(schema(Y, X), "{\"y\":1,\"x\":2}", "{\"y\":\"a\"}"),
                        project(Y, X)));
    }

    @Test
    void problemsVanishOnceTheyAreMendedAndComeBackByUndo() {
        var file = Velocity.file(composite(schema(X), "{\"x\":1}"), project(X));
        var scene = Velocity.scene(file);
        var check = new StoredCheck(scene.snapshot());
        follow(check, scene, scene.declare(project(X, Y)));
        assertEquals(1, check.problems(file).size());
        follow(check, scene, apply(scene, migrate(Edit.Policy.KEEP)));
        assertEquals(List.of(), check.problems(file));
        follow(check, scene, scene.undo().orElseThrow());
        assertEquals(1, check.problems(file).size());
        follow(check, scene, scene.declare(project(X)));
        assertEquals(List.of(), check.problems(file));
    }

    @Test
    void valuesLackWhatTheSceneItselfSaysThatTheyHave() {
        var file = Velocity.file(composite(schema(X, Y), "{\"x\":1}"), project(X, Y));
        var scene = Velocity.scene(file);
        var check = new StoredCheck(scene.snapshot());
        assertEquals(List.of("512"), entities(check.problems(file)));
        follow(check, scene, scene.declare(project(X)));
        assertEquals(List.of(""), entities(check.problems(file)));
        follow(check, scene, scene.declare(project(X, Y)));
        assertEquals(List.of("512"), entities(check.problems(file)));
    }

    private static List<String> entities(List<Problem> problems) {
        return problems.stream().map(Problem::entity).toList();
    }

    @Test
    void theCellOfSchemasIsNoComponentForAnybody() {
        var now = Velocity.scene(Velocity.file(composite(schema(X), "{\"x\":1}"), CORE)).snapshot();
        assertEquals(List.of(NAME), now.componentNames());
        assertEquals(List.of(), now.components(Entity.ROOT));
    }
}
