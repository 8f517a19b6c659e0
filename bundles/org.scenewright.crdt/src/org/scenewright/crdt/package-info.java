// SPDX-License-Identifier: EPL-2.0
/**
 * The CRDT protocol of ADR-117 on bytes: messages, codec and merge rules, without I/O, threads or
 * clock.
 */
@NullMarked
package org.scenewright.crdt;

import org.jspecify.annotations.NullMarked;
