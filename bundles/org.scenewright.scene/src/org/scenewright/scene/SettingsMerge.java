// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges two {@code scene.json} that come from a third one; the text is ours with what is new. */
final class SettingsMerge {
    private SettingsMerge() {}

    /**
     * Merges three files.
     *
     * @throws SceneFormatException when one of them cannot be read, or says something twice
     */
    static FileMerge of(SettingsFile base, SettingsFile ours, SettingsFile theirs) {
        var conflicts = new ArrayList<Conflict>();
        var sides =
                new ValueMerge.Sides(
                        Optional.of(base.whole()),
                        Optional.of(ours.whole()),
                        Optional.of(theirs.whole()));
        var merge =
                new ValueMerge(
                        clash ->
                                conflicts.add(
                                        Conflict.of(
                                                Step.Cell.SETTINGS, clash.path(), clash.sides())));
        var merged = merge.merge(sides).orElse(Value.EMPTY);
        var scene = SceneSnapshot.empty(ComponentTypes.of(List.of())).withSettings(merged);
        return new FileMerge(
                ours.write(merged).orElseGet(() -> new byte[0]), scene, conflicts, List.of());
    }
}
