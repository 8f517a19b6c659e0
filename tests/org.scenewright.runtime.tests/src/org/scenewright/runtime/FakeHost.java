// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A host whose scripts do what the test says, on the clock of the test. */
final class FakeHost implements ScriptHost {
    static final ComponentId TRANSFORM = new ComponentId(1);

    private static final ComponentTypes CORE = CoreComponents.load();

    private final VirtualClock clock;
    private final BlockingQueue<FakeScript> scripts = new LinkedBlockingQueue<>();

    FakeHost(VirtualClock clock) {
        this.clock = clock;
    }

    @Override
    public Script start(Beginning beginning, ScriptHearing hearing) {
        var script = new FakeScript(clock, beginning, hearing);
        scripts.add(script);
        return script;
    }

    /** The script that was started next. */
    FakeScript next() {
        try {
            var script = scripts.poll(20, TimeUnit.SECONDS);
            if (script == null) {
                throw new AssertionError("no script was started");
            }
            return script;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** A message that moves an entity along X. */
    static CrdtMessage x(Entity entity, int timestamp, double x) {
        return transform(entity, timestamp, new Pose.Vec(x, 0, 0), Entity.ROOT);
    }

    static CrdtMessage transform(Entity entity, int timestamp, Pose.Vec at, Entity parent) {
        var pose = new Pose(at, Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
        Value value = pose.toValue().with(FieldPath.of("parent"), Value.of(parent.toLong()));
        var type = CORE.find(TRANSFORM).orElseThrow();
        return new CrdtMessage.PutComponent(
                entity, TRANSFORM, timestamp, type.codec().toBytes(value));
    }

    /** A script that sends in every frame what its program says. */
    static final class FakeScript implements Script {
        private final VirtualClock clock;
        private final Beginning beginning;
        private final ScriptHearing hearing;
        private final List<Float> ticks = new ArrayList<>();
        private final List<List<CrdtMessage>> replies = new ArrayList<>();
        private final List<SystemAnswer> answers = new ArrayList<>();
        private IntFunction<ByteBuffer> program = frame -> ByteBuffer.allocate(0);
        private long busy;
        private Runnable replied = () -> {};
        private boolean closed;

        private FakeScript(VirtualClock clock, Beginning beginning, ScriptHearing hearing) {
            this.clock = clock;
            this.beginning = beginning;
            this.hearing = hearing;
        }

        Beginning beginning() {
            return beginning;
        }

        ScriptHearing hearing() {
            return hearing;
        }

        /** Takes so long for a frame, and sends then what the program says for its number. */
        FakeScript runs(long nanos, IntFunction<List<CrdtMessage>> frames) {
            return sends(nanos, frame -> bytes(frames.apply(frame)));
        }

        FakeScript sends(long nanos, IntFunction<ByteBuffer> frames) {
            busy = nanos;
            program = frames;
            return this;
        }

        static ByteBuffer bytes(List<CrdtMessage> messages) {
            return ByteBuffer.wrap(CrdtCodec.toBytes(messages));
        }

        /** Is loaded. */
        FakeScript starts() {
            hearing.started(Duration.ZERO);
            return this;
        }

        @Override
        public void tick(float seconds) {
            int frame = ticks.size();
            ticks.add(seconds);
            clock.after(busy, () -> hearing.sent(program.apply(frame)));
        }

        @Override
        public void reply(ByteBuffer messages) {
            replied.run();
            replies.add(CrdtCodec.read(messages.duplicate()).messages());
            hearing.ticked(Duration.ofNanos(busy), 0);
        }

        /** Does something whenever it is answered. */
        FakeScript whenReplied(Runnable task) {
            replied = task;
            return this;
        }

        @Override
        public void answer(int call, SystemAnswer answer) {
            answers.add(answer);
        }

        @Override
        public void close() {
            closed = true;
        }

        /** What the frames were told of the time that had passed. */
        List<Float> ticks() {
            return ticks;
        }

        List<List<CrdtMessage>> replies() {
            return replies;
        }

        List<SystemAnswer> answers() {
            return answers;
        }

        boolean isClosed() {
            return closed;
        }
    }
}
