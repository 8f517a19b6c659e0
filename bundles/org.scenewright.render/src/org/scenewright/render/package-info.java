// SPDX-License-Identifier: EPL-2.0
/**
 * What to draw: projection of the scene, camera, picking, handles and snapping, without GL or SWT.
 */
@NullMarked
package org.scenewright.render;

import org.jspecify.annotations.NullMarked;
