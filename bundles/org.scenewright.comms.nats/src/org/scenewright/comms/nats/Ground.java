// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.Schedule;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What an adapter stands on.
 *
 * @param background runs what takes its time
 */
record Ground(
        String room, Line line, Schedule schedule, InstantSource clock, Executor background) {}
