// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder with a generated scene of boxes that have more components than the generator
 * gives them; whoever made it closes it.
 *
 * @param bytes how many the files have that an editor keeps in memory
 */
record BoxFolder(Path directory, long bytes) implements AutoCloseable {
    private static final int GENERATED = 4;

    private static final String COLLIDER =
            """
            ,
                {
                  "name": "core::MeshCollider",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {},
                    "serializationType": "protocol-buffer",
                    "protocolBuffer": "PBMeshCollider"
                  },
                  "data": {%s
                  }
                }\
            """;

    private static final String BOX =
            """
            {
                      "json": {
                        "mesh": {
                          "$case": "box",
                          "box": {}
                        }
                      }
                    }\
            """;

    private static final String OWN =
            """
            ,
                {
                  "name": "bench::Own%d",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {
                      "score": {
                        "type": "integer",
                        "serializationType": "int32"
                      }
                    },
                    "serializationType": "map"
                  },
                  "data": {%s
                  }
                }\
            """;

    /**
     * @param components how many each box has, at least those that the generator gives it
     */
    static BoxFolder of(int boxes, int components) throws IOException {
        var directory = ScratchFolder.create().path();
        Generate.boxes(boxes, directory);
        var file = directory.resolve("assets/scene/main.composite");
        Files.write(file, with(Files.readString(file), boxes, components - GENERATED));
        return new BoxFolder(directory, Files.size(file));
    }

    private static byte[] with(String composite, int boxes, int more) {
        var text = new StringBuilder(composite);
        text.setLength(composite.lastIndexOf('}', composite.lastIndexOf(']')) + 1);
        text.append(more > 0 ? COLLIDER.formatted(cells(boxes, 0)) : "");
        for (int i = 1; i < more; i++) {
            text.append(OWN.formatted(i, cells(boxes, i)));
        }
        return text.append("\n  ]\n}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder cells(int boxes, int component) {
        var cells = new StringBuilder();
        for (int i = 0; i < boxes; i++) {
            cells.append(i == 0 ? "\n        \"" : ",\n        \"");
            cells.append(Entity.FIRST_FREE_NUMBER + i).append("\": ");
            cells.append(component == 0 ? BOX : own(i * component % 1000));
        }
        return cells;
    }

    private static String own(int score) {
        return "{ \"json\": { \"score\": " + score + " } }";
    }

    /** What an editor reads of it. */
    LoadedScene open(ComponentTypes core) {
        var files = LoadedScene.open(SceneProject.of(directory), core);
        if (!files.isReadable()) {
            throw new CommandFailed(files.problems().toString());
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        new ScratchFolder(directory).close();
    }
}
