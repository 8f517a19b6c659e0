// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.AssetHash;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one says of where local paths lead, as JSON with the members of ADR-18.
 *
 * @param assetId whose paths; empty for those of the whole scene
 */
record MappingMessage(String assetId, Map<String, AssetHash> contents) {

    byte[] toBytes() {
        var hashes = new LinkedHashMap<String, Value>();
        contents.forEach((path, hash) -> hashes.put(path, Value.of(hash.text())));
        var members = new LinkedHashMap<String, Value>();
        members.put("assetId", Value.of(assetId));
        members.put("baseUrl", Value.of("https://content.example/contents/"));
        members.put("contents", new Value.Fields(hashes));
        return ValueJson.print(new Value.Fields(members)).getBytes(StandardCharsets.UTF_8);
    }

    static MappingMessage of(byte[] bytes) {
        var message = ValueJson.parse(new String(bytes, StandardCharsets.UTF_8));
        var contents = new HashMap<String, AssetHash>();
        message.members()
                .getOrDefault("contents", Value.EMPTY)
                .members()
                .forEach((path, hash) -> contents.put(path, new AssetHash(text(hash))));
        return new MappingMessage(message.text("assetId", ""), contents);
    }

    private static String text(Value value) {
        return value instanceof Value.Text(var text) ? text : "";
    }
}
