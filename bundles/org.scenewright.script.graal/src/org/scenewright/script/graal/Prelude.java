// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What stands in for the SDK while files are loaded. The engine keeps what is parsed of it.
 *
 * @param engine runs the contexts it is put into
 */
record Prelude(
        Engine engine, Source realm, Source schemas, Source math, Source enums, Source recorder) {

    static Prelude load() {
        var engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        return new Prelude(
                engine,
                source("realm.js", resource("realm.js")),
                source("schemas.js", resource("schemas.js")),
                source("math.js", resource("math.js")),
                source("enums.js", "(" + resource("enums.json") + ")"),
                source("recorder.js", resource("recorder.js")));
    }

    private static Source source(String name, String text) {
        return Source.newBuilder("js", text, name).buildLiteral();
    }

    private static String resource(String name) {
        try (var in = Prelude.class.getResourceAsStream("sdk/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts it into a context, where it tells a host what happens. */
    void install(Context context, Map<String, ProxyExecutable> host) {
        context.eval(recorder)
                .executeVoid(
                        ProxyObject.fromMap(Map.copyOf(host)),
                        context.eval(realm),
                        context.eval(schemas),
                        context.eval(math),
                        context.eval(enums));
    }
}
