// SPDX-License-Identifier: EPL-2.0
/**
 * Sharing and joining scenes, and who is there: the part of the workbench that only those need who
 * edit together. Nothing imports it.
 */
@NullMarked
package org.scenewright.collab.ui;

import org.jspecify.annotations.NullMarked;
