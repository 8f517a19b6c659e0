// SPDX-License-Identifier: EPL-2.0
/** Fixtures that several test bundles share. */
@NullMarked
package org.scenewright.testing;

import org.jspecify.annotations.NullMarked;
