// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.CompositeCheck.A;
import static org.scenewright.scene.CompositeCheck.B;
import static org.scenewright.scene.CompositeCheck.C;
import static org.scenewright.scene.CompositeCheck.NAME;
import static org.scenewright.scene.CompositeCheck.SCENE;
import static org.scenewright.scene.CompositeCheck.T;
import static org.scenewright.scene.CompositeCheck.all;
import static org.scenewright.scene.CompositeCheck.check;
import static org.scenewright.scene.CompositeCheck.checkSame;
import static org.scenewright.scene.CompositeCheck.file;
import static org.scenewright.scene.CompositeCheck.hang;
import static org.scenewright.scene.CompositeCheck.json;
import static org.scenewright.scene.CompositeCheck.put;
import static org.scenewright.scene.CompositeCheck.remove;
import static org.scenewright.scene.CompositeCheck.scene;
import static org.scenewright.scene.CompositeCheck.set;
import static org.scenewright.scene.CompositeCheck.snapshot;
import static org.scenewright.scene.CompositeCheck.write;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

class CompositeFileTest {
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
    void sectionsOfTheSameNameBelongTogether() {
        String text =
                "{\"components\":[{\"name\":\"core-schema::Name\",\"data\":{\"512\":{\"json\":{\"value\":\"A\"}}}},"
                    + "{\"name\":\"core-schema::Name\",\"data\":{\"513\":{\"json\":{\"value\":\"B\"}}}}]}";
        assertEquals("A", snapshot(text).name(A));
        assertEquals("B", snapshot(text).name(B));
        check(text, set(B, NAME, "value", Value.of("C")), "\"B\"", "\"C\"");
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
}
