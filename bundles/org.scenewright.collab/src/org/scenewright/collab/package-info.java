// SPDX-License-Identifier: EPL-2.0
/**
 * A scene that several people edit at once, over any communications adapter: how edits spread and
 * are made up for, who may edit, who is there, and how a latecomer gets what there is.
 */
@NullMarked
package org.scenewright.collab;

import org.jspecify.annotations.NullMarked;
