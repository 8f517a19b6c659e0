// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;
import java.util.List;

/** A message from the editor to the worker process. */
public sealed interface ToWorker {

    /**
     * Asks what the source files of a project say about its components.
     *
     * @param job a number that the answers repeat
     * @param directory the project's folder
     * @param cache a folder for what need not be found out twice
     * @param skipped files to be left out, as they were a worker's end; below the project's folder,
     *     with slashes
     */
    record Reflect(int job, String directory, String cache, List<String> skipped)
            implements ToWorker {
        static final int TYPE = 1;

        public Reflect {
            skipped = List.copyOf(skipped);
        }

        static Reflect read(WireReader in) {
            return new Reflect(in.number(), in.text(), in.text(), in.list(WireReader::text));
        }

        void write(WireWriter out) {
            out.type(TYPE).number(job).text(directory).text(cache);
            out.list(skipped, (file, to) -> to.text(file));
        }
    }

    /** Says that nobody waits any longer for the answer to a job. */
    record Cancel(int job) implements ToWorker {
        static final int TYPE = 2;

        static Cancel read(WireReader in) {
            return new Cancel(in.number());
        }

        void write(WireWriter out) {
            out.type(TYPE).number(job);
        }
    }

    /**
     * A message to one of the scenes that the worker runs.
     *
     * @param scene a number that the editor gave it; used once
     */
    record ForScene(int scene, ToScene message) implements ToWorker {
        static final int TYPE = 3;

        static ForScene read(WireReader in) {
            return new ForScene(in.number(), ToScene.read(in));
        }

        void write(WireWriter out) {
            ToScene.write(message, out.type(TYPE).number(scene));
        }
    }

    /** Its bytes, with the length before them. */
    default ByteBuffer toFrame() {
        WireWriter out = new WireWriter();
        switch (this) {
            case Reflect reflect -> reflect.write(out);
            case Cancel cancel -> cancel.write(out);
            case ForScene forScene -> forScene.write(out);
        }
        return out.frame();
    }

    /** The message of a frame without its length; {@link WireException} if it is none. */
    static ToWorker read(ByteBuffer frame) {
        WireReader in = new WireReader(frame);
        int type = in.type();
        ToWorker message =
                switch (type) {
                    case Reflect.TYPE -> Reflect.read(in);
                    case Cancel.TYPE -> Cancel.read(in);
                    case ForScene.TYPE -> ForScene.read(in);
                    default -> throw new WireException("No message to a worker has type " + type);
                };
        in.end();
        return message;
    }
}
