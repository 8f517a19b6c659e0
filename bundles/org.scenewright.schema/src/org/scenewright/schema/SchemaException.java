// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** A value, a path or bytes that do not fit their schema; the message names the field. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }

    static SchemaException noPart(String step, Value value) {
        return new SchemaException(
                "there is no \"" + step + "\" in a " + value.getClass().getSimpleName());
    }
}
