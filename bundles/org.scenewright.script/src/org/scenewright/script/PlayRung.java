// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.util.List;
import java.util.Map;

/** A way to run the code of scenes; the first that works on a JVM is the best there. */
enum PlayRung {
    /** Made to machine code, by a compiler that was made for this build of the JVM. */
    COMPILED("compiled to machine code", Map.of(), List.of()),
    /** The same by a compiler that was made for another build, which is mostly good enough. */
    COMPILED_UNCHECKED(
            "compiled to machine code by the compiler of another Java",
            Map.of("JVMCI_VERSION_CHECK", "ignore"),
            List.of("-Dpolyglotimpl.DisableVersionChecks=true")),
    /** Step by step: a tenth as fast. */
    INTERPRETED("interpreted", Map.of(), Jvm.interpreting());

    private final String words;
    private final Map<String, String> environment;
    private final List<String> options;

    PlayRung(String words, Map<String, String> environment, List<String> options) {
        this.words = words;
        this.environment = environment;
        this.options = options;
    }

    boolean isCompiled() {
        return switch (this) {
            case COMPILED, COMPILED_UNCHECKED -> true;
            case INTERPRETED -> false;
        };
    }

    /** What is done with the code, for people. */
    String words() {
        return words;
    }

    Map<String, String> environment() {
        return environment;
    }

    List<String> options() {
        return options;
    }
}
