// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/**
 * How much others may make a replica keep of what they meant, so that no peer can fill the memory;
 * what plain clients write has limits of its own. What is written here is never refused.
 *
 * @param components the most components of entities
 * @param fields the most fields whose last write is kept
 * @param bytes about how much memory all of it takes at most
 */
record ReplicaLimits(int components, int fields, long bytes) {
    /** Room for every entity number with dozens of components. */
    static final ReplicaLimits USUAL = new ReplicaLimits(2_000_000, 2_000_000, 384L << 20);
}
