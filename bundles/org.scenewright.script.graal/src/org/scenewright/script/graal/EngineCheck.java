// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** A program that ends well if JavaScript is made to machine code on the JVM that runs it. */
public final class EngineCheck {
    private static final int NOT_COMPILED = 5;

    /** Runs often enough to be compiled by both compilers, and fails if one of them cannot. */
    private static final String LOOP =
            """
            function sum(n) { let s = 0; for (let i = 0; i < n; i++) s += i % 7; return s }
            let all = 0
            for (let i = 0; i < 300; i++) all += sum(1000)
            all
            """;

    private EngineCheck() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        // Where there is no compiler, there are no such options, and that is an exception.
        try (var engine =
                        Engine.newBuilder("js")
                                .allowExperimentalOptions(true)
                                .option("engine.BackgroundCompilation", "false")
                                .option("engine.FirstTierCompilationThreshold", "20")
                                .option("engine.LastTierCompilationThreshold", "100")
                                .option("engine.CompilationFailureAction", "Throw")
                                .build();
                var context = Context.newBuilder("js").engine(engine).build()) {
            var sum = context.eval("js", LOOP).asInt();
            System.out.println(engine.getImplementationName() + " " + sum);
            System.exit(engine.getImplementationName().equals("Interpreted") ? NOT_COMPILED : 0);
        }
    }
}
