// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.scenewright.crdt.ComponentId;

import java.util.List;
import java.util.Optional;

/** The one table of the components that every scene knows. */
final class CoreTable {
    private CoreTable() {}

    static Optional<ComponentId> number(String name) {
        return name.equals("core::Transform") ? Optional.of(new ComponentId(1)) : Optional.empty();
    }

    static List<ComponentType> types() {
        return List.of();
    }
}
