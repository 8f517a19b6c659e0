// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

/**
 * What the code of a scene threw.
 *
 * @param stack as JavaScript writes it; empty if there is none
 */
record Fault(String message, String stack) {}
