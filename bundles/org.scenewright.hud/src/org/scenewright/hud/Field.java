// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.util.Optional;

/**
 * What people can type into.
 *
 * @param words the style of what is typed
 * @param hint shown while nothing is
 * @param isDisabled whether nobody can
 * @param value what the scene wants it to hold
 */
record Field(Wording words, Wording hint, boolean isDisabled, Optional<String> value) {
    private static final Ink GREY = new Ink(0.3f, 0.3f, 0.3f, 1);

    static Field of(Part input) {
        var ink = Ink.of(input, "color", Ink.BLACK);
        var pale = Ink.of(input, "placeholderColor", GREY);
        return new Field(
                Wording.plain(input, "", ink),
                Wording.plain(input, input.text("placeholder", ""), pale),
                input.flag("disabled"),
                input.has("value") ? Optional.of(input.text("value", "")) : Optional.empty());
    }
}
