// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.schema.Value;

import java.util.List;

/**
 * What people can choose from.
 *
 * @param words the style of the options
 * @param options as they are shown
 * @param empty shown while nothing is chosen
 * @param selected the option that the scene wants; -1 for none
 */
record Choice(Wording words, List<String> options, String empty, int selected, boolean isDisabled) {
    private static final int MOST = 500;

    static Choice of(Part dropdown) {
        var options =
                dropdown.items("options").stream()
                        .limit(MOST)
                        .map(option -> option instanceof Value.Text(String text) ? text : "")
                        .toList();
        int usual = dropdown.flag("acceptEmpty") ? -1 : 0;
        return new Choice(
                Wording.plain(dropdown, "", Ink.of(dropdown, "color", Ink.BLACK)),
                options,
                dropdown.text("emptyLabel", ""),
                dropdown.whole("selectedIndex", usual),
                dropdown.flag("disabled"));
    }

    /** An option, or what is shown instead. */
    String label(int option) {
        return option >= 0 && option < options.size() ? options.get(option) : empty;
    }
}
