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
        return objection(new FieldCheck(field), schema, value, before);
    }

    /**
     * Why a value that stands in a field does not fit, if so. Fields that its schema does not have,
     * as they are left when a schema changes, are kept and not objected to.
     *
     * @param field what the sentence calls the field
     */
    public static Optional<String> misfit(String field, Schema schema, Value value) {
        return objection(FieldCheck.ofWhatStands(field), schema, value, Optional.empty());
    }

    private static Optional<String> objection(
            FieldCheck check, Schema schema, Value value, Optional<Value> before) {
        try {
            check.check(schema, value, before, FieldPath.WHOLE);
            return Optional.empty();
        } catch (SchemaException unfit) {
            return Optional.of(String.valueOf(unfit.getMessage()));
        }
    }
}
