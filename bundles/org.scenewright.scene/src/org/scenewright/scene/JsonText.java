// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValuePool;

import java.util.HashSet;
import java.util.Optional;

/**
 * A JSON text with its value; another value is written back with the rest of the text as it is.
 * Immutable.
 */
final class JsonText {
    private final byte[] text;
    private final JsonPart root;

    private JsonText(byte[] text, JsonPart root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a text in UTF-8, with or without a byte order mark.
     *
     * @throws SceneFormatException when it is no JSON
     */
    static JsonText parse(byte[] text) {
        var scanner = new JsonScanner(text, start(text), text.length, new ValuePool());
        scanner.next();
        var root = scanner.part();
        scanner.finish();
        return new JsonText(text, root);
    }

    /** Where the text starts after a byte order mark. */
    static int start(byte[] text) {
        boolean isMarked =
                text.length >= 3
                        && text[0] == (byte) 0xEF
                        && text[1] == (byte) 0xBB
                        && text[2] == (byte) 0xBF;
        return isMarked ? 3 : 0;
    }

    Value value() {
        return root.value();
    }

    /**
     * The value of a text that says nothing twice; readers do not agree on which of the two holds.
     *
     * @throws SceneFormatException when a key stands twice in one struct
     */
    Value unambiguous(String shownName) {
        var repeated = repeatedKey(root);
        if (repeated.isPresent()) {
            throw new SceneFormatException(
                    "%s: the key \"%s\" stands twice in one object."
                            .formatted(shownName, repeated.get()),
                    0);
        }
        return value();
    }

    private static Optional<String> repeatedKey(JsonPart part) {
        return switch (part) {
            case JsonPart.Leaf leaf -> Optional.empty();
            case JsonPart.Row row ->
                    row.items().stream().flatMap(p -> repeatedKey(p).stream()).findFirst();
            case JsonPart.Struct struct -> {
                var seen = new HashSet<String>();
                yield struct.members().stream()
                        .map(JsonPart.Member::name)
                        .filter(name -> !seen.add(name))
                        .findFirst()
                        .or(
                                () ->
                                        struct.members().stream()
                                                .flatMap(m -> repeatedKey(m.part()).stream())
                                                .findFirst());
            }
        };
    }

    /** The text that says a value; the same bytes where it says it already. */
    byte[] with(Value now) {
        var patches = new Patches();
        var style = JsonStyle.of(text);
        var around = new JsonLayout("", "", "", "", style.isOnLines());
        new JsonDiff(text, style, patches).change(root, now, around);
        return patches.apply(text);
    }
}
