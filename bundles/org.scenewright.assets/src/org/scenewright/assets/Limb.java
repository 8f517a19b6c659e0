// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Optional;

/**
 * What moves one part of a model.
 *
 * @param node the number of its node
 * @param skin the joints it hangs on; then the place of its node does not count
 * @param flesh its vertices, where clips bend them
 * @param weights of its morph targets, where clips say nothing
 */
record Limb(int node, Optional<Skin> skin, Optional<Flesh> flesh, float[] weights) {}
