// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;

/** A message from the editor to one scene that a worker process runs. */
public sealed interface ToScene {

    /**
     * Loads the code of the scene and runs its {@code onStart}; the first message to a scene.
     *
     * @param bundle the path of the JavaScript file
     * @param hasEntities whether the state has more than what the editor keeps itself (ADR-133)
     * @param state what {@code crdtGetState} gives: plain messages, one after the other
     */
    record Start(String bundle, boolean hasEntities, ByteBuffer state) implements ToScene {
        static final int TYPE = 1;

        static Start read(WireReader in) {
            return new Start(in.text(), in.flag(), in.bytes());
        }

        void write(WireWriter out) {
            out.type(TYPE).text(bundle).flag(hasEntities).bytes(state);
        }
    }

    /**
     * Runs one frame of the scene.
     *
     * @param seconds since the one before; 0 for the first
     */
    record Tick(float seconds) implements ToScene {
        static final int TYPE = 2;

        static Tick read(WireReader in) {
            return new Tick(Float.intBitsToFloat(in.number()));
        }

        void write(WireWriter out) {
            out.type(TYPE).number(Float.floatToRawIntBits(seconds));
        }
    }

    /**
     * Answers {@link FromScene.Sent}.
     *
     * @param messages plain messages for the scene, one after the other
     */
    record Reply(ByteBuffer messages) implements ToScene {
        static final int TYPE = 3;

        static Reply read(WireReader in) {
            return new Reply(in.bytes());
        }

        void write(WireWriter out) {
            out.type(TYPE).bytes(messages);
        }
    }

    /**
     * Answers {@link FromScene.Called}.
     *
     * @param call the number of the call
     * @param isFulfilled whether the promise is fulfilled; else it is rejected
     * @param json the value, or the reason as a JSON text; {@code {"$bytes": [offset, length]}} in
     *     a value stands for a part of the bytes
     * @param bytes the value's bytes where it has some that JSON cannot carry, else nothing
     */
    record Answer(int call, boolean isFulfilled, String json, ByteBuffer bytes) implements ToScene {
        static final int TYPE = 4;

        static Answer read(WireReader in) {
            return new Answer(in.number(), in.flag(), in.text(), in.bytes());
        }

        void write(WireWriter out) {
            out.type(TYPE).number(call).flag(isFulfilled).text(json).bytes(bytes);
        }
    }

    /** Ends the scene, which answers with {@link FromScene.Ended}; the worker lives on. */
    record Stop() implements ToScene {
        static final int TYPE = 5;

        static Stop read() {
            return new Stop();
        }

        void write(WireWriter out) {
            out.type(TYPE);
        }
    }

    /**
     * Says how many more messages of the scene were taken in: it may be ahead of that only so far.
     *
     * @param messages how many since this was said last
     */
    record Taken(int messages) implements ToScene {
        static final int TYPE = 6;

        static Taken read(WireReader in) {
            return new Taken(in.number());
        }

        void write(WireWriter out) {
            out.type(TYPE).number(messages);
        }
    }

    static ToScene read(WireReader in) {
        int type = in.type();
        return switch (type) {
            case Start.TYPE -> Start.read(in);
            case Tick.TYPE -> Tick.read(in);
            case Reply.TYPE -> Reply.read(in);
            case Answer.TYPE -> Answer.read(in);
            case Stop.TYPE -> Stop.read();
            case Taken.TYPE -> Taken.read(in);
            default -> throw new WireException("No message to a scene has type " + type);
        };
    }

    static void write(ToScene message, WireWriter out) {
        switch (message) {
            case Start start -> start.write(out);
            case Tick tick -> tick.write(out);
            case Reply reply -> reply.write(out);
            case Answer answer -> answer.write(out);
            case Stop stop -> stop.write(out);
            case Taken taken -> taken.write(out);
        }
    }
}
