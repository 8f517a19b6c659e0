// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

class CompositeFileTest {
    private static final ComponentTypes CORE = CoreComponents.load();
    private static final String T = SceneSnapshot.TRANSFORM;
    private static final String NAME = SceneSnapshot.NAME;
    private static final Entity A = new Entity(512);
    private static final Entity B = new Entity(513);
    private static final Entity C = new Entity(514);

    private static final String SCENE =
            """
            { "version": 1, "components": [
             {"name": "core::Transform", "jsonSchema": {"x": 1}, "data": {
               "512": {"json": {"position": {"x": 1.0, "y": 2e0, "z": -0}, "parent": 0}},
               "513": {"$case": "json", "json": {"parent": 512, "mine": [1.50]}, "more": null}
             }, "extra": true},
             {"name": "core-schema::Name", "data": {
               "512": {"json": {"value": "A"}},
               "513": {"json": {"value": "B"}}
             }},
             {"name": "inspector::Nodes", "data": {
               "0": {"json": {"value": [
                 {"entity": 0, "open": true, "children": [512]},
                 {"entity": 512, "children": [513]},
                 {"entity": 513, "open": false, "mine": 1.0, "children": []},
                 {"entity": 1, "children": []},
                 {"entity": 2, "children": []}
               ]}}
             }}
            ], "other": {"key": 1.0} }
            """;

    private static CompositeFile file(String text) {
        return CompositeFile.of(text.getBytes(StandardCharsets.UTF_8), "main.composite", CORE);
    }

    private static SceneSnapshot snapshot(CompositeFile file) {
        return file.fill(SceneSnapshot.empty(file.types()));
    }

    private static SceneSnapshot snapshot(String text) {
        return snapshot(file(text));
    }

    private static String write(CompositeFile file, SceneSnapshot now) {
        return new String(file.write(now), StandardCharsets.UTF_8);
    }

    private static Value json(String text) {
        return ValueJson.parse(text.replace('\'', '"'));
    }

    private static UnaryOperator<SceneSnapshot> put(Entity entity, String component, String json) {
        return scene -> scene.with(entity, component, Optional.of(json(json)));
    }

    private static UnaryOperator<SceneSnapshot> remove(Entity entity, String component) {
        return scene -> scene.with(entity, component, Optional.empty());
    }

    private static UnaryOperator<SceneSnapshot> set(
            Entity entity, String component, String path, Value value) {
        return scene -> {
            var old = scene.value(entity, component).orElse(Value.EMPTY);
            return scene.with(
                    entity, component, Optional.of(old.with(FieldPath.parse(path), value)));
        };
    }

    private static UnaryOperator<SceneSnapshot> hang(
            Entity entity, Entity parent, Entity... children) {
        return scene -> scene.withNode(new SceneSnapshot.Node(entity, parent, List.of(children)));
    }

    @SafeVarargs
    private static UnaryOperator<SceneSnapshot> all(UnaryOperator<SceneSnapshot>... edits) {
        return scene -> {
            var now = scene;
            for (var edit : edits) {
                now = edit.apply(now);
            }
            return now;
        };
    }

    /**
     * An edit changes one stretch of the text into another, and what is written reads as it was
     * meant.
     */
    private static void check(
            String before, UnaryOperator<SceneSnapshot> edit, String old, String now) {
        assertEquals(
                before.indexOf(old), before.lastIndexOf(old), "the stretch must be the only one");
        var file = file(before);
        var edited = edit.apply(snapshot(file));
        String written = write(file, edited);
        assertEquals(before.replace(old, now), written);
        assertSame(edited, snapshot(written));
    }

    private static void assertSame(SceneSnapshot expected, SceneSnapshot actual) {
        assertEquals(expected.entities(), actual.entities());
        for (var entity : expected.entities()) {
            assertEquals(expected.children(entity), actual.children(entity), "below " + entity);
            for (var name : expected.componentNames()) {
                if (!name.equals(TreeOrder.NODES)) {
                    assertEquals(expected.value(entity, name), actual.value(entity, name));
                }
            }
        }
    }

