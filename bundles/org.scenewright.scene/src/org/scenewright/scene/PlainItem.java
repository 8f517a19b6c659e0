// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The items that single files become: one entity with what shows or plays the file.
 *
 * <p>A source is a path in the project, or {@link SceneItem#FOLDER} with a slash and a path in the
 * folder of the item.
 */
public final class PlainItem {
    private static final double SCREEN = 16.0 / 9;
    private static final double NARROWEST = 0.01;

    private final List<SceneItem.Part> parts = new ArrayList<>();

    private PlainItem() {}

    /** A glTF model, with which nobody collides where the file has no colliders of its own. */
    public static SceneItem model(String src) {
        return new PlainItem().with("core::GltfContainer", "{'src':%s}", Value.of(src)).item();
    }

    /**
     * An upright plane that shows a picture, one metre high.
     *
     * @param aspect the width of the picture by its height
     */
    public static SceneItem picture(String src, double aspect) {
        var texture = filled("{'$case':'texture','texture':{'src':%s}}", Value.of(src));
        return new PlainItem().screen(aspect, texture).item();
    }

    /** A sound that plays again and again from where the entity is. */
    public static SceneItem sound(String src) {
        return new PlainItem()
                .with(
                        "core::AudioSource",
                        "{'audioClipUrl':%s,'playing':true,'loop':true,'volume':1,'pitch':1}",
                        Value.of(src))
                .item();
    }

    /** An upright screen, one metre high, that plays a video again and again. */
    public static SceneItem video(String src) {
        var texture =
                filled(
                        "{'$case':'videoTexture','videoTexture':{'videoPlayerEntity':%s}}",
                        Value.of(ItemValues.SELF));
        return new PlainItem()
                .with(
                        "core::VideoPlayer",
                        "{'src':%s,'playing':true,'loop':true,'volume':1}",
                        Value.of(src))
                .screen(SCREEN, texture)
                .item();
    }

    private PlainItem screen(double aspect, Value texture) {
        double width = Double.isFinite(aspect) ? Math.clamp(aspect, NARROWEST, 1 / NARROWEST) : 1;
        var scale = Pose.value(new Pose.Vec(width, 1, 1));
        return with(SceneSnapshot.TRANSFORM, "{'scale':%s}", scale)
                .with(
                        "core::MeshRenderer",
                        "{'mesh':{'$case':'plane','plane':{'uvs':%s}}}",
                        Value.of(List.of()))
                .with(
                        "core::Material",
                        "{'material':{'$case':'unlit','unlit':{'texture':{'tex':%s}}}}",
                        texture);
    }

    private PlainItem with(String component, String json, Value part) {
        var values = new LinkedHashMap<Entity, Value>();
        values.put(Entity.ROOT, filled(json, part));
        parts.add(new SceneItem.Part(component, Optional.empty(), values));
        return this;
    }

    private SceneItem item() {
        return new SceneItem(parts);
    }

    /** JSON with single quotes, around a part. */
    private static Value filled(String json, Value part) {
        return ValueJson.parse(json.replace('\'', '"').formatted(ValueJson.print(part)));
    }
}
