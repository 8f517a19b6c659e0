// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/**
 * Somebody else who has the scene open.
 *
 * @param address who they are to all others
 * @param name what they call themselves
 * @param color their colour, 0xRRGGBB
 * @param presence what they do now
 */
public record Participant(String address, String name, int color, Presence presence) {}
