// SPDX-License-Identifier: EPL-2.0
/**
 * The user interface that a scene shows over its world: laid out, painted as a picture and pointed
 * at, without GL or SWT.
 */
@NullMarked
package org.scenewright.hud;

import org.jspecify.annotations.NullMarked;
