// SPDX-License-Identifier: EPL-2.0
/** What the editor and the worker process that runs scene code say to each other, and its bytes. */
@NullMarked
package org.scenewright.script.wire;

import org.jspecify.annotations.NullMarked;
