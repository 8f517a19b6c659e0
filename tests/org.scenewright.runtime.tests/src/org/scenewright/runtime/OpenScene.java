// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.junit.jupiter.api.Assertions;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A scene of one Box, on disk and open; whoever opens it closes it. */
final class OpenScene implements AutoCloseable {
    static final Entity BOX = new Entity(512);
    static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core-schema::Name",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {
                      "value": {
                        "type": "string",
                        "serializationType": "utf8-string"
                      }
                    },
                    "serializationType": "map"
                  },
                  "data": {
                    "512": {
                      "json": {
                        "value": "Box"
                      }
                    }
                  }
                },
                {
                  "name": "core::Transform",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {},
                    "serializationType": "transform"
                  },
                  "data": {
                    "512": {
                      "json": {
                        "position": {
                          "x": 1.50,
                          "y": 0,
                          "z": 0
                        },
                        "rotation": {
                          "x": 0,
                          "y": 0,
                          "z": 0,
                          "w": 1
                        },
                        "scale": {
                          "x": 1,
                          "y": 1,
                          "z": 1
                        },
                        "parent": 0
                      }
                    }
                  }
                }
              ]
            }\
            """;

    private final Path composite;
    private final SceneSession session;

    OpenScene(Path directory) throws IOException {
        composite =
                Files.createDirectories(directory.resolve("assets/scene"))
                        .resolve("main.composite");
        Files.writeString(composite, COMPOSITE);
        Files.writeString(
                directory.resolve("scene.json"),
                "{\n  \"display\": {\n    \"title\": \"Yard\"\n  }\n}");
        session = now(SceneSession.open(SceneProject.of(directory)));
    }

    SceneSession session() {
        return session;
    }

    /** Waits for what must come at once; a test that hangs would tell nothing. */
    static <T> T now(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            return Assertions.fail(failure);
        }
    }

    /** The edit that moves the Box along X. */
    static Edit x(double x) {
        return new Edit.Set(
                BOX, SceneSnapshot.TRANSFORM, FieldPath.parse("position.x"), Value.of(x));
    }

    /** Where the Box is along X. */
    double x() {
        return session.snapshot().pose(BOX).position().x();
    }

    /** The composite with the Box elsewhere along X. */
    static String compositeAt(String x) {
        return COMPOSITE.replace("\"x\": 1.50", "\"x\": " + x);
    }

    String onDisk() {
        try {
            return Files.readString(composite);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void somebodyWrites(String text) throws IOException {
        Files.writeString(composite, text);
    }

    @Override
    public void close() {
        session.close();
        now(session.ended());
    }
}
