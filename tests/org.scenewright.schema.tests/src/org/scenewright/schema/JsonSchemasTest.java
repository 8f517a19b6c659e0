// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.crdt.ComponentId;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class JsonSchemasTest {
    private static final String INT = "{\"type\":\"integer\",\"serializationType\":\"int32\"}";

    static Stream<List<String>> custom() {
        return Vectors.read("custom-vectors.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("custom")
    void bytesAreThoseOfTheSdk(List<String> row) {
        var codec = codec(row.get(1));
        assertEquals(
                row.get(3), HexFormat.of().formatHex(codec.toBytes(ValueJson.parse(row.get(2)))));
    }

    @ParameterizedTest
    @MethodSource("custom")
    void valuesAreThoseOfTheSdk(List<String> row) {
        var codec = codec(row.get(1));
        assertEquals(
                ValueJson.parse(row.get(2)), codec.fromBytes(HexFormat.of().parseHex(row.get(3))));
    }

    /** As a field of a component, where the SDK fills in what a value leaves out. */
    @ParameterizedTest
    @MethodSource("custom")
    void absentFieldsAreThoseOfTheSdk(List<String> row) {
        String whole =
                "{\"serializationType\":\"map\",\"properties\":{\"field\":%s}}"
                        .formatted(row.get(1));
        var initial = JsonSchemas.read(json(whole)).initial().at(FieldPath.of("field"));
        assertEquals(row.get(4), initial.map(ValueJson::print).orElse(""));
    }

    @ParameterizedTest
    @MethodSource("custom")
    void aSchemaIsWrittenAsItWasRead(List<String> row) {
        assertEquals(
                row.get(1),
                JsonSchemas.write(type("my::Own", JsonSchemas.read(json(row.get(1))))).toString());
    }

    @Test
    void fieldsKeepTheOrderOfTheirKeys() {
        checkBytes(map("b", INT, "a", INT), "{\"a\":1,\"b\":2}", "0200000001000000");
    }

    @Test
    void keysThatSpellAnIndexComeFirstAsInJavaScript() {
        checkBytes(
                map("b", INT, "2", INT, "1", INT),
                "{\"b\":3,\"1\":1,\"2\":2}",
                "010000000200000003000000");
    }

    @Test
    void anOptionalOneOfInAListOfMapsIsUnderstood() {
        String oneOf =
                "{\"type\":\"object\",\"properties\":{\"i\":"
                        + INT
                        + ",\"l\":"
                        + list(INT)
                        + "},\"serializationType\":\"one-of\"}";
        String maybe =
                "{\"type\":\"object\",\"serializationType\":\"optional\",\"optionalJsonSchema\":"
                        + oneOf
                        + "}";
        String schema = list(map("c", maybe));
        checkBytes(
                schema,
                "[{\"c\":{\"$case\":\"l\",\"value\":[7]}},{},{\"c\":{\"$case\":\"i\",\"value\":5}}]",
                "03000000" + "01020100000007000000" + "00" + "010105000000");
    }

    @Test
    void anAbsentFieldIsWrittenAsItsFallback() {
        assertEquals(
                "00000000", HexFormat.of().formatHex(codec(map("a", INT)).toBytes(Value.EMPTY)));
    }

    @Test
    void theDefaultOfAnEnumIsTheFallbackOfItsField() {
        String letters =
                "{\"type\":\"string\",\"enum\":[\"a\",\"b\"],\"default\":\"b\",\"serializationType\":\"enum-string\",\"enumObject\":{\"A\":\"a\",\"B\":\"b\"}}";
        var struct = (Schema.Struct) JsonSchemas.read(json(map("e", letters)));
        assertEquals(Value.of("b"), struct.fields().getFirst().fallback());
        assertEquals("{\"e\":\"b\"}", ValueJson.print(struct.initial()));
    }

    private static void refused(String type, String option, String value) {
        String choice =
                "{\"type\":\"\",\"enum\":[%s],\"serializationType\":\"%s\"}"
                        .formatted(option, type);
        var codec = codec(choice);
        var wrong = ValueJson.parse(value);
        assertThrows(SchemaException.class, () -> codec.toBytes(wrong));
    }

    @Test
    void aTextIsNoneOfSeveralNumbers() {
        refused("enum-int", "7", "\"seven\"");
    }

    @Test
    void aNumberIsNoneOfSeveralTexts() {
        refused("enum-string", "\"a\"", "7");
    }

    @Test
    void whatTheSdkCannotRebuildIsOpaqueAndHasNoBytes() {
        var schema =
                JsonSchemas.read(
                        json(
                                "{\"type\":\"object\",\"properties\":{},\"serializationType\":\"protocol-buffer\"}"));
        assertEquals(new Schema.Opaque("protocol-buffer"), schema);
        assertThrows(SchemaException.class, () -> JsonSchemas.codec(schema).toBytes(Value.EMPTY));
        assertThrows(SchemaException.class, () -> JsonSchemas.codec(schema).fromBytes(new byte[4]));
    }

    @Test
    void aSchemaThatIsNoneNamesTheProperty() {
        checkRefused("[]", "a jsonSchema is an object, not ARRAY");
        checkRefused(map("a", list("7")), "a.items: a jsonSchema is an object, not NUMBER");
        checkRefused(
                "{\"serializationType\":\"array\"}",
                "items: a jsonSchema is an object, not MISSING");
    }

    @Test
    void aSchemaThatNestsTooDeepIsRefused() {
        String deep = INT;
        for (int i = 0; i < 101; i++) {
            deep = list(deep);
        }
        var json = json(deep);
        assertThrows(SchemaException.class, () -> JsonSchemas.read(json));
    }

    @Test
    void aSchemaThatIsReadCanBeWrittenAndReadAgain() {
        checkDeepest(JsonSchemasTest::list);
        checkDeepest(schema -> map("a", schema));
    }

    private static void checkDeepest(UnaryOperator<String> around) {
        String deep = "{\"serializationType\":\"transform\"}";
        var last = Optional.<Schema>empty();
        for (var schema = tried(deep); schema.isPresent(); schema = tried(deep)) {
            last = schema;
            deep = around.apply(deep);
        }
        var json = JsonSchemas.write(type("own::Deep", last.orElseThrow()));
        assertEquals(json, ValueJson.write(ValueJson.read(json)));
    }

    private static Optional<Schema> tried(String schema) {
        try {
            return Optional.of(JsonSchemas.read(json(schema)));
        } catch (SchemaException tooDeep) {
            return Optional.empty();
        }
    }

    @Test
    void coreComponentsAreSpelledAsTheSdkSpellsThem() {
        var types = CoreComponents.load();
        assertEquals(
                "{\"type\":\"object\",\"properties\":{},\"serializationType\":\"protocol-buffer\",\"protocolBuffer\":\"PBMaterial\"}",
                JsonSchemas.write(types.find("core::Material").orElseThrow()).toString());
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"position\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"number\"},\"y\":{\"type\":\"number\"},\"z\":{\"type\":\"number\"}}},\"scale\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"number\"},\"y\":{\"type\":\"number\"},\"z\":{\"type\":\"number\"}}},\"rotation\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"number\"},\"y\":{\"type\":\"number\"},\"z\":{\"type\":\"number\"},\"w\":{\"type\":\"number\"}}},\"parent\":{\"type\":\"integer\"}},\"serializationType\":\"transform\"}",
                JsonSchemas.write(types.find("core::Transform").orElseThrow()).toString());
    }

    @Test
    void editorComponentsAreSpelledAsTheirEditorSpellsThem() {
        var triggers = CoreComponents.load().find("asset-packs::Triggers").orElseThrow();
        // The default stands second in the list, which a schema alone does not remember.
        var type = JsonSchemas.write(triggers).at("/properties/value/items/properties/type");
        assertEquals("on_input_action", type.path("default").asText());
        assertInstanceOf(Schema.Struct.class, triggers.schema());
    }

    @Test
    void aTypeWithAnotherSchemaUnderAKnownNameKeepsItsOwn() {
        var own = type("inspector::Hide", new Schema.Flag());
        assertEquals("boolean", JsonSchemas.write(own).path("serializationType").asText());
    }

    private static void checkBytes(String schema, String value, String hex) {
        var codec = codec(schema);
        assertEquals(hex, HexFormat.of().formatHex(codec.toBytes(ValueJson.parse(value))));
        assertEquals(ValueJson.parse(value), codec.fromBytes(HexFormat.of().parseHex(hex)));
    }

    private static void checkRefused(String schema, String message) {
        var json = json(schema);
        assertEquals(
                message,
                assertThrows(SchemaException.class, () -> JsonSchemas.read(json)).getMessage());
    }

    private static ComponentCodec codec(String schema) {
        return JsonSchemas.codec(JsonSchemas.read(json(schema)));
    }

    private static ComponentType type(String name, Schema schema) {
        return new ComponentType(
                name,
                new ComponentId(5000),
                schema,
                JsonSchemas.codec(schema),
                ComponentType.Role.AUTHORED);
    }

    private static String list(String items) {
        return "{\"type\":\"array\",\"items\":" + items + ",\"serializationType\":\"array\"}";
    }

    private static String map(String... keysAndSchemas) {
        var properties = new StringBuilder();
        for (int i = 0; i < keysAndSchemas.length; i += 2) {
            properties
                    .append(i == 0 ? "" : ",")
                    .append('"')
                    .append(keysAndSchemas[i])
                    .append("\":")
                    .append(keysAndSchemas[i + 1]);
        }
        return "{\"type\":\"object\",\"properties\":{"
                + properties
                + "},\"serializationType\":\"map\"}";
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
