// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3fc;
import org.scenewright.crdt.Entity;

/**
 * Where a ray meets a surface.
 *
 * @param distance from the ray's origin, in metres
 * @param normal the outward side of the surface, of length 1
 */
public record Hit(Entity entity, float distance, Vector3fc point, Vector3fc normal) {}
