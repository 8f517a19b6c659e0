// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.Schedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What an adapter stands on.
 *
 * @param history how long before the connection what is told begins
 * @param background runs what takes its time
 */
record Ground(
        String room,
        Duration history,
        Line line,
        Schedule schedule,
        InstantSource clock,
        Executor background) {}
