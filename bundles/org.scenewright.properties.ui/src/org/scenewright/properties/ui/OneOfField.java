// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Title;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A choice between shapes, and the fields of the chosen one. */
final class OneOfField implements FieldView {
    private final Schema.OneOf schema;
    private final List<Schema.Field> cases;
    private final Slot slot;
    private final DropDown list;
    private final FieldView chosen;

    OneOfField(Schema.OneOf schema, Slot slot, Form form) {
        this.cases = schema.cases();
        this.schema = schema;
        this.slot = slot;
        list = new DropDown(slot, form, names(), this::choose);
        chosen = new Changing(form.nested(), this::current, this::fields);
        refresh();
    }

    /** What can be chosen, and last what is there but cannot be. */
    private List<String> names() {
        var known = Stream.concat(Stream.of("none"), cases.stream().map(c -> Title.of(c.name())));
        return Stream.concat(known, unknown().stream().map(name -> "unknown: " + name)).toList();
    }

    private Optional<String> unknown() {
        return slot.raw(Value.Fields.class)
                .or(() -> Optional.of(name()).filter(name -> !name.isEmpty() && index(name) < 0));
    }

    private Shown chosenName() {
        return slot.subject().shown(slot.path().child(Schema.OneOf.CASE));
    }

    private String name() {
        return chosenName().or(Value.of("")) instanceof Value.Text(var text) ? text : "";
    }

    private int index(String name) {
        return cases.stream().map(Schema.Field::name).toList().indexOf(name);
    }

    /** The index of the chosen case in the combo; 0 for none, -1 where the entities differ. */
    private int current() {
        if (chosenName().isMixed()) {
            return -1;
        }
        return unknown().isPresent() ? cases.size() + 1 : index(name()) + 1;
    }

    private List<FieldView> fields(Form form) {
        int index = current();
        if (index < 1 || index > cases.size()) {
            return List.of();
        }
        var one = cases.get(index - 1);
        // The combo already names the case: a struct shows its fields without a heading of its own.
        String label = one.schema() instanceof Schema.Struct ? "" : Title.of(one.name());
        return List.of(
                FieldViews.create(
                        one.schema(),
                        slot.part(schema.key(one.name()), label, one.schema(), one.fallback()),
                        form));
    }

    private void choose(int index) {
        if (index == 0) {
            slot.subject().erase(slot.path());
        } else if (index > 0 && index <= cases.size()) {
            var one = cases.get(index - 1);
            slot.write(schema.choose(one));
        }
    }

    @Override
    public boolean narrow(Search search) {
        return chosen.narrow(search);
    }

    @Override
    public void refresh() {
        list.offer(names());
        list.show(current());
        chosen.refresh();
    }
}
