// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

/**
 * What the numbers inside an entity's components follow when it becomes another one.
 *
 * @param references where references to entities lead then
 * @param packs the ids of smart items
 * @param network the ids in the network, which are numbers of their own though schemas call them
 *     entities
 */
record Following(References references, PackIds packs, NetworkIds network) {
    static final String COMPOSITE = "composite::root";

    /** The value of a cell, which is named as it was before, with the numbers of after. */
    Value value(Step.Cell original, Schema schema, Value value) {
        return switch (original.component()) {
            case NetworkIds.ENTITY -> network.own(original.entity(), value);
            case NetworkIds.PARENT -> network.parent(value);
            case COMPOSITE -> references.targets(value);
            default ->
                    packs.follow(
                            original.entity(),
                            original.component(),
                            references.follow(schema, value));
        };
    }
}
