// SPDX-License-Identifier: EPL-2.0
/**
 * Rooms on a NATS server or cluster: its streams keep what has to arrive, and since it proves
 * nobody, everything is signed by who sends it and held against that by who receives it.
 */
@NullMarked
package org.scenewright.comms.nats;

import org.jspecify.annotations.NullMarked;
