// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * An item that was made of entities of a scene.
 *
 * @param files the paths in the project of the files that it needs, by those in its own folder,
 *     which {@link SceneItem#FOLDER} stands for
 * @param losses sentences about what could not be taken along
 */
public record MadeItem(SceneItem item, SequencedMap<String, String> files, List<String> losses) {
    public MadeItem {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
        losses = List.copyOf(losses);
    }

    /**
     * Makes an item of entities with all below them, in the form in which the official tools do:
     * one stands where the item is placed, several around it. Any thread.
     *
     * @param entities of the scene, of which there is one at least that is not reserved
     * @param needs the files that a file needs, both by their paths in the project
     */
    public static MadeItem of(
            SceneSnapshot scene, List<Entity> entities, Function<String, List<String>> needs) {
        return new ItemMaking(scene, entities, needs).item();
    }
}
