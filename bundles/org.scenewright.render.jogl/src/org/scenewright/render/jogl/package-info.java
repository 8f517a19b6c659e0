// SPDX-License-Identifier: EPL-2.0
/** How to draw a draw list with JOGL; has never heard of entities. */
@NullMarked
package org.scenewright.render.jogl;

import org.jspecify.annotations.NullMarked;
