// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;

/**
 * An entity of an open scene: what selections are made of, so that every view understands every
 * other's selection.
 */
public record EntityHandle(SceneSession session, Entity entity) {}
