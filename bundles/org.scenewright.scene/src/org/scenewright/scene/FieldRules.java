// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * The rules by which the document refuses values, for those who want to know before they write;
 * usable from any thread.
 */
public final class FieldRules {
    private FieldRules() {}

    /**
     * Why a value may not stand in a field, if so.
     *
     * @param field what the sentence calls the field
     * @param before what stands there now, of which nothing is objected to
     */
    public static Optional<String> objection(
            String field, Schema schema, Value value, Optional<Value> before) {
        try {
            new FieldCheck(field).check(schema, value, before, FieldPath.WHOLE);
            return Optional.empty();
        } catch (SchemaException unfit) {
            return Optional.of(String.valueOf(unfit.getMessage()));
        }
    }
}
