// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.Arrays;

/** What a composite says of components that the official SDK does not know by itself. */
enum StoredSchema {
    NAME(
            "core-schema::Name",
            """
            {"type":"object","properties":{"value":
             {"type":"string","serializationType":"utf8-string"}},
             "serializationType":"map"}\
            """),
    NODES(
            "inspector::Nodes",
            """
            {"type":"object","properties":{"value":{"type":"array","items":
             {"type":"object","properties":{
              "entity":{"type":"integer","serializationType":"entity"},
              "open":{"type":"boolean","serializationType":"optional","optionalJsonSchema":
               {"type":"boolean","serializationType":"boolean"}},
              "children":{"type":"array","items":
               {"type":"integer","serializationType":"entity"},
               "serializationType":"array"}},
              "serializationType":"map"},"serializationType":"array"}},
             "serializationType":"map"}\
            """),
    ASSET(
            "scenewright::Asset",
            """
            {"type":"object","properties":{"bindings":{"type":"array","items":
             {"type":"object","properties":{
              "field":{"type":"string","serializationType":"utf8-string"},
              "assetId":{"type":"string","serializationType":"utf8-string"},
              "provider":{"type":"string","serializationType":"utf8-string"}},
              "serializationType":"map"},"serializationType":"array"}},
             "serializationType":"map"}\
            """);

    private final String component;
    private final String json;

    StoredSchema(String component, String json) {
        this.component = component;
        this.json = json;
    }

    /** The schema of a component; an empty one where the SDK knows the component. */
    static String of(String component) {
        return Arrays.stream(values())
                .filter(schema -> schema.component.equals(component))
                .map(schema -> schema.json)
                .findFirst()
                .orElse("{}");
    }
}
