// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;

/**
 * A material that an entity wears.
 *
 * @param screen the entity, where its material shows videos
 * @param bindings what its fields are bound to
 * @param field where the material is: the name of a component and the path of a field in it
 */
record Dress(Videos.Screen screen, AssetBindings bindings, String field) {

    Dress at(String inner) {
        return new Dress(screen, bindings, field + "." + inner);
    }

    Entity entity() {
        return screen.entity();
    }

    /** What the field {@code src} in here leads to. */
    AssetSource source(String src) {
        return bindings.source(field + ".src", src);
    }
}
