// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A message from one scene that a worker process runs to the editor. */
public sealed interface FromScene {

    /** How grave a line of output is. */
    enum Level {
        LOG,
        WARNING,
        ERROR
    }

    /** What a scene does when it throws. */
    enum Phase {
        /** Its file is parsed and evaluated. */
        LOAD,
        /** {@code onStart}. */
        START,
        /** {@code onUpdate}. */
        UPDATE
    }

    /**
     * The code is loaded and {@code onStart} is over: the scene waits for its first tick.
     *
     * @param nanos how long that took
     */
    record Started(long nanos) implements FromScene {
        static final int TYPE = 1;

        static Started read(WireReader in) {
            return new Started(in.longNumber());
        }

        void write(WireWriter out) {
            out.type(TYPE).longNumber(nanos);
        }
    }

    /**
     * What {@code crdtSendToRenderer} was given; the scene waits for {@link ToScene.Reply}.
     *
     * @param messages plain messages, one after the other, as the scene wrote them
     */
    record Sent(ByteBuffer messages) implements FromScene {
        static final int TYPE = 2;

        static Sent read(WireReader in) {
            return new Sent(in.bytes());
        }

        void write(WireWriter out) {
            out.type(TYPE).bytes(messages);
        }
    }

    /** Messages about components that scenes keep from the renderer; nobody answers them. */
    record Inspected(ByteBuffer messages) implements FromScene {
        static final int TYPE = 3;

        static Inspected read(WireReader in) {
            return new Inspected(in.bytes());
        }

        void write(WireWriter out) {
            out.type(TYPE).bytes(messages);
        }
    }

    /**
     * A frame is over.
     *
     * @param busyNanos how long the code of the scene ran in it, without waiting for replies
     * @param heapBytes what the worker's heap holds by now
     */
    record Ticked(long busyNanos, long heapBytes) implements FromScene {
        static final int TYPE = 4;

        static Ticked read(WireReader in) {
            return new Ticked(in.longNumber(), in.longNumber());
        }

        void write(WireWriter out) {
            out.type(TYPE).longNumber(busyNanos).longNumber(heapBytes);
        }
    }

    /**
     * The scene asks for something of {@code ~system/...} that only the editor can give; it goes on
     * meanwhile and gets {@link ToScene.Answer} sometime.
     *
     * @param call a number of its own
     * @param module the name without {@code ~system/}
     * @param json the argument; {@code {"$bytes": [offset, length]}} in it stands for a part of the
     *     bytes
     * @param bytes the argument's bytes where it has some, else nothing
     */
    record Called(int call, String module, String function, String json, ByteBuffer bytes)
            implements FromScene {
        static final int TYPE = 5;

        static Called read(WireReader in) {
            return new Called(in.number(), in.text(), in.text(), in.text(), in.bytes());
        }

        void write(WireWriter out) {
            out.type(TYPE).number(call).text(module).text(function).text(json).bytes(bytes);
        }
    }

    /**
     * A line of output.
     *
     * @param place where in the sources it was written, if that is known
     */
    record Said(Level level, String text, Optional<Place> place) implements FromScene {
        static final int TYPE = 6;

        static Said read(WireReader in) {
            return new Said(in.oneOf(Level.values()), in.text(), in.optional(Place::read));
        }

        void write(WireWriter out) {
            out.type(TYPE).type(level.ordinal()).text(text);
            out.optional(place, Place::write);
        }
    }

    /**
     * The code of the scene threw; after {@link Phase#UPDATE} the frame is over, which {@link
     * Ticked} says next, and the scene goes on; after the others it is {@link Ended} next.
     *
     * @param stack where, in the terms of the sources if they are known, a line each
     */
    record Threw(Phase phase, String message, String stack, Optional<Place> place)
            implements FromScene {
        static final int TYPE = 7;

        static Threw read(WireReader in) {
            return new Threw(
                    in.oneOf(Phase.values()), in.text(), in.text(), in.optional(Place::read));
        }

        void write(WireWriter out) {
            out.type(TYPE).type(phase.ordinal()).text(message).text(stack);
            out.optional(place, Place::write);
        }
    }

    /** The scene is over and nothing of it is left; its last message. */
    record Ended() implements FromScene {
        static final int TYPE = 8;

        static Ended read() {
            return new Ended();
        }

        void write(WireWriter out) {
            out.type(TYPE);
        }
    }

    /** About how many bytes it takes on its way, and wherever it waits. */
    default int weight() {
        return switch (this) {
            case Sent sent -> sent.messages().remaining();
            case Inspected inspected -> inspected.messages().remaining();
            case Called called -> called.bytes().remaining() + called.json().length();
            case Said said -> said.text().length();
            case Threw threw -> threw.message().length() + threw.stack().length();
            case Started started -> 0;
            case Ticked ticked -> 0;
            case Ended ended -> 0;
        };
    }

    static FromScene read(WireReader in) {
        int type = in.type();
        return switch (type) {
            case Started.TYPE -> Started.read(in);
            case Sent.TYPE -> Sent.read(in);
            case Inspected.TYPE -> Inspected.read(in);
            case Ticked.TYPE -> Ticked.read(in);
            case Called.TYPE -> Called.read(in);
            case Said.TYPE -> Said.read(in);
            case Threw.TYPE -> Threw.read(in);
            case Ended.TYPE -> Ended.read();
            default -> throw new WireException("No message from a scene has type " + type);
        };
    }

    static void write(FromScene message, WireWriter out) {
        switch (message) {
            case Started started -> started.write(out);
            case Sent sent -> sent.write(out);
            case Inspected inspected -> inspected.write(out);
            case Ticked ticked -> ticked.write(out);
            case Called called -> called.write(out);
            case Said said -> said.write(out);
            case Threw threw -> threw.write(out);
            case Ended ended -> ended.write(out);
        }
    }
}
