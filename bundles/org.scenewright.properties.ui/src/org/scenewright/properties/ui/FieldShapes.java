// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Optional;

/**
 * Knows more of the fields of components than their schemas say: offered to the extension point
 * {@code org.scenewright.properties.ui.shapes} under each component's name. Called on the UI
 * thread, often, so it has to be quick.
 */
public interface FieldShapes {

    /**
     * How a field is to be edited.
     *
     * @param component that the field is of
     * @param entities whose component is shown; at least one
     * @param path of the field; it leads on into JSON texts
     * @return nothing where the schema says all; for the same path always of the same sort
     */
    Optional<FieldShape> find(
            SceneSnapshot now, String component, List<Entity> entities, FieldPath path);
}
