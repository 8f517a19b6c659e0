// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** A value, a path or bytes that do not fit their schema; the message names the field. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    public SchemaException(String message) {
        this("", message);
    }

    private SchemaException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** The same problem, seen from the value that holds the part with the problem. */
    public SchemaException within(String step) {
        return new SchemaException(path.isEmpty() ? step : step + "." + path, problem);
    }

    static SchemaException noPart(String step, Value value) {
        return new SchemaException("there is no \"" + step + "\" in " + Expect.kind(value));
    }

    static SchemaException noCase(String name) {
        return new SchemaException("there is no case \"" + name + "\"");
    }
}
