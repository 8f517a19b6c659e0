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

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JavaScript context that reaches nothing of this machine, in which files are loaded one after
 * the other until one of them exceeds its limit or changes what they share. To be used by one
 * thread.
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
    private final Value isChanged;

    Sandbox(Prelude prelude, Linker linker, Recording recording) {
        this.recording = recording;
        context = context(prelude, linker);
        prelude.install(context, recording.host());
        var sdk = context.getBindings("js").getMember("$sdk");
        newGlobals = sdk.getMember("newGlobals");
        isChanged = sdk.getMember("isChanged");
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
     * @param imports what it imports, whose effects are not its own
     * @return what went wrong
     */
    Optional<PolyglotException> load(Unit unit, List<Unit> imports) {
        try {
            context.resetLimits();
            for (var imported : imports) {
                var module = Linker.quoted(Linker.module(imported));
                context.eval(source("import " + module + ";", "import" + imported.id()));
            }
            newGlobals.execute();
            context.eval(source(unit));
            // Code can change what even this is made with.
            var names = newGlobals.execute();
            recording.globals(names.isString() ? names.asString() : "", unit);
            return Optional.empty();
        } catch (PolyglotException e) {
            return Optional.of(e);
        }
    }

    private static Source source(Unit unit) {
        var module = Linker.quoted(Linker.module(unit));
        var code = "import * as all from %s; $sdk.exported(%d, all);".formatted(module, unit.id());
        return source(code, "load" + unit.id());
    }

    private static Source source(String code, String name) {
        return Source.newBuilder("js", code, name + ".mjs")
                .mimeType("application/javascript+module")
                .cached(false)
                .buildLiteral();
    }

    /** Whether what is loaded next would find other things built in than it should. */
    boolean isChanged() {
        try {
            context.resetLimits();
            var answer = isChanged.execute();
            return !answer.isBoolean() || answer.asBoolean();
        } catch (PolyglotException e) {
            LOG.log(System.Logger.Level.DEBUG, "A sandbox cannot tell whether it is changed", e);
            return true;
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
