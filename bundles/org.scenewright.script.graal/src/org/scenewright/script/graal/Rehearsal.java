// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Plays a scene of our own, again and again as if it had never been seen, so that the code of the
 * first real one finds all warm that runs it: the parser, the interpreter, and the compiler, which
 * is itself a program that first has to be compiled. Nobody hears anything of it.
 */
final class Rehearsal {
    private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());

    /** The parser reads the code so many times at once, as real bundles are that large. */
    private static final int COPIES = 24;

    /** The first rounds are for what runs once, the last for what runs often. */
    private static final int[] FRAMES = {30, 60, 120, 240, 480, 960};

    private final SceneEngine engine;
    private final String code = PlayText.of("rehearsal.js");
    private final Queue<ToScene> heard = new ArrayDeque<>();
    private final Duration longest;

    private volatile boolean isOver;
    private long frames;

    /**
     * @param longest it ends after, if nobody has ended it before
     */
    Rehearsal(SceneEngine engine, Duration longest) {
        this.engine = engine;
        this.longest = longest;
    }

    /** Starts it on a thread of its own. */
    void start() {
        Thread.ofPlatform().daemon().name("rehearsal").start(this::run);
    }

    /** Lets it end with the frame that it is in; any thread. */
    void end() {
        isOver = true;
    }

    /** Plays until it is over, on the thread of the caller. */
    void run() {
        long until = System.nanoTime() + longest.toNanos();
        for (int round = 0; round < FRAMES.length && goesOn(until); round++) {
            play(round, until);
        }
        if (!isOver) {
            // The machine gets back the memory that was for this only, before anybody plays.
            System.gc();
        }
        isOver = true;
    }

    /** How many frames it has played. */
    long frames() {
        return frames;
    }

    private boolean goesOn(long until) {
        return !isOver && System.nanoTime() < until;
    }

    private void play(int round, long until) {
        var start = new ToScene.Start("", true, messages());
        heard.clear();
        try (var play = new ScenePlay(engine, bundle(round), start, this::hear)) {
            play.load(false);
            for (int i = 0; i < FRAMES[round] && goesOn(until) && !play.isOver(); i++) {
                play.hear(new ToScene.Tick(1 / 30f));
                while (!heard.isEmpty()) {
                    play.hear(heard.remove());
                }
                frames++;
            }
        }
    }

    private void hear(FromScene message) {
        switch (message) {
            case FromScene.Sent sent -> heard.add(new ToScene.Reply(messages()));
            case FromScene.Threw threw -> LOG.log(System.Logger.Level.ERROR, threw.stack());
            case FromScene.Started started -> {}
            case FromScene.Ticked ticked -> {}
            case FromScene.Inspected inspected -> {}
            case FromScene.Called called -> {}
            case FromScene.Said said -> {}
            case FromScene.Ended ended -> {}
        }
    }

    /** The code as it was in no round before: every copy but the last is only read. */
    private SceneBundle bundle(int round) {
        var all = new StringBuilder("// ").append(round).append('\n');
        for (int copy = 1; copy < COPIES; copy++) {
            all.append("const copy").append(copy).append(" = (require, exports) => {\n");
            all.append(code).append("\n};\n");
        }
        return new SceneBundle(
                Path.of("rehearsal.js"), "rehearsal.js", all.append(code).toString(), "");
    }

    /** Where the player and the camera are. */
    private static ByteBuffer messages() {
        var bytes = ByteBuffer.allocate(2 * 68).order(ByteOrder.LITTLE_ENDIAN);
        for (int entity = 1; entity <= 2; entity++) {
            bytes.putInt(68).putInt(1).putInt(entity).putInt(1).putInt(1).putInt(44);
            for (int i = 0; i < 11; i++) {
                bytes.putInt(0);
            }
        }
        return bytes.flip();
    }
}
