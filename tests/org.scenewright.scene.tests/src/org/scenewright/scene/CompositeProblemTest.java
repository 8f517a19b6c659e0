// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.CompositeCheck.A;
import static org.scenewright.scene.CompositeCheck.B;
import static org.scenewright.scene.CompositeCheck.C;
import static org.scenewright.scene.CompositeCheck.CORE;
import static org.scenewright.scene.CompositeCheck.NAME;
import static org.scenewright.scene.CompositeCheck.SCENE;
import static org.scenewright.scene.CompositeCheck.T;
import static org.scenewright.scene.CompositeCheck.check;
import static org.scenewright.scene.CompositeCheck.checkProblem;
import static org.scenewright.scene.CompositeCheck.file;
import static org.scenewright.scene.CompositeCheck.hang;
import static org.scenewright.scene.CompositeCheck.put;
import static org.scenewright.scene.CompositeCheck.remove;
import static org.scenewright.scene.CompositeCheck.scene;
import static org.scenewright.scene.CompositeCheck.snapshot;
import static org.scenewright.scene.CompositeCheck.write;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Schema;

import java.nio.charset.StandardCharsets;
import java.util.List;

class CompositeProblemTest {
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
    void aCoreComponentThatTheSdkDoesNotKnowIsNamed() {
        String pin = "\"512\":{\"json\":{\"iconSize\":1}}";
        checkProblem(scene("core::MapPin", pin), "", "core::MapPin", "refuse");
        checkProblem(scene("core::Wings", pin), "", "core::Wings", "refuse");
        assertEquals(List.of(), file(scene("core::Billboard", "\"512\":{\"json\":{}}")).problems());
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
        checkProblem(
                text,
                "512",
                "core::Transform.position.x",
                "Transform › Position › X should be a number");
        checkProblem(
                scene(NAME, "\"512\":{\"json\":{\"value\":5}}"), "512", NAME + ".value", "a text");
        checkProblem(scene(NAME, "\"512\":{\"json\":5}"), "512", NAME, "group of fields");
        String mesh = "\"512\":{\"json\":{\"mesh\":{\"$case\":\"torus\",\"torus\":{}}}}";
        checkProblem(scene("core::MeshRenderer", mesh), "512", "core::MeshRenderer.mesh", "torus");
    }

    /** Whoever reads the JSON takes it for infinity. */
    @Test
    void aNumberTooLargeToCountIsTold() {
        String field = "core::Transform.position.x";
        String number = "\"512\":{\"json\":{\"position\":{\"x\":1e999}}}";
        checkProblem(scene(T, number), "512", field, "too large");
        String texture = "\"512\":{\"json\":{\"fontSize\":-1e999}}";
        checkProblem(scene("core::TextShape", texture), "512", "core::TextShape.fontSize", "large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{/**/}", "{\"a\":NaN}", "[1", "{\"a\":\"", "{\"a\":1,}"})
    void reasonsDoNotSpeakOfTheParser(String text) {
        String message = file(text).problems().getFirst().message();
        assertFalse(message.matches(".*(REDACTED|Feature|`|Constraints).*"), message);
    }

    @Test
    void aNumberOfTooManyDigitsIsToldPlainly() {
        String message = file("{\"a\":" + "9".repeat(2000) + "}").problems().getFirst().message();
        assertTrue(message.contains("2000") && !message.contains("`"), message);
    }

    /** The SDK's tools end with an error on the whole scene, or read nonsense. */
    @Test
    void whatACoreComponentCannotDoWithoutIsTold() {
        String box = "\"512\":{\"json\":{\"mesh\":{\"$case\":\"box\",\"box\":{}}}}";
        checkProblem(
                scene("core::MeshRenderer", box),
                "512",
                "core::MeshRenderer.mesh.box.uvs",
                "missing");
        checkProblem(
                scene("core::Animator", "\"512\":{\"json\":{}}"),
                "512",
                "core::Animator.states",
                "missing");
        String states = "\"512\":{\"json\":{\"states\":[{}]}}";
        checkProblem(
                scene("core::Animator", states), "512", "core::Animator.states.0.clip", "missing");
    }

    @Test
    void whatReadersFillInMayBeMissing() {
        assertEquals(List.of(), file(scene(T, "\"512\":{\"json\":{}}")).problems());
        assertEquals(List.of(), file(scene(NAME, "\"512\":{\"json\":{}}")).problems());
        String text = "\"512\":{\"json\":{\"text\":\"x\"}}";
        assertEquals(List.of(), file(scene("core::TextShape", text)).problems());
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
        checkProblem(custom, "512", "my::Link.to", "Link › To names entity 700,");
        assertEquals(List.of(), file(custom.replace("700", "512")).problems());
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
