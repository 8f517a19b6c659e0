// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Place;

/**
 * A definition of a component that stands against another one, or against a rule of the SDK.
 *
 * @param component the full name of the component
 * @param place where it is defined
 * @param message what is the matter, as a sentence
 */
public record Conflict(String component, Place place, String message) {}
