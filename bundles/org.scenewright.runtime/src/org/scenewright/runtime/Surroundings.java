// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.function.Supplier;

/**
 * What a play is given by its {@link FrameSchedule}.
 *
 * @param news told that a script has sent something; any thread
 * @param viewer from where the world was seen last; any thread
 */
record Surroundings(ScriptHost host, Clock clock, Runnable news, Supplier<Viewer> viewer) {}
