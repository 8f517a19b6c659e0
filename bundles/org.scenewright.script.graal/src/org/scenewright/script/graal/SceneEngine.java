// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the code of all scenes of a worker. What it has parsed and compiled of the last bundles is
 * kept, so that the same one starts at once when it is played again. Any thread.
 */
final class SceneEngine {
    /** What the sources of our own begin with in stacks. */
    static final String OURS = "~scenewright/";

    /** Around the code of a bundle, on the lines that it begins and ends in or after. */
    static final String HEAD = "(function (globalThis, require, module, exports) {";

    private static final String TAIL = "\n})";

    private static final int MOST_KEPT = 4;

    private static final Map<String, String> OPTIONS =
            Map.of(
                    "js.foreign-object-prototype", "false",
                    "js.load", "false",
                    "js.print", "false",
                    "js.polyglot-builtin", "false",
                    "js.console", "false",
                    "js.java-package-globals", "false",
                    // A thread that waits would not hear that the scene is over.
                    "js.agent-can-block", "false",
                    "js.unhandled-rejections", "handler",
                    "js.stack-trace-limit", "20");

    private final Sightings sightings = new Sightings();
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
    private final Engine engine =
            Engine.newBuilder("js")
                    .allowExperimentalOptions(true)
                    .option("engine.WarnInterpreterOnly", "false")
                    .option(Sightings.OPTION, "1000")
                    .logHandler(sightings)
                    .build();

    private final Source scene = ours("scene.js");
    private final Source web = ours("web.js");
    private final String modules = PlayText.of("modules.json");
    private final ReentrantLock keeping = new ReentrantLock();
    private final Map<Source, Source> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                @SuppressWarnings("null")
                protected boolean removeEldestEntry(Map.Entry<Source, Source> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    /** What runs the code, for people. */
    String name() {
        return "GraalJS on Java " + Runtime.version() + " (" + engine.getImplementationName() + ")";
    }

    /** Where the threads were last seen that run its code, once a second. */
    Sightings sightings() {
        return sightings;
    }

    /** When a scene may run. */
    Turns turns() {
        return turns;
    }

    /** A context that reaches nothing of this machine; to be used by one thread. */
    Context context() {
        var context = plainContext();
        keeping.lock();
        try {
            QuickNodes.into(context);
            return context;
        } finally {
            keeping.unlock();
        }
    }

    private Context plainContext() {
        return Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(
                        HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build())
                .allowHostClassLookup(name -> false)
                .allowIO(IOAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .build();
    }

    Source scene() {
        return scene;
    }

    Source web() {
        return web;
    }

    /** The functions of the modules that only the editor can answer, as JSON. */
    String modules() {
        return modules;
    }

    /** The code of a bundle; the same for the same text. */
    Source kept(SceneBundle bundle) {
        var fresh = source(bundle);
        keeping.lock();
        try {
            return kept.computeIfAbsent(fresh, same -> same);
        } finally {
            keeping.unlock();
        }
    }

    static Source source(SceneBundle bundle) {
        return Source.newBuilder("js", HEAD + bundle.code() + TAIL, bundle.name()).buildLiteral();
    }

    private static Source ours(String name) {
        return Source.newBuilder("js", PlayText.of(name), OURS + name).buildLiteral();
    }
}
