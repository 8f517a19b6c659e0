// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Title;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One of several named values. */
final class ChoiceField implements FieldView {
    private final Supplier<List<Schema.Option>> source;
    private List<Schema.Option> options;
    private final Slot slot;
    private final DropDown list;

    /**
     * @param source what can be chosen now
     */
    ChoiceField(Supplier<List<Schema.Option>> source, Slot slot, Form form) {
        this.source = source;
        this.options = source.get();
        this.slot = slot;
        list =
                new DropDown(
                        slot,
                        form,
                        options.stream().map(Schema.Option::label).toList(),
                        index -> slot.write(options.get(index).value()));
        refresh();
    }

    /** What can be chosen depends on what else the document holds. */
    static ChoiceField special(Slot slot, Form form) {
        return new ChoiceField(() -> special(slot), slot, form);
    }

    private static List<Schema.Option> special(Slot slot) {
        var shape = slot.subject().special(slot.path());
        return shape.orElse(new FieldShape.Choices(List.of()))
                        instanceof FieldShape.Choices(var named)
                ? with("missing: ", named, slot)
                : List.of();
    }

    /** One of the options of an enum. */
    static ChoiceField of(List<Schema.Option> options, Slot slot, Form form) {
        var readable = readable(options);
        return new ChoiceField(() -> with("unknown: ", readable, slot), slot, form);
    }

    /** What is not there any more can still be seen to be chosen. */
    private static List<Schema.Option> with(String what, List<Schema.Option> named, Slot slot) {
        boolean isNamed = named.stream().anyMatch(o -> o.value().equals(slot.value()));
        if (isNamed
                || !(slot.shown() instanceof Shown.Same(var value))
                || value instanceof Value.Nothing) {
            return named;
        }
        String spelled = value instanceof Value.Text(var text) ? text : ValueJson.print(value);
        var missing = new Schema.Option(what + spelled, value);
        return Stream.concat(named.stream(), Stream.of(missing)).toList();
    }

    /** The options of an enum, whose labels are the names that programmers gave them. */
    private static List<Schema.Option> readable(List<Schema.Option> options) {
        return options.stream().map(o -> new Schema.Option(words(o.label()), o.value())).toList();
    }

    /** An enum's name as people read it: "TM_ALPHA_TEST" becomes "Alpha test". */
    static String words(String label) {
        String plain =
                label.matches("[A-Z]{1,4}_[A-Z0-9_]+")
                        ? label.substring(label.indexOf('_') + 1)
                        : label;
        return Title.of(plain.matches("[A-Z0-9_]+") ? plain.toLowerCase(Locale.ROOT) : plain);
    }

    @Override
    public void refresh() {
        var now = source.get();
        if (!now.equals(options)) {
            options = now;
            list.offer(options.stream().map(Schema.Option::label).toList());
        }
        var values = options.stream().map(Schema.Option::value).toList();
        list.show(slot.shown().isMixed() ? -1 : values.indexOf(slot.value()));
    }
}
