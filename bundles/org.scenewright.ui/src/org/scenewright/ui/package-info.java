// SPDX-License-Identifier: EPL-2.0
/** Editor, viewport, outline, markers and wiring. */
@NullMarked
package org.scenewright.ui;

import org.jspecify.annotations.NullMarked;
