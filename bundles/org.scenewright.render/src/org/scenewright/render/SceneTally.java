// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Material;
import org.scenewright.assets.Texture;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much a scene asks of a graphics card, wherever the camera looks; the ground does not count.
 *
 * @param triangles of everything that can be shown, as often as it occurs
 * @param textures different pictures
 */
public record SceneTally(long triangles, int textures) {

    static SceneTally of(Stage stage) {
        long triangles = 0;
        Set<Bitmap> pictures = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var group : stage.groups()) {
            long members = group.members(stage.instances());
            triangles += members * group.key().mesh().triangles();
            pictures(group.key().material()).forEach(pictures::add);
        }
        return new SceneTally(triangles, pictures.size());
    }

    private static Stream<Bitmap> pictures(Material material) {
        return Stream.of(
                        material.maps().base(),
                        material.maps().emissive(),
                        material.maps().normal(),
                        material.maps().metallicRoughness())
                .flatMap(texture -> texture.stream().map(Texture::bitmap));
    }
}
