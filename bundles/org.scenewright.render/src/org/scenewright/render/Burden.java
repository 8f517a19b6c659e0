// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one entity adds to a scene.
 *
 * @param kinds the models and shapes that it shows
 * @param materials its material, where it has one of its own
 * @param pictures where the textures of that come from
 */
record Burden(List<Kind> kinds, List<Value> materials, List<Value> pictures) {
    static final Burden NONE = new Burden(List.of(), List.of(), List.of());

    private static final List<String> TEXTURES =
            List.of("texture", "alphaTexture", "emissiveTexture", "bumpTexture");

    /** An entity with a Material component. */
    static Burden of(List<Kind> kinds, Value material) {
        return new Burden(kinds, List.of(material), pictures(material));
    }

    private static List<Value> pictures(Value component) {
        var material = Part.of(component).part("material");
        var surface = material.part(material.text("$case"));
        var found = new ArrayList<Value>();
        TEXTURES.forEach(field -> picture(surface.part(field).part("tex")).forEach(found::add));
        return found;
    }

    private static Stream<Value> picture(Part tex) {
        var sort = tex.text("$case");
        var source = tex.part(sort);
        // Tiling and wrapping do not make another picture of one.
        return sort.equals("texture")
                ? Stream.of(Value.of(source.text("src"))).filter(src -> !src.equals(Value.of("")))
                : Stream.of(sort).filter(s -> !s.isEmpty()).map(s -> named(s, source));
    }

    /** Of avatars and videos each one is a picture of its own. */
    private static Value named(String sort, Part source) {
        return Value.fields(sort, Value.of(source.fields().toString()));
    }
}
