// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes the parts of a JSON text that differ from a value, and leaves all others as they are
 * written.
 */
final class JsonDiff {
    private final byte[] text;
    private final JsonStyle style;
    private final Patches patches;

    JsonDiff(byte[] text, JsonStyle style, Patches patches) {
        this.text = text;
        this.style = style;
        this.patches = patches;
    }

    /**
     * Makes a part of the text say a value.
     *
     * @param around how the container of the part is written
     */
    void change(JsonPart part, Value now, JsonLayout around) {
        if (part.value().equals(now)) {
            return;
        }
        if (part instanceof JsonPart.Struct struct && now instanceof Value.Fields(var fields)) {
            members(struct, fields);
        } else if (part instanceof JsonPart.Row row && now instanceof Value.Items(var items)) {
            items(row, items);
        } else {
            patches.replace(
                    part.from(), part.to(), style.print(now, around.indent(), around.lines()));
        }
    }

    private void members(JsonPart.Struct struct, Map<String, Value> now) {
        var members = struct.members();
        var layout = layout(struct, members.stream().map(JsonPart.Member::part).toList(), members);
        var edit = new ListEdit(struct, members, layout);
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            last.put(members.get(i).name(), i);
            if (!now.containsKey(members.get(i).name())) {
                edit.remove(i);
            }
        }
        // A new member stands behind the one that it follows in the value.
        int position = 0;
        for (var field : now.entrySet()) {
            var index = last.getOrDefault(field.getKey(), Alignment.GONE);
            if (index != Alignment.GONE) {
                change(members.get(index).part(), field.getValue(), layout);
                position = index + 1;
            } else {
                edit.insert(
                        position,
                        style.print(
                                field.getKey(), field.getValue(), layout.indent(), layout.lines()));
            }
        }
        edit.write(patches);
    }

    private void items(JsonPart.Row row, List<Value> now) {
        var items = row.items();
        var layout = layout(row, items, items);
        var edit = new ListEdit(row, items, layout);
        int[] target = Alignment.of(items.stream().map(JsonPart::value).toList(), now);
        int next = 0;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == Alignment.GONE) {
                edit.remove(i);
                continue;
            }
            for (; next < target[i]; next++) {
                edit.insert(i, style.print(now.get(next), layout.indent(), layout.lines()));
            }
            change(items.get(i), now.get(next++), layout);
        }
        for (; next < now.size(); next++) {
            edit.insert(items.size(), style.print(now.get(next), layout.indent(), layout.lines()));
        }
        edit.write(patches);
    }

    /**
     * New elements keep to one line where the old ones do, even if each of those has a line of its
     * own.
     */
    private JsonLayout layout(
            JsonPart container, List<JsonPart> parts, List<? extends JsonSpan> elements) {
        var layout = JsonLayout.of(text, style, container, elements);
        var model = parts.stream().filter(JsonDiff::hasParts).findFirst();
        return model.map(part -> layout.likeElement(text, part)).orElse(layout);
    }

    private static boolean hasParts(JsonPart part) {
        return switch (part) {
            case JsonPart.Leaf leaf -> false;
            case JsonPart.Struct struct -> !struct.members().isEmpty();
            case JsonPart.Row row -> !row.items().isEmpty();
        };
    }
}