    private static void checkSame(String text) {
        var file = file(text);
        assertEquals(text, write(file, snapshot(file)));
    }

    /** A scene of one component with the given cells. */
    private static String scene(String component, String cells) {
        return "{\"components\":[{\"name\":\"" + component + "\",\"data\":{" + cells + "}}]}";
    }

    private static void checkProblem(String text, String entity, String field, String message) {
        var problems = file(text).problems();
        boolean isTold =
                problems.stream()
                        .anyMatch(
                                p ->
                                        p.file().equals("main.composite")
                                                && p.entity().equals(entity)
                                                && p.field().equals(field)
                                                && p.message().contains(message));
        assertTrue(isTold, problems::toString);
        checkSame(text);
    }

    @Test
    void theSnapshotHoldsWhatTheFileSays() {
        var scene = snapshot(SCENE);
        assertEquals(
                List.of(0, 1, 2, 512, 513), scene.entities().stream().map(Entity::number).toList());
        assertEquals(Optional.of(json("{'parent':512,'mine':[1.5]}")), scene.value(B, T));
        assertEquals("A", scene.name(A));
        assertEquals(A, scene.parent(B));
        assertEquals(List.of(T, NAME, "inspector::Nodes"), scene.componentNames());
        assertEquals(List.of(), file(SCENE).problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCENE,
                "",
                " \n",
                "{}",
                "{\"components\":[]}",
                "{\"components\":[{\"name\":\"core::Transform\"}]}",
                "\uFEFF{\"version\":1,\r\n"
                        + "\"components\":[{\"data\":{\"512\":{\"json\":1}},\"name\":\"x\"}]}\r\n",
            })
    void whatNobodyChangedStaysAsItIs(String text) {
        checkSame(text);
    }

    @Test
    void oneFieldChangesOnlyItsText() {
        check(SCENE, set(A, T, "position.x", Value.of(3.5)), "1.0, \"y\"", "3.5, \"y\"");
        check(SCENE, set(B, NAME, "value", Value.of("Ü\n")), "\"B\"", "\"Ü\\n\"");
        check(SCENE, set(B, T, "mine.0", Value.of(2)), "[1.50]", "[2]");
    }

    @Test
    void anEditThatIsTakenBackLeavesNoTrace() {
        var file = file(SCENE);
        var there = set(A, T, "position.x", Value.of(3)).apply(snapshot(file));
        assertEquals(SCENE, write(file, set(A, T, "position.x", Value.of(1)).apply(there)));
    }

    @Test
    void aNewComponentStandsWhereItsNumberBelongs() {
        String text =
                scene(
                        "core-schema::Name",
                        "\"512\":{\"json\":{\"value\":\"A\"}},\"514\":{\"json\":{}}");
        String added = "\"513\":{\"json\":{\"value\":\"B\"}},";
        check(
                text,
                all(
                        hang(B, Entity.ROOT),
                        hang(Entity.ROOT, Entity.ROOT, A, B, C),
                        put(B, NAME, "{'value':'B'}")),
                "\"514\"",
                added + "\"514\"");
    }

    @Test
    void aRemovedComponentGoesWithItsComma() {
        check(SCENE, remove(B, NAME), ",\n   \"513\": {\"json\": {\"value\": \"B\"}}", "");
    }

    @Test
    void aNewKindOfComponentComesWithItsSchema() {
        String text = scene("core-schema::Name", "\"512\":{\"json\":{}}");
        check(
                text,
                put(A, "core::MeshRenderer", "{'mesh':{'$case':'box','box':{'uvs':[]}}}"),
                "}}]",
                "}},{\"name\":\"core::MeshRenderer\",\"jsonSchema\":{\"type\":\"object\",\"properties\":{},"
                    + "\"serializationType\":\"protocol-buffer\",\"protocolBuffer\":\"PBMeshRenderer\"},"
                    + "\"data\":{\"512\":{\"json\":{\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[]}}}}}}]");
    }

