// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * All components of one name in the text of a composite.
 *
 * @param data where the object with the cells stands, if there is one
 */
record Section(
        String name,
        int from,
        int to,
        int line,
        Optional<Value> schema,
        Optional<Span> data,
        Cells cells)
        implements JsonSpan {}
