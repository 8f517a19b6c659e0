// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

import java.util.Map;
import java.util.Optional;

/**
 * A JavaScript context that reaches nothing of this machine, in which files are loaded one after
 * the other until one of them exceeds its limit. To be used by one thread.
 */
final class Sandbox implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());

    /** Of one file and what it imports; a component takes about a hundred. */
    static final long MOST_STATEMENTS = 2_000_000;

    private static final Map<String, String> OPTIONS =
            Map.of(
                    "js.ecmascript-version", "2023",
                    "js.foreign-object-prototype", "false",
                    "js.load", "false",
                    "js.print", "false",
                    "js.graal-builtin", "false",
                    "js.polyglot-builtin", "false",
                    "js.console", "false",
                    "js.java-package-globals", "false",
                    "js.stack-trace-limit", "50");

    private final Context context;
    private final Recording recording;
    private final Value newGlobals;

    Sandbox(Prelude prelude, Linker linker, Recording recording) {
        this.recording = recording;
        context = context(prelude, linker);
        prelude.install(context, recording.host());
        newGlobals = context.getBindings("js").getMember("$sdk").getMember("newGlobals");
    }

    private static Context context(Prelude prelude, Linker linker) {
        return Context.newBuilder("js")
                .engine(prelude.engine())
                .allowHostAccess(HostAccess.NONE)
                .allowHostClassLookup(name -> false)
                .allowIO(IOAccess.newBuilder().fileSystem(new LinkedFiles(linker)).build())
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .resourceLimits(
                        ResourceLimits.newBuilder().statementLimit(MOST_STATEMENTS, null).build())
                .build();
    }

    /**
     * Loads a file and has it recorded.
     *
     * @return what went wrong
     */
    Optional<PolyglotException> load(Unit unit) {
        var module = Linker.quoted(Linker.module(unit));
        var code = "import * as all from %s; $sdk.exported(%d, all);".formatted(module, unit.id());
        var source =
                Source.newBuilder("js", code, "load" + unit.id() + ".mjs")
                        .mimeType("application/javascript+module")
                        .cached(false)
                        .buildLiteral();
        try {
            context.resetLimits();
            context.eval(source);
            // Code can change what even this is made with.
            var names = newGlobals.execute();
            recording.globals(names.isString() ? names.asString() : "", unit);
            return Optional.empty();
        } catch (PolyglotException e) {
            return Optional.of(e);
        }
    }

    @Override
    public void close() {
        try {
            context.close(true);
        } catch (PolyglotException e) {
            // A context that has exceeded its limit says so once more.
            LOG.log(System.Logger.Level.DEBUG, "A sandbox was closed after it had failed", e);
        }
    }
}
