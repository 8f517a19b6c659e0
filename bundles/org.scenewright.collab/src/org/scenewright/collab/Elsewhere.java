// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.ConnectionString;

import java.util.Optional;

/**
 * Where the owner of a session meets the others from now on.
 *
 * @param name of the owner, for people
 * @param place nothing where somebody may listen who is not to come along: it has to be asked for
 */
public record Elsewhere(String name, Optional<ConnectionString> place) {}
