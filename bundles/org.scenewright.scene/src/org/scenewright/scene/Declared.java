// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

/**
 * A component that a composite file declares.
 *
 * @param name its full name
 * @param line where it stands in the file, from 1
 * @param jsonSchema its schema as it stands there
 * @param isUsed whether an entity has it
 */
public record Declared(String name, int line, Value jsonSchema, boolean isUsed) {}