    @Test
    void aNewFileIsWrittenAsTheSdkWritesIt() {
        var file = file("");
        var now =
                all(
                                hang(A, Entity.ROOT),
                                hang(Entity.ROOT, Entity.ROOT, A),
                                put(A, "inspector::Hide", "{'value':true}"))
                        .apply(snapshot(file));
        String expected =
                """
                {
                  "version": 1,
                  "components": [
                    {
                      "name": "inspector::Hide",
                      "jsonSchema": {
                        "type": "object",
                        "properties": {
                          "value": {
                            "type": "boolean",
                            "serializationType": "boolean"
                          }
                        },
                        "serializationType": "map"
                      },
                      "data": {
                        "512": {
                          "json": {
                            "value": true
                          }
                        }
                      }
                    }
                  ]
                }\
                """;
        assertEquals(expected, write(file, now));
    }

    @Test
    void aSectionWithoutCellsGetsThem() {
        String text =
                "{\"components\":[{\"name\":\"core-schema::Name\"},{\"name\":\"x\",\"data\":{\"512\":{\"json\":1}}}]}";
        check(text, put(A, NAME, "{}"), "::Name\"", "::Name\",\"data\":{\"512\":{\"json\":{}}}");
    }

    @Test
    void renderersAnswersAreNotWritten() {
        String text = scene("core-schema::Name", "\"512\":{\"json\":{}}");
        var file = file(text);
        assertEquals(text, write(file, put(A, "core::RaycastResult", "{}").apply(snapshot(file))));
    }

    @Test
    void bytesStayBytes() {
        String text = scene("inspector::Hide", "\"512\":{\"binary\":\"AQ==\"}");
        assertEquals(
                Optional.of(json("{'value':true}")), snapshot(text).value(A, "inspector::Hide"));
        check(text, put(A, "inspector::Hide", "{'value':false}"), "AQ==", "AA==");
    }

    @Test
    void bytesThatCannotBeReadAreKept() {
        checkProblem(
                scene("inspector::Hide", "\"512\":{\"binary\":\"*\"}"),
                "512",
                "inspector::Hide",
                "bytes");
        checkProblem(
                scene("inspector::Hide", "\"512\":{\"binary\":\"\"}"),
                "512",
                "inspector::Hide",
                "bytes");
    }

    @Test
    void whatIsNoComponentIsKept() {
        checkProblem(scene("inspector::Hide", "\"512\":5"), "512", "inspector::Hide", "no object");
        checkProblem(
                scene("inspector::Hide", "\"512\":{\"x\":1}"), "512", "inspector::Hide", "neither");
        checkProblem("{\"components\":[7]}", "", "", "no object");
        checkProblem("{\"components\":[{\"data\":{}}]}", "", "", "no name");
        checkProblem("{\"components\":[{\"name\":\"x\",\"data\":[]}]}", "", "", "no object");
        checkProblem("{\"version\":9}", "", "", "version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65535", "-1", "01", "1.0", "4294967296", "", "x", "99999999999"})
    void keysThatAreNoEntitiesAreKept(String key) {
        String text = scene("inspector::Hide", "\"" + key + "\":{\"json\":{}}");
        checkProblem(text, "", "inspector::Hide", "no number of an entity");
        assertEquals(1, snapshot(text).size());
    }

    @Test
    void whatWasNotUnderstoodIsReplacedByAValue() {
        String text = scene("inspector::Hide", "\"512\":5,\"513\":{\"x\":1}");
        check(
                text,
                put(A, "inspector::Hide", "{'value':true}"),
                "5,",
                "{\"json\":{\"value\":true}},");
        check(text, put(B, "inspector::Hide", "{}"), "{\"x\":1}", "{\"x\":1,\"json\":{}}");
    }

