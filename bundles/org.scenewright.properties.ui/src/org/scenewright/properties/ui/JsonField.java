// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/**
 * Something without a known shape, edited as JSON. What is no JSON stays where it was typed, in the
 * colour of errors, until it is mended or taken back with Escape.
 */
final class JsonField implements FieldView {
    private static final int LONGEST_EDITABLE = 4_000;

    private final Slot slot;
    private final Text text;
    private final Typed<Slot> typed;
    private final Drafts drafts = new Drafts();
    private Optional<Slot> untold = Optional.empty();

    JsonField(Slot slot, Form form) {
        this.slot = slot;
        var mark = form.label(slot);
        text = Form.unstyled(new Text(form.grid(), SWT.BORDER | SWT.SINGLE));
        var data = Form.fill();
        data.widthHint = 80;
        text.setLayoutData(data);
        text.setData("field", slot.path().toString());
        text.setData("tip", "JSON");
        typed = new Typed<>(text, mark, new Json());
        text.addListener(SWT.KeyDown, this::key);
        // After what is typed was tried to be written for the last time.
        text.addListener(SWT.Hide, event -> tell());
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            drafts.forget(slot.now());
            typed.show();
        }
    }

    @Override
    public void refresh() {
        typed.refresh();
        if (!untold.equals(Optional.of(slot.now()))) {
            tell();
        }
    }

    /** Who looks at something else by now does not see the field any more. */
    private void tell() {
        untold.ifPresent(left -> drafts.find(left).ifPresent(draft -> tell(left, draft)));
        untold = Optional.empty();
    }

    private static void tell(Slot left, Drafts.Draft draft) {
        left.subject().complaints().tell("Not changed: " + draft.objection());
    }

    private String inDocument(Slot held) {
        var shown = held.shown();
        if (shown.isMixed()) {
            return "\u2014";
        }
        String json = shown.isAbsent() ? "" : ValueJson.print(shown.or(Value.EMPTY));
        return json.length() <= LONGEST_EDITABLE
                ? json
                : json.substring(0, LONGEST_EDITABLE) + "\u2026";
    }

    private final class Json implements Typed.Content<Slot> {

        @Override
        public Slot now() {
            return slot.now();
        }

        @Override
        public String spelled(Slot held) {
            var now = inDocument(held);
            text.setEditable(now.length() <= LONGEST_EDITABLE && !held.shown().isMixed());
            return drafts.find(held, now).map(Drafts.Draft::typed).orElse(now);
        }

        @Override
        public boolean write(Slot held, String json) {
            var objection = objection(held, json);
            if (objection.isEmpty()) {
                held.write(ValueJson.parse(json));
                drafts.forget(held);
            } else {
                var draft = new Drafts.Draft(json, inDocument(held), objection.orElseThrow());
                drafts.keep(held, draft);
                untold = Optional.of(held);
            }
            // What was typed stays in the box either way.
            return true;
        }

        @Override
        public Optional<String> objection(Slot held, String json) {
            try {
                return held.objection(ValueJson.parse(json));
            } catch (SchemaException notJson) {
                return Optional.of(held.name() + " is not JSON: " + notJson.getMessage());
            }
        }

        @Override
        public Optional<String> standing(Slot held) {
            return drafts.find(held).map(Drafts.Draft::objection);
        }
    }
}
