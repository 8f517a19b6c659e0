// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.CompositeCheck.A;
import static org.scenewright.scene.CompositeCheck.B;
import static org.scenewright.scene.CompositeCheck.checkProblem;
import static org.scenewright.scene.CompositeCheck.snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;

/** Component names that the SDK cannot bear, in files and in edits. */
class ComponentNamesTest {
    private static final String PROTO =
            "\"__proto__\" is the name of something that every JavaScript object has";
    private static final String SHARED =
            "my-scene::lbuvqc has the same number 3586462763 as my-scene::hfhwp, so the SDK could"
                    + " not tell them apart.";

    /** A scene with one component on A and a type that no entity has; B has a name only. */
    private static String scene(String used, String unused) {
        return """
        {"components":[
         {"name":"core-schema::Name","data":{
           "512":{"json":{"value":"A"}},"513":{"json":{"value":"B"}}}},
         {"name":"%s","jsonSchema":{"serializationType":"map","properties":{}},"data":{
           "512":{"json":{}}}},
         {"name":"%s","jsonSchema":{"serializationType":"map","properties":{}},"data":{}}
        ]}\
        """
                .formatted(used, unused);
    }

    private static void refused(String text, Edit edit, String reason) {
        var outcome = new Scene(snapshot(text)).apply(edit, Origin.USER);
        assertEquals(new Outcome.Refused(reason), outcome);
    }

    @Test
    void twoNamesWithOneNumberAreAProblemOfTheFile() {
        checkProblem(
                scene("my-scene::hfhwp", "my-scene::lbuvqc"),
                "",
                "my-scene::lbuvqc",
                "the same number 3586462763 as my-scene::hfhwp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__proto__", "constructor"})
    void aNameThatEveryObjectHasIsAProblemOfTheFile(String name) {
        checkProblem(scene(name, "my::Own"), "", name, "every JavaScript object has");
    }

    @Test
    void aNumberThatIsReservedIsAProblemOfTheFile() {
        String name = "my-scene::C420104";
        checkProblem(scene(name, "my::Own"), "", name, "would have the number 485");
    }

    @Test
    void aComponentWithTheNumberOfAnotherIsNotAdded() {
        refused(
                scene("my-scene::hfhwp", "my-scene::lbuvqc"),
                new Edit.Put(B, "my-scene::lbuvqc", Value.EMPTY),
                SHARED);
    }

    @Test
    void anEntityWithAComponentOfSharedNumberIsNotCreated() {
        var components = new LinkedHashMap<String, Value>();
        components.put("my-scene::lbuvqc", Value.EMPTY);
        refused(
                scene("my-scene::hfhwp", "my-scene::lbuvqc"),
                new Edit.Spawn("C", Edit.Place.TOP, components),
                SHARED);
    }

    @Test
    void aComponentThatCannotBeNamedIsNotAdded() {
        refused(
                scene("my::Own", "__proto__"),
                new Edit.Put(B, "__proto__", Value.EMPTY),
                PROTO + ".");
    }

    @Test
    void aComponentThatCannotBeNamedIsNotPasted() {
        var fragment = Fragment.copy(snapshot(scene("__proto__", "my::Own")), List.of(A));
        refused("{\"components\":[]}", new Edit.Paste(fragment, Edit.Place.TOP), PROTO + ".");
    }

    @Test
    void whatTheFileHasCanStillBeEdited() {
        var scene = new Scene(snapshot(scene("__proto__", "my::Own")));
        var outcome = scene.apply(new Edit.Remove(A, "__proto__"), Origin.USER);
        assertEquals(Outcome.Accepted.class, outcome.getClass());
    }
}
