// SPDX-License-Identifier: EPL-2.0
/** The rules of the house, read from the sources: who may import whom, and how code looks. */
@NullMarked
package org.scenewright.architecture;

import org.jspecify.annotations.NullMarked;
