// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** Who is where in a simulated network, and how badly off. */
record Seat(String room, String address, Conditions conditions) {}
