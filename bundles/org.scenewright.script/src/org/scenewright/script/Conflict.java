// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.scene.Problem;
import org.scenewright.script.wire.Place;

import java.util.Optional;

/**
 * A definition of a component that stands against another one, or against a rule of the SDK.
 *
 * @param component the full name of the component
 * @param place where it is defined
 * @param message what is the matter, as a sentence
 * @param misfit the value that does not fit, where it is one of a composite
 */
public record Conflict(String component, Place place, String message, Optional<Problem> misfit) {
    /** One that no single value is to blame for. */
    public Conflict(String component, Place place, String message) {
        this(component, place, message, Optional.empty());
    }
}
