// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Optional;

/** One thing that happened to the document. */
public sealed interface Change {

    /** An entity came into being; its components follow as {@link Written}. */
    record Spawned(Entity entity) implements Change {}

    /** An entity is gone; its components went before as {@link Written}. */
    record Despawned(Entity entity) implements Change {}

    /** A component was added, replaced or, where {@code after} is empty, removed. */
    record Written(Entity entity, String component, Optional<Value> before, Optional<Value> after)
            implements Change {

        /**
         * What this write makes of the component where that has become another one meanwhile: the
         * fields that were changed here become what they are after, all others stay.
         */
        public Optional<Value> onto(Optional<Value> current) {
            return new ValueMerge(clash -> {}).merge(new ValueMerge.Sides(before, after, current));
        }
    }

    /** The effective parent or the position among siblings changed. */
    record Moved(Entity entity, Entity oldParent, Entity newParent) implements Change {}

    /** The type of a component became known, changed, or is known no longer. */
    record Declared(String component) implements Change {}

    /** {@code scene.json} changed. */
    record Configured(Value before, Value after) implements Change {}
}