    @Test
    void whatWasNotUnderstoodGoesWithItsEntity() {
        String text = scene("inspector::Hide", "\"512\":5,\"513\":{\"json\":{}}");
        check(
                text,
                all(hang(Entity.ROOT, Entity.ROOT, B), scene -> scene.withoutNode(A)),
                "\"512\":5,",
                "");
    }

    @Test
    void theLastOfTwoCellsCounts() {
        String cells =
                "\"512\":{\"json\":{\"value\":\"old\"}},\"512\":{\"json\":{\"value\":\"new\"}}";
        String hidden =
                "{\"components\":[{\"name\":\"inspector::Hide\",\"data\":{\"512\":{\"json\":{}}}},";
        String text = scene(NAME, cells).replace("{\"components\":[", hidden);
        checkProblem(text, "512", NAME, "the last one counts");
        assertEquals("new", snapshot(text).name(A));
        check(text, put(A, NAME, "{'value':'x'}"), "new", "x");
        check(text, remove(A, NAME), cells, "");
    }

    @Test
    void sectionsOfTheSameNameBelongTogether() {
        String text =
                "{\"components\":[{\"name\":\"core-schema::Name\",\"data\":{\"512\":{\"json\":{\"value\":\"A\"}}}},"
                    + "{\"name\":\"core-schema::Name\",\"data\":{\"513\":{\"json\":{\"value\":\"B\"}}}}]}";
        assertEquals("A", snapshot(text).name(A));
        assertEquals("B", snapshot(text).name(B));
        check(text, set(B, NAME, "value", Value.of("C")), "\"B\"", "\"C\"");
    }

    @Test
    void entitiesOfTheSameNumberCannotBothBeHere() {
        String text = scene(NAME, "\"512\":{\"json\":{}},\"66048\":{\"json\":{}}");
        checkProblem(text, "66048", NAME, "same number");
        check(
                text,
                put(A, NAME, "{'value':'x'}"),
                "{\"512\":{\"json\":{}}",
                "{\"512\":{\"json\":{\"value\":\"x\"}}");
    }

    @Test
    void wrongTypesAreToldWithTheirFields() {
        String text = scene(T, "\"512\":{\"json\":{\"position\":{\"x\":\"far\"}}}");
        checkProblem(text, "512", "core::Transform.position.x", "should be a number");
        checkProblem(
                scene(NAME, "\"512\":{\"json\":{\"value\":5}}"), "512", NAME + ".value", "a text");
        checkProblem(scene(NAME, "\"512\":{\"json\":5}"), "512", NAME, "group of fields");
        String mesh = "\"512\":{\"json\":{\"mesh\":{\"$case\":\"torus\",\"torus\":{}}}}";
        checkProblem(scene("core::MeshRenderer", mesh), "512", "core::MeshRenderer.mesh", "torus");
    }

    @Test
    void problemsHaveLines() {
        String text = scene(T, "\n\n\"512\":{\"json\":\n{\"position\":5}}");
        assertEquals(3, file(text).problems().getFirst().line());
    }

    @Test
    void aMissingParentGivesWayToTheRoot() {
        String text =
                scene(T, "\"512\":{\"json\":{\"parent\":600}},\"513\":{\"json\":{\"parent\":512}}");
        checkProblem(text, "512", "core::Transform.parent", "600 does not exist");
        assertEquals(Entity.ROOT, snapshot(text).parent(A));
        assertEquals(A, snapshot(text).parent(B));
    }

