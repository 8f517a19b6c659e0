// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.content.Downloads;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.StateDump;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A saved scene as it is posted to a server that wants to know: one JSON object, {@code
 * application/json} in UTF-8, written from the files on disk.
 *
 * <pre>{@code
 * {"format": "scenewright-scene", "version": 1, "saved": "2026-11-21T01:02:03Z",
 *  "files": [{"path": "scene.json", "text": "..."},
 *            {"path": "assets/scene/main.composite", "text": "..."},
 *            {"path": "main.crdt", "base64": "..."}]}
 * }</pre>
 *
 * <p>{@code main.crdt} is the state as the SDK's build would write it; where a composite cannot be
 * built, it is left out. Files that are not there are left out. The server answers any status from
 * 200 to 299; what it says is not read. Any thread; it blocks.
 */
public record ScenePost(SceneProject project, ComponentTypes core) {
    private static final long LARGEST = 128L << 20;
    private static final long ANSWER = 1 << 20;

    /**
     * Posts the scene as it is on disk.
     *
     * @throws IOException with a sentence for people where the server does not take it
     */
    public void send(URI address, Downloads downloads) throws IOException {
        downloads.ask(Downloads.Question.post(address, body(Instant.now()), ANSWER));
    }

    byte[] body(Instant saved) throws IOException {
        var text =
                new StringBuilder("{\"format\":\"scenewright-scene\",\"version\":1,\"saved\":\"");
        text.append(saved).append("\",\"files\":[");
        String separator = "";
        for (var path : new Path[] {project.sceneJson(), project.composite()}) {
            if (Files.isRegularFile(path)) {
                text.append(separator);
                file(text, project.relative(path), "text", text(path));
                separator = ",";
            }
        }
        var state = state();
        if (state.isPresent()) {
            text.append(separator);
            file(text, "main.crdt", "base64", Base64.getEncoder().encodeToString(state.get()));
        }
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void file(StringBuilder text, String path, String key, String value) {
        text.append("{\"path\":").append(ValueJson.print(Value.of(path)));
        text.append(",\"").append(key).append("\":").append(ValueJson.print(Value.of(value)));
        text.append('}');
    }

    private String text(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException(project.relative(path) + " is too large to be posted.");
        }
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    }

    private Optional<byte[]> state() {
        try {
            return Optional.of(StateDump.of(project, core).toBytes());
        } catch (SceneFormatException unbuilt) {
            System.getLogger(ScenePost.class.getName())
                    .log(System.Logger.Level.DEBUG, "No main.crdt to post", unbuilt);
            return Optional.empty();
        }
    }
}
