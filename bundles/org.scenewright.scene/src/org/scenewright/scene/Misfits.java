// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Schema;

import java.util.ArrayList;
import java.util.List;

/** Looks for values in a composite that do not fit the schema that their component has by now. */
final class Misfits {
    private final String file;
    private final Schema schema;
    private final boolean isWhole;
    private final List<Problem> found = new ArrayList<>();

    /**
     * @param isWhole whether no field may be missing that is not optional
     */
    Misfits(String file, Schema schema, boolean isWhole) {
        this.file = file;
        this.isWhole = isWhole;
        this.schema = schema;
    }

    void check(Section section, SceneSnapshot values) {
        for (var cell : section.cells()) {
            cell.entity()
                    .flatMap(entity -> values.value(entity, section.name()))
                    .ifPresent(
                            value ->
                                    new SchemaCheck(
                                                    isWhole,
                                                    entity -> true,
                                                    (path, why) -> add(section, cell, path, why))
                                            .check(schema, value));
        }
    }

    private void add(Section section, Cell cell, String path, String message) {
        found.add(
                new Problem(
                        Problem.Severity.WARNING,
                        file,
                        cell.entity().map(Object::toString).orElse(""),
                        path.isEmpty() ? section.name() : section.name() + "." + path,
                        cell.line(),
                        message));
    }

    List<Problem> list() {
        return List.copyOf(found);
    }
}
