// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.SystemAnswer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notes what one scene is told by whoever plays it, so that the same can be told to it on another
 * engine: its first state, and the answers to all that it sends. Any thread.
 */
final class Trace implements ScriptHost {
    private final ScriptHost host;
    private final ByteArrayOutputStream noted = new ByteArrayOutputStream();

    Trace(ScriptHost host) {
        this.host = host;
    }

    @Override
    public Script start(Beginning beginning, ScriptHearing hearing) {
        note(beginning.hasEntities() ? 'S' : 's', beginning.state());
        return new Noted(host.start(beginning, hearing));
    }

    private void note(char kind, ByteBuffer bytes) {
        var block = ByteBuffer.allocate(5 + bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        block.put((byte) kind).putInt(bytes.remaining()).put(bytes.duplicate());
        noted.writeBytes(block.array());
    }

    private void note(char kind, String text) {
        note(kind, StandardCharsets.UTF_8.encode(text));
    }

    /**
     * Writes a byte that says whether the state has entities, and all blocks with their lengths.
     */
    void write(Path file) throws IOException {
        Files.write(file, noted.toByteArray());
    }

    private final class Noted implements Script {
        private final Script script;

        Noted(Script script) {
            this.script = script;
        }

        @Override
        public void tick(float seconds) {
            script.tick(seconds);
        }

        @Override
        public void reply(ByteBuffer messages) {
            note('r', messages);
            script.reply(messages);
        }

        @Override
        public void answer(int call, SystemAnswer answer) {
            switch (answer) {
                case SystemAnswer.Fulfilled(var json, var bytes) -> note('f', json);
                case SystemAnswer.Rejected(var reason) -> note('x', reason);
            }
            script.answer(call, answer);
        }

        @Override
        public void close() {
            script.close();
        }
    }
}
