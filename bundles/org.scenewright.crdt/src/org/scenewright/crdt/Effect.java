// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/** What a message did to a store. */
enum Effect {
    ACCEPTED,
    REDUNDANT,
    OUTDATED,
    REFUSED
}
