// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/**
 * Something that a scene lets the player do with what the pointer points at.
 *
 * @param action what has to be pressed
 * @param text what happens then, in the words of the scene, which may be any
 */
public record PointerOffer(InputAction action, String text) {}
