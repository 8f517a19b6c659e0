// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

/** References inside components, as instancing and as copying change them. */
class RemappingTest {
    private static final String ENTITY = "{'serializationType':'entity'}";

    private static Schema schema(String json) {
        return JsonSchemas.read(ValueJson.write(value(json)));
    }

    private static Value value(String json) {
        return ValueJson.parse(json.replace('\'', '"'));
    }

    private static Entity later(Entity entity) {
        return new Entity(entity.bits() + 100);
    }

    private static JsonNode later(JsonNode entity) {
        return LiveValue.of(Value.of(entity.doubleValue() + 100));
    }

    private static String of(String kind, String key, String part) {
        return "{'serializationType':'%s','%s':%s}".formatted(kind, key, part);
    }

    private static String map(String part) {
        return of("map", "properties", "{'a':%s}".formatted(part));
    }

    /** What becomes of the field "a" of a component, in an instance and in a copy. */
    private static void check(String part, String before, String instanced, String copied) {
        var whole = schema(map(part));
        var live = LiveValue.of(value("{'a':%s}".formatted(before)));
        new Remapping(RemappingTest::later).change(whole, live);
        assertEquals(value("{'a':%s}".formatted(instanced)), LiveValue.read(live));
        var copy =
                References.to(RemappingTest::later)
                        .follow(whole, value("{'a':%s}".formatted(before)));
        assertEquals(value("{'a':%s}".formatted(copied)), copy);
    }

    @Test
    void anEntityIsFollowed() {
        check(ENTITY, "512", "612", "612");
    }

    @Test
    void theRootIsAnEntityToInstancesOnly() {
        check(ENTITY, "0", "100", "0");
    }

    @Test
    void entitiesInListsAreFollowed() {
        check(of("array", "items", ENTITY), "[512,513]", "[612,613]", "[612,613]");
    }

    @Test
    void entitiesInStructsInListsAreFollowed() {
        check(of("array", "items", map(ENTITY)), "[{'a':512}]", "[{'a':612}]", "[{'a':612}]");
    }

    @Test
    void entitiesInOptionalPartsAreFollowedByCopiesOnly() {
        check(of("optional", "optionalJsonSchema", ENTITY), "512", "512", "612");
    }

    @Test
    void anEntityInAOneOfIsFollowedButTheSdkForgetsItsCase() {
        check(
                of("one-of", "properties", "{'x':%s}".formatted(ENTITY)),
                "{'$case':'x','value':512}",
                "{}",
                "{'$case':'x','value':612}");
    }

    @Test
    void aListInAOneOfIsFollowedButTheSdkForgetsItsCase() {
        String list = of("array", "items", ENTITY);
        check(
                of("one-of", "properties", "{'x':%s}".formatted(list)),
                "{'$case':'x','value':[512]}",
                "{'x':[612]}",
                "{'$case':'x','value':[612]}");
    }

    @Test
    void aOneOfInAListKeepsItsCase() {
        String oneOf =
                of("one-of", "properties", "{'x':%s}".formatted(of("array", "items", ENTITY)));
        check(
                of("array", "items", oneOf),
                "[{'$case':'x','value':[512]}]",
                "[{'$case':'x','value':[612]}]",
                "[{'$case':'x','value':[612]}]");
    }

    @Test
    void whatIsNoEntityStays() {
        check("{'serializationType':'int32'}", "512", "512", "512");
    }
}
