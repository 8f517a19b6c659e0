// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.scenewright.script.wire.ToScene;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * The context that the code of one scene runs in, once. Every method runs what it calls up to where
 * it waits for something; only {@link #close} may be called by another thread.
 */
final class SceneContext implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SceneContext.class.getName());

    /** Longer than any code needs that can be interrupted, shorter than anybody would wait. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Context context;
    private final Value load;
    private final Value start;
    private final Value update;
    private final Value reply;
    private final Value answer;

    SceneContext(SceneEngine engine, SceneHost host) {
        context = engine.context();
        var scene =
                context.eval(engine.scene())
                        .execute(
                                ProxyObject.fromMap(Map.copyOf(host.functions())),
                                engine.modules(),
                                context.eval(engine.web()));
        load = scene.getMember("load");
        start = scene.getMember("start");
        update = scene.getMember("update");
        reply = scene.getMember("reply");
        answer = scene.getMember("answer");
    }

    void load(Source source) {
        load.executeVoid(context.eval(source));
    }

    void start() {
        start.executeVoid();
    }

    void update(float seconds) {
        update.executeVoid(seconds);
    }

    void reply(ByteBuffer messages) {
        reply.executeVoid(orNull(messages));
    }

    void answer(ToScene.Answer given) {
        answer.executeVoid(given.call(), given.isFulfilled(), given.json(), orNull(given.bytes()));
    }

    /** What JavaScript gets for bytes: nothing instead of none. */
    static Object orNull(ByteBuffer bytes) {
        return bytes.hasRemaining() ? bytes : Value.asValue(null);
    }

    /**
     * Ends what runs in it now, if it can be ended: what is thrown then still knows where it was,
     * other than when it is closed.
     */
    void interrupt() {
        try {
            context.interrupt(PATIENCE);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "A context cannot be interrupted", e);
        }
    }

    /** Ends what runs in it. */
    @Override
    public void close() {
        try {
            context.close(true);
        } catch (PolyglotException e) {
            LOG.log(System.Logger.Level.DEBUG, "A context was closed after it had failed", e);
        }
    }
}
