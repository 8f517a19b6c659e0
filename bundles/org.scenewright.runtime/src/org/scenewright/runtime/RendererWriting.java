// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

/**
 * Writes into a running scene as renderers do; the script hears of it by its next answer. What is
 * as it was already is not told. One thread only.
 */
public interface RendererWriting {

    /**
     * Writes a component.
     *
     * @throws org.scenewright.schema.SchemaException when the value does not fit, or nobody knows
     *     the component
     */
    void put(Entity entity, String component, Value value);

    /** Removes a component. */
    void remove(Entity entity, String component);

    /**
     * Adds a value to a set that only grows.
     *
     * @throws org.scenewright.schema.SchemaException as {@link #put}
     */
    void append(Entity entity, String component, Value value);
}
