// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * A field that somebody wrote and that somebody else overruled without having seen it.
 *
 * @param entity the entity
 * @param component the name of the component
 * @param path the field
 * @param author the address of who wrote what was lost
 * @param lost the value that was lost; empty where the field was removed
 * @param winner the address of who overruled it; empty for a client that tells none
 */
public record Loss(
        Entity entity,
        String component,
        FieldPath path,
        String author,
        Optional<Value> lost,
        String winner) {

    /** The component and the field, as problems name it. */
    public String field() {
        return path.isEmpty() ? component : component + "." + path;
    }

    /** What happened, as a sentence that names the entity as a scene does. */
    public String sentence(SceneSnapshot scene) {
        return "\"%s\" (%s): %s was written by two at once; the value of %s holds, that of %s was %s."
                .formatted(
                        scene.name(entity),
                        entity,
                        field(),
                        winner.isEmpty() ? "another program" : winner,
                        author,
                        Conflict.shown(lost));
    }
}
