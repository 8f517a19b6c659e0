// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.util.List;

/**
 * What the source files of a project say about its components, in a deterministic order.
 *
 * @param definitions the components, dependencies before the project
 * @param findings what is the matter with the files
 * @param sources every file that was looked at
 */
public record Reflection(
        List<Definition> definitions, List<Finding> findings, List<Source> sources) {
    public Reflection {
        definitions = List.copyOf(definitions);
        findings = List.copyOf(findings);
        sources = List.copyOf(sources);
    }

    static Reflection read(WireReader in) {
        return new Reflection(
                in.list(Definition::read), in.list(Finding::read), in.list(Source::read));
    }

    void write(WireWriter out) {
        out.list(definitions, Definition::write)
                .list(findings, Finding::write)
                .list(sources, Source::write);
    }
}
