// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;

/** A message from the worker process to the editor. */
public sealed interface FromWorker {

    /**
     * Says that the worker can be asked.
     *
     * @param engine what runs scene code, for people
     */
    record Ready(String engine) implements FromWorker {
        static final int TYPE = 16;

        static Ready read(WireReader in) {
            return new Ready(in.text());
        }

        void write(WireWriter out) {
            out.type(TYPE).text(engine);
        }
    }

    /**
     * Says that a job goes on.
     *
     * @param job whose
     * @param done how many files are done
     * @param total of how many, as far as is known
     * @param file the one that is looked at now, below the project's folder, with slashes
     */
    record Progress(int job, int done, int total, String file) implements FromWorker {
        static final int TYPE = 17;

        static Progress read(WireReader in) {
            return new Progress(in.number(), in.number(), in.number(), in.text());
        }

        void write(WireWriter out) {
            out.type(TYPE).number(job).number(done).number(total).text(file);
        }
    }

    /** Answers {@link ToWorker.Reflect}. */
    record Reflected(int job, Reflection reflection) implements FromWorker {
        static final int TYPE = 18;

        static Reflected read(WireReader in) {
            return new Reflected(in.number(), Reflection.read(in));
        }

        void write(WireWriter out) {
            reflection.write(out.type(TYPE).number(job));
        }
    }

    /**
     * Says that there will be no answer to a job.
     *
     * @param message why, as a sentence
     */
    record Failed(int job, String message) implements FromWorker {
        static final int TYPE = 19;

        static Failed read(WireReader in) {
            return new Failed(in.number(), in.text());
        }

        void write(WireWriter out) {
            out.type(TYPE).number(job).text(message);
        }
    }

    /**
     * A message from one of the scenes that the worker runs.
     *
     * @param scene the number that the editor gave it
     */
    record OfScene(int scene, FromScene message) implements FromWorker {
        static final int TYPE = 20;

        static OfScene read(WireReader in) {
            return new OfScene(in.number(), FromScene.read(in));
        }

        void write(WireWriter out) {
            FromScene.write(message, out.type(TYPE).number(scene));
        }
    }

    /** Its bytes, with the length before them. */
    default ByteBuffer toFrame() {
        WireWriter out = new WireWriter();
        switch (this) {
            case Ready ready -> ready.write(out);
            case Progress progress -> progress.write(out);
            case Reflected reflected -> reflected.write(out);
            case Failed failed -> failed.write(out);
            case OfScene ofScene -> ofScene.write(out);
        }
        return out.frame();
    }

    /** The message of a frame without its length; {@link WireException} if it is none. */
    static FromWorker read(ByteBuffer frame) {
        WireReader in = new WireReader(frame);
        int type = in.type();
        FromWorker message =
                switch (type) {
                    case Ready.TYPE -> Ready.read(in);
                    case Progress.TYPE -> Progress.read(in);
                    case Reflected.TYPE -> Reflected.read(in);
                    case Failed.TYPE -> Failed.read(in);
                    case OfScene.TYPE -> OfScene.read(in);
                    default -> throw new WireException("No message from a worker has type " + type);
                };
        in.end();
        return message;
    }
}
