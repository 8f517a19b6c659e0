// SPDX-License-Identifier: EPL-2.0
/** From schema to property sheet; no component is named here. */
@NullMarked
package org.scenewright.properties.ui;

import org.jspecify.annotations.NullMarked;
