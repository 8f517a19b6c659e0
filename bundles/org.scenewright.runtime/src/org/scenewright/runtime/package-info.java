// SPDX-License-Identifier: EPL-2.0
/** One open scene: its session, its thread and its links. */
@NullMarked
package org.scenewright.runtime;

import org.jspecify.annotations.NullMarked;
