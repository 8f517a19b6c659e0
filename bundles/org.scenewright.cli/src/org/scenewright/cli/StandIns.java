// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.SystemAnswer;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs scenes that think for a while in every frame and then move so many entities, instead of code
 * whose speed would be measured with what is to be measured. Any thread.
 *
 * @param thinking how long a frame takes
 * @param entities how many move in it
 * @param hasTexts whether each has a text that changes, too
 */
record StandIns(Duration thinking, int entities, boolean hasTexts) implements ScriptHost {
    private static final ComponentId TRANSFORM = new ComponentId(1);
    private static final ComponentType TEXT =
            CoreComponents.load().find("core::TextShape").orElseThrow();
    private static final int FIRST = 512;

    @Override
    public Script start(Beginning beginning, ScriptHearing hearing) {
        var script = new StandIn(hearing);
        later(() -> hearing.started(Duration.ZERO));
        return script;
    }

    private static void later(Runnable work) {
        Thread.ofVirtual().name("stand-in").start(work);
    }

    /** The messages of one frame: everything a bit farther on. */
    private ByteBuffer messages(int frame) {
        var out = new CrdtWriter();
        var pose = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        var words = Value.fields("text", Value.of("frame " + frame));
        var text = ByteBuffer.wrap(TEXT.codec().toBytes(words));
        for (int i = 0; i < entities; i++) {
            pose.clear().putFloat(frame).putFloat(1).putFloat(i).putFloat(0).putFloat(0);
            pose.putFloat(0).putFloat(1).putFloat(1).putFloat(1).putFloat(1).putInt(0).flip();
            out.put(Entity.of(FIRST + i, 0), TRANSFORM, frame, pose);
            if (hasTexts) {
                out.put(Entity.of(FIRST + i, 0), TEXT.id(), frame, text.duplicate());
            }
        }
        var bytes = out.bytes();
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private final class StandIn implements Script {
        private final ScriptHearing hearing;
        private final AtomicInteger frames = new AtomicInteger();

        StandIn(ScriptHearing hearing) {
            this.hearing = hearing;
        }

        @Override
        public void tick(float seconds) {
            later(
                    () -> {
                        long end = System.nanoTime() + thinking.toNanos();
                        while (System.nanoTime() < end) {
                            LockSupport.parkNanos(end - System.nanoTime());
                        }
                        hearing.sent(messages(frames.incrementAndGet()));
                    });
        }

        @Override
        public void reply(ByteBuffer messages) {
            later(() -> hearing.ticked(thinking, 0));
        }

        @Override
        public void answer(int call, SystemAnswer answer) {}

        @Override
        public void close() {
            later(() -> hearing.ended(new ScriptEnd.Closed()));
        }
    }
}
