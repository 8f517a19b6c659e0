// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

class MessageExportTest {
    private static final ComponentId POSE = new ComponentId(1);

    @TempDir Path folder = Path.of("");
    private final MessageLog log = new MessageLog();
    private OpenScene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new OpenScene(folder.resolve("scene"));
    }

    @AfterEach
    void close() {
        scene.session().close();
    }

    private void check(Consumer<CrdtWriter> messages, String... expected) throws IOException {
        log.open();
        var out = new CrdtWriter();
        messages.accept(out);
        log.note(LoggedMessage.Direction.FROM_SCENE, out.bytes());
        var file = folder.resolve("messages.jsonl");
        new MessageExport(scene.session().snapshot()).write(file, log.list());
        assertEquals(String.join("\n", expected) + "\n", Files.readString(file));
        for (var line : expected) {
            ValueJson.parse(line);
        }
    }

    @Test
    void aKnownComponentIsWrittenByItsFields() throws IOException {
        var type = scene.session().snapshot().types().find(POSE).orElseThrow();
        var bytes = ByteBuffer.wrap(type.codec().toBytes(type.initial()));
        check(
                out -> out.put(OpenScene.BOX, POSE, 5, bytes),
                "{\"tick\":1,\"direction\":\"from scene\",\"message\":\"put\",\"entity\":512,"
                        + "\"name\":\"Box\",\"component\":\"core::Transform\",\"timestamp\":5,"
                        + "\"bytes\":68,\"value\":"
                        + ValueJson.print(type.initial())
                        + "}");
    }

    @Test
    void whatNobodyKnowsIsWrittenAsItsBytes() throws IOException {
        check(
                out -> {
                    var bytes = ByteBuffer.wrap(new byte[] {1, (byte) 0xff});
                    out.put(Entity.of(9999, 1), new ComponentId(-2), -1, bytes);
                    out.put(OpenScene.BOX, POSE, 1, bytes);
                    out.delete(OpenScene.BOX);
                },
                "{\"tick\":1,\"direction\":\"from scene\",\"message\":\"put\",\"entity\":75535,"
                        + "\"name\":\"\",\"component\":\"4294967294\",\"timestamp\":4294967295,"
                        + "\"bytes\":26,\"data\":\"01ff\"}",
                "{\"tick\":1,\"direction\":\"from scene\",\"message\":\"put\",\"entity\":512,"
                        + "\"name\":\"Box\",\"component\":\"core::Transform\",\"timestamp\":1,"
                        + "\"bytes\":26,\"data\":\"01ff\"}",
                "{\"tick\":1,\"direction\":\"from scene\",\"message\":\"delete"
                        + " entity\",\"entity\":512,"
                        + "\"name\":\"Box\",\"component\":\"\",\"timestamp\":0,"
                        + "\"bytes\":12,\"data\":\"\"}");
    }
}
