// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;

import java.util.List;
import java.util.Locale;

/** One of several named values. */
final class ChoiceField implements FieldView {
    private final List<Schema.Option> options;
    private final Slot slot;
    private final DropDown list;

    ChoiceField(List<Schema.Option> options, Slot slot, Form form) {
        this.options = options;
        this.slot = slot;
        list =
                new DropDown(
                        slot,
                        form,
                        options.stream().map(option -> words(option.label())).toList(),
                        index -> slot.write(options.get(index).value()));
        refresh();
    }

    /** An enum's name as people read it: "TM_ALPHA_TEST" becomes "Alpha test". */
    static String words(String label) {
        String plain =
                label.matches("[A-Z]{1,4}_[A-Z0-9_]+")
                        ? label.substring(label.indexOf('_') + 1)
                        : label;
        return Slot.title(plain.matches("[A-Z0-9_]+") ? plain.toLowerCase(Locale.ROOT) : plain);
    }

    @Override
    public void refresh() {
        var values = options.stream().map(Schema.Option::value).toList();
        list.show(slot.shown().isMixed() ? -1 : values.indexOf(slot.value()));
    }
}
