// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.LoggedMessage;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ValueJson;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Logged messages as people read them, with the names that a scene has for things; one thread. */
final class MessageWords {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_BYTES = 512;

    private final SceneSnapshot scene;
    private final Map<Entity, String> names = new HashMap<>();
    private final Map<ComponentId, String> components = new HashMap<>();

    MessageWords(SceneSnapshot scene) {
        this.scene = scene;
    }

    /** Whether this has the names that a scene has now. */
    boolean isOf(SceneSnapshot now) {
        return scene == now;
    }

    /** The words of a row: frame, direction, entity, component, deed, timestamp and bytes. */
    List<String> row(LoggedMessage message) {
        return List.of(
                Counted.number(message.tick()),
                message.direction().words(),
                entity(message.entity()),
                component(message),
                message.deed(),
                Integer.toUnsignedString(message.timestamp()),
                Counted.number(message.bytes()));
    }

    private String entity(Entity entity) {
        return names.computeIfAbsent(entity, this::named);
    }

    private String named(Entity entity) {
        var number = entity.toString();
        var name = scene.holds(entity) || entity.isReserved() ? scene.name(entity) : number;
        return name.equals(number) ? number : name + " (" + number + ")";
    }

    private String component(LoggedMessage message) {
        return components.computeIfAbsent(
                message.component(), id -> message.componentName(scene.types()));
    }

    /** Whether all words of a text are in its entity, component, deed or direction. */
    boolean fits(LoggedMessage message, String text) {
        var all =
                String.join(
                                " ",
                                entity(message.entity()),
                                component(message),
                                message.deed(),
                                message.direction().words())
                        .toLowerCase(Locale.ROOT);
        return Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }

    /** What it says in full, as far as anybody reads. */
    String value(LoggedMessage message) {
        return message.value(scene.types())
                .map(ValueJson::print)
                .map(MessageWords::brief)
                .orElseGet(() -> bytes(message));
    }

    private static String brief(String json) {
        return json.length() > MOST_CHARACTERS
                ? json.substring(0, MOST_CHARACTERS) + "\u2026"
                : json;
    }

    private static String bytes(LoggedMessage message) {
        var data = message.data();
        int shown = Math.min(data.length, MOST_BYTES);
        var hex = HexFormat.ofDelimiter(" ").formatHex(data, 0, shown);
        return shown < data.length ? hex + " \u2026" : hex;
    }
}
