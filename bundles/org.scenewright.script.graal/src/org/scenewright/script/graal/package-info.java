// SPDX-License-Identifier: EPL-2.0
/** The program that runs scene code, in a process of its own. */
@NullMarked
package org.scenewright.script.graal;

import org.jspecify.annotations.NullMarked;
