// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * One component of one entity in the text of a composite.
 *
 * @param entity the entity, where the key is the number of one
 * @param from where the key starts
 * @param to where the value ends
 * @param line the line of the key, from 1
 * @param content what it holds
 */
record Cell(Optional<Entity> entity, int from, int to, int line, Content content)
        implements JsonSpan {

    /** What a cell holds. */
    sealed interface Content {
        /** A value as JSON. */
        record Json(Value value) implements Content {}

        /** The bytes on the wire. */
        record Binary(String base64) implements Content {}

        /** Neither of them. */
        record Unclear(String reason) implements Content {}
    }
}
