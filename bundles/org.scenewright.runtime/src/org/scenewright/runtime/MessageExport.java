// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Writes logged messages into a file, a line of JSON each, with what is known of entities and
 * components.
 *
 * @param scene where names and types come from
 */
public record MessageExport(SceneSnapshot scene) {

    /** Replaces a file. */
    public void write(Path file, List<LoggedMessage> messages) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (var message : messages) {
                out.write(line(message));
                out.write('\n');
            }
        }
    }

    /** One message as a line of JSON, without its end. */
    public String line(LoggedMessage message) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("tick", Value.of(message.tick()));
        fields.put("direction", Value.of(message.direction().words()));
        fields.put("message", Value.of(message.deed()));
        fields.put("entity", Value.of(message.entity().toLong()));
        fields.put("name", Value.of(name(message.entity())));
        fields.put("component", Value.of(message.componentName(scene.types())));
        fields.put("timestamp", Value.of(Integer.toUnsignedLong(message.timestamp())));
        fields.put("bytes", Value.of(message.bytes()));
        message.value(scene.types())
                .ifPresentOrElse(
                        value -> fields.put("value", value),
                        () ->
                                fields.put(
                                        "data",
                                        Value.of(HexFormat.of().formatHex(message.data()))));
        return ValueJson.print(new Value.Fields(fields));
    }

    private String name(Entity entity) {
        return scene.holds(entity) ? scene.name(entity) : "";
    }
}
