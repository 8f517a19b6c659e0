// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.fail;

import org.scenewright.assets.Bitmap;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user interface written as text, on a screen of 200 x 100, with a hand on mouse and keys.
 *
 * <p>Each line is {@code name [in parent]}, then components by short names with their JSON in
 * single quotes, for example {@code T={'width':10,'widthUnit':1}}; siblings follow each other.
 */
final class Panel {
    private static final Map<String, String> NAMES =
            Map.of(
                    "T", "core::UiTransform",
                    "Text", "core::UiText",
                    "Fill", "core::UiBackground",
                    "Input", "core::UiInput",
                    "Menu", "core::UiDropdown",
                    "Events", "core::PointerEvents");
    private static final String EVENT =
            "{'eventType':%d,'eventInfo':{'button':0,'showFeedback':true}}";

    /** A PointerEvents component that asks for all that a pointer does. */
    static final String ALL =
            " Events={'pointerEvents':["
                    + EVENT.formatted(0)
                    + ","
                    + EVENT.formatted(1)
                    + ","
                    + EVENT.formatted(2)
                    + ","
                    + EVENT.formatted(3)
                    + "]}";

    final List<String> told = new ArrayList<>();
    final Map<String, Bitmap> pictures = new HashMap<>();
    final Hud hud;
    private final Scene scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));
    private final Map<String, Entity> last = new HashMap<>();

    private Panel(float density) {
        hud =
                new Hud(
                        scene.snapshot(),
                        source -> Optional.ofNullable(pictures.get(source.path())),
                        event -> told.add(words(event)));
        hud.show(new Screen(200, 100, density));
    }

    static Panel of(String... lines) {
        return dense(1, lines);
    }

    static Panel dense(float density, String... lines) {
        var panel = new Panel(density);
        for (var line : lines) {
            panel.add(line);
        }
        return panel;
    }

    private String words(HudEvent event) {
        return switch (event) {
            case HudEvent.Touched(var entity, var touch) -> touch + " " + name(entity);
            case HudEvent.Typed(var entity, var text, var isDone) ->
                    name(entity) + (isDone ? " is " : " holds ") + text;
            case HudEvent.Chosen(var entity, var option) -> name(entity) + " is " + option;
        };
    }

    private String name(Entity entity) {
        return scene.snapshot().name(entity);
    }

    void add(String line) {
        String[] words = line.split(" +(?=[A-Za-z]+=)|(?<=^\\w{1,20}) +| +(?=in )|(?<= in) +");
        var head = line.split(" T=")[0].split(" ");
        String parent = head.length > 2 ? head[2] : "";
        var components = new LinkedHashMap<String, Value>();
        components.put(SceneSnapshot.TRANSFORM, ValueJson.parse("{}"));
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals > 0 && NAMES.containsKey(word.substring(0, equals))) {
                String json = word.substring(equals + 1).replace('\'', '"');
                components.put(NAMES.get(word.substring(0, equals)), ValueJson.parse(json));
            }
        }
        hang(components, parent);
        components.remove(SceneSnapshot.TRANSFORM);
        apply(new Edit.Spawn(head[0], Edit.Place.under(Entity.ROOT), components));
        last.put(parent, entity(head[0]));
    }

    private void hang(Map<String, Value> components, String parent) {
        var transform = components.getOrDefault("core::UiTransform", Value.EMPTY);
        int above = parent.isEmpty() ? 0 : entity(parent).bits();
        int left = last.containsKey(parent) ? last.get(parent).bits() : 0;
        components.put(
                "core::UiTransform",
                transform
                        .with(FieldPath.of("parent"), Value.of(above))
                        .with(FieldPath.of("rightOf"), Value.of(left)));
    }

    Changes apply(Edit edit) {
        return switch (scene.apply(edit, Origin.USER)) {
            case Outcome.Accepted(var changes) -> {
                if (Hud.concerns(changes)) {
                    hud.show(scene.snapshot());
                }
                yield changes;
            }
            case Outcome.Refused(var reason) -> fail(reason);
        };
    }

    void put(String name, String component, String json) {
        var value = ValueJson.parse(json.replace('\'', '"'));
        apply(new Edit.Put(entity(name), NAMES.get(component), value));
    }

    void remove(String name) {
        apply(new Edit.Despawn(List.of(entity(name))));
    }

    Entity entity(String name) {
        return scene.snapshot().entities().stream()
                .filter(e -> scene.snapshot().name(e).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entity " + name));
    }

    void click(double x, double y) {
        hud.press(x, y);
        hud.release(x, y);
    }

    /** What was told since the last time. */
    String told() {
        String all = String.join(", ", told);
        told.clear();
        return all;
    }

    /** The colour of a pixel on a black world. */
    String color(int x, int y) {
        return "%06x".formatted(picture(0).getRGB(x, y) & 0xFFFFFF);
    }

    /** The user interface over a world of one colour. */
    BufferedImage picture(int rgb) {
        var sheet = hud.sheet();
        int width = sheet.map(Sheet::width).orElse(200);
        int height = sheet.map(Sheet::height).orElse(100);
        byte[] bgra = new byte[width * height * 4];
        for (int i = 0; i < bgra.length; i++) {
            bgra[i] = (byte) (i % 4 == 3 ? 255 : rgb >> 8 * (i % 4));
        }
        sheet.ifPresent(over -> over.over(bgra));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int pixel = (bgra[i * 4 + 2] & 255) << 16 | (bgra[i * 4 + 1] & 255) << 8;
            image.setRGB(i % width, i / width, pixel | bgra[i * 4] & 255);
        }
        return image;
    }
}
