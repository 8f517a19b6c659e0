// SPDX-License-Identifier: EPL-2.0
/** Files of a project and what they hold: paths, models, pictures and plain meshes. */
@NullMarked
package org.scenewright.assets;

import org.jspecify.annotations.NullMarked;
