// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/** Which fields stay bound to assets when others, or they themselves, are written. */
class FieldBindingsTest {
    private static final Entity ENTITY = new Entity(512);
    private static final Placement.Asset PINE = new Placement.Asset("pine", "Pack", false);

    private static final String TWO =
            "{'bindings':[{'field':'core::A.src','assetId':'a','provider':''},"
                    + "{'field':'core::B.list.1.src','assetId':'b','provider':''}]}";
    private static final String FIRST =
            "{'bindings':[{'field':'core::A.src','assetId':'a','provider':''}]}";
    private static final String SECOND =
            "{'bindings':[{'field':'core::B.list.1.src','assetId':'b','provider':''}]}";

    private static Value json(String text) {
        return ValueJson.parse(text.replace('\'', '"'));
    }

    private static String left(Optional<Edit> edit) {
        return edit.map(
                        done ->
                                done instanceof Edit.Put put
                                        ? ValueJson.print(put.value()).replace('"', '\'')
                                        : "removed")
                .orElse("all");
    }

    /** What is left of the bindings when a part of a component changes. */
    private static void check(
            String bindings, String component, String path, String change, String left) {
        var parts = change.split("=>");
        var freed =
                new FieldBindings(ENTITY, json(bindings))
                        .freed(
                                component,
                                FieldPath.parse(path),
                                Optional.of(json(parts[0])),
                                Optional.of(json(parts[1])));
        assertEquals(left, left(freed));
    }

    @Test
    void aFieldThatSaysSomethingElseIsFree() {
        check(TWO, "core::A", "src", "'x'=>'y'", SECOND);
    }

    @Test
    void aFieldThatSaysTheSameStaysBound() {
        check(TWO, "core::A", "src", "'x'=>'x'", "all");
    }

    @Test
    void aFieldWhoseNameBeginsLikeItStaysBound() {
        check(TWO, "core::A", "sr", "'x'=>'y'", "all");
        check(TWO, "core::", "A.src", "'x'=>'y'", "all");
    }

    @Test
    void fieldsWithinWhatChangesAreFreeWhereTheyChange() {
        check(TWO, "core::B", "", "{'list':[{},{'src':'x'}]}=>{'list':[{}]}", FIRST);
        check(TWO, "core::B", "", "{'list':[1,{'src':'x'}]}=>{'list':[2,{'src':'x'}]}", "all");
        check(TWO, "core::B", "list", "[{},{'src':'x'}]=>[{'src':'x'}]", FIRST);
    }

    @Test
    void theLastBindingTakesTheComponentAlong() {
        check(FIRST, "core::A", "", "{'src':'x'}=>{}", "removed");
    }

    @Test
    void aBindingTakesThePlaceOfTheOneOfItsField() {
        var bound =
                new FieldBindings(ENTITY, json(TWO)).bound("core::A", FieldPath.of("src"), PINE);
        assertEquals(
                "{'bindings':[{'field':'core::B.list.1.src','assetId':'b','provider':''},"
                        + "{'field':'core::A.src','assetId':'pine','provider':'Pack'}]}",
                left(Optional.of(bound)));
    }

    @Test
    void theFirstBindingMakesTheComponent() {
        var scene = SceneText.read("A");
        var bound =
                FieldBindings.of(scene, SceneText.find(scene, "A"))
                        .bound("core::A", FieldPath.of("src"), PINE);
        assertEquals(
                "{'bindings':[{'field':'core::A.src','assetId':'pine','provider':'Pack'}]}",
                left(Optional.of(bound)));
    }
}
