// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.runtime.Presence;

/**
 * Somebody in a shared session.
 *
 * @param address who they are, proven
 * @param isMe whether it is the person here
 */
public record Person(String address, Profile profile, Role role, Presence presence, boolean isMe) {}