    @Test
    void aCycleHangsAtTheRoot() {
        String text =
                scene(
                        T,
                        "\"512\":{\"json\":{\"parent\":513}},\"513\":{\"json\":{\"parent\":512}},"
                            + "\"514\":{\"json\":{\"parent\":513}},\"515\":{\"json\":{\"parent\":515}}");
        checkProblem(text, "512", "core::Transform.parent", "cycle");
        checkProblem(text, "515", "core::Transform.parent", "cycle");
        var scene = snapshot(text);
        assertEquals(List.of(A, B, new Entity(515)), scene.children(Entity.ROOT));
        assertEquals(List.of(C), scene.children(B));
    }

    @Test
    void referencesToMissingEntitiesAreTold() {
        String text = scene("asset-packs::Triggers", "");
        assertEquals(List.of(), file(text).problems());
        String custom =
                "{\"components\":[{\"name\":\"my::Link\",\"jsonSchema\":{\"type\":\"object\",\"properties\":"
                    + "{\"to\":{\"type\":\"integer\",\"serializationType\":\"entity\"}},"
                    + "\"serializationType\":\"map\"},\"data\":{\"512\":{\"json\":{\"to\":700}}}}]}";
        checkProblem(custom, "512", "my::Link.to", "no entity 700");
        assertEquals(List.of(), file(custom.replace("700", "512")).problems());
    }

    @Test
    void filesDeclareTypes() {
        String text =
                "{\"components\":[{\"name\":\"my::Door\",\"jsonSchema\":{\"type\":\"object\",\"properties\":"
                    + "{\"open\":{\"type\":\"boolean\",\"serializationType\":\"boolean\"}},"
                    + "\"serializationType\":\"map\"},\"data\":{}}]}";
        var schema = file(text).types().find("my::Door").orElseThrow().schema();
        assertTrue(
                schema instanceof Schema.Struct(var fields)
                        && fields.getFirst().name().equals("open"));
    }

    @Test
    void aTypeThatIsNotUnderstoodIsOpaque() {
        String text = scene("my::Thing", "\"512\":{\"json\":[1.0]}");
        checkProblem(text, "", "my::Thing", "does not say");
        assertTrue(
                file(text).types().find("my::Thing").orElseThrow().schema()
                        instanceof Schema.Opaque);
        check(text, put(A, "my::Thing", "[2]"), "1.0", "2");
    }

    @Test
    void equalNumbersOfTypesAreTold() {
        var first = CORE.find(NAME).orElseThrow();
        var clash =
                new org.scenewright.schema.ComponentType(
                        "other::Name",
                        org.scenewright.schema.ComponentNumbers.of("my::Thing"),
                        first.schema(),
                        first.codec(),
                        first.role());
        byte[] text = scene("my::Thing", "").getBytes(StandardCharsets.UTF_8);
        var problems = CompositeFile.of(text, "x", CORE.with(clash)).problems();
        assertTrue(
                problems.stream().anyMatch(p -> p.message().contains("same number")),
                problems::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "5",
                "{\"components\":{}}",
                "{\"components\":[{\"name\":\"x\"",
                "nonsense"
            })
    void aFileThatIsNotUnderstoodIsNeverWrittenOver(String text) {
        var file = file(text);
        assertFalse(file.isReadable());
        assertEquals(Problem.Severity.ERROR, file.problems().getFirst().severity());
        assertEquals(text, write(file, snapshot(file)));
        var edited = hang(A, Entity.ROOT).apply(snapshot(file));
        assertThrows(SceneFormatException.class, () -> file.write(edited));
    }

    @Test
    void aTruncatedFileIsToldWithItsLine() {
        String text = SCENE.substring(0, SCENE.indexOf("\"mine\""));
        assertEquals(4, file(text).problems().getFirst().line());
    }

    @Test
    void problemsAreBounded() {
        var cells = new StringBuilder("\"1\":5");
        for (int i = 0; i < 5000; i++) {
            cells.append(",\"x").append(i).append("\":5");
        }
        var problems = file(scene(NAME, cells.toString())).problems();
        assertEquals(1001, problems.size());
        assertTrue(problems.getLast().message().contains("more problems"));
    }
}
