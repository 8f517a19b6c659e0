// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.WireException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What {@code scene.js} asks of us, on the thread of the scene. Functions that can refuse return a
 * sentence then, as nothing of Java shall be thrown through the code of a scene.
 */
final class SceneHost {
    /** Of one message; what is around the bytes has room beside it. */
    private static final int MOST_BYTES = 60 << 20;

    private static final Object NONE = Value.asValue(null);

    private final ToScene.Start beginning;
    private final Consumer<FromScene> out;
    private final SceneConsole console;
    private final Consumer<Optional<Fault>> over;
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    private final long since = System.nanoTime();

    /**
     * @param out takes messages; {@link WireException} refuses one
     * @param over is told whenever what the scene was asked to do is over
     */
    SceneHost(
            ToScene.Start beginning,
            Consumer<FromScene> out,
            SceneConsole console,
            Consumer<Optional<Fault>> over) {
        this.beginning = beginning;
        this.out = out;
        this.console = console;
        this.over = over;
    }

    Map<String, ProxyExecutable> functions() {
        return Map.ofEntries(
                Map.entry("state", a -> SceneContext.orNull(beginning.state())),
                Map.entry("hasEntities", a -> beginning.hasEntities()),
                Map.entry("send", a -> bytes(a, bytes -> say(new FromScene.Sent(bytes)))),
                Map.entry("inspect", a -> bytes(a, bytes -> say(new FromScene.Inspected(bytes)))),
                Map.entry("begin", a -> begin()),
                Map.entry("piece", a -> bytes(a, this::piece)),
                Map.entry("call", this::call),
                Map.entry("wants", a -> console.wants()),
                Map.entry("say", this::line),
                Map.entry("over", this::over),
                Map.entry("now", a -> (System.nanoTime() - since) / 1e6));
    }

    private static Object bytes(Value[] view, Function<ByteBuffer, Object> take) {
        int length = view[2].asInt();
        if (length > MOST_BYTES) {
            return "These are more than " + (MOST_BYTES >> 20) + " MB at once";
        }
        byte[] bytes = new byte[length];
        if (length > 0) {
            view[0].readBuffer(view[1].asInt(), bytes, 0, length);
        }
        return take.apply(ByteBuffer.wrap(bytes));
    }

    private Object begin() {
        pieces.reset();
        return NONE;
    }

    private Object piece(ByteBuffer bytes) {
        if (pieces.size() + bytes.remaining() <= MOST_BYTES) {
            pieces.write(bytes.array(), 0, bytes.remaining());
        }
        return NONE;
    }

    private Object call(Value... a) {
        var bytes = ByteBuffer.wrap(pieces.toByteArray());
        pieces.reset();
        return say(
                new FromScene.Called(
                        a[0].asInt(), a[1].asString(), a[2].asString(), a[3].asString(), bytes));
    }

    private Object line(Value... a) {
        var level = FromScene.Level.values()[a[0].asInt()];
        console.say(level, a[1].asString(), a[2].asString());
        return NONE;
    }

    private Object over(Value... a) {
        over.accept(
                a[0].asBoolean()
                        ? Optional.empty()
                        : Optional.of(new Fault(a[1].asString(), a[2].asString())));
        return NONE;
    }

    private Object say(FromScene message) {
        try {
            out.accept(message);
            return NONE;
        } catch (WireException e) {
            return e.getMessage();
        }
    }
}
