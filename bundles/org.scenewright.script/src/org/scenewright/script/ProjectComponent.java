// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.crdt.ComponentId;
import org.scenewright.schema.Value;
import org.scenewright.script.wire.Place;

/**
 * A component that a project has beside those of the SDK.
 *
 * @param packageName the package that defines it, empty for the project itself
 * @param place where its schema is written
 * @param jsonSchema its schema as composite files carry it
 * @param initial the value that it is created with
 * @param isInternal whether its authors did not mean it to be added by hand
 */
public record ProjectComponent(
        String name,
        ComponentId number,
        String packageName,
        Place place,
        Value jsonSchema,
        Value initial,
        boolean isInternal) {}
