// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an editor needs to know of {@code scene.json}.
 *
 * @param title the name that visitors read
 * @param parcels the land that the scene stands on, without duplicates, in the order of the file
 * @param base the parcel whose south-west corner is the scene's origin
 * @param spawnPoints where visitors enter
 */
public record SceneSettings(
        String title, List<Parcel> parcels, Parcel base, List<SpawnPoint> spawnPoints) {

    public SceneSettings {
        parcels = List.copyOf(parcels);
        spawnPoints = List.copyOf(spawnPoints);
    }

    /**
     * The view on the value of a {@code scene.json}; what is missing or wrong there has a harmless
     * stand-in.
     */
    public static SceneSettings of(Value settings) {
        var parcels = parcels(settings);
        var first = parcels.isEmpty() ? new Parcel(0, 0) : parcels.getFirst();
        var base = Parcel.parse(settings.text("scene.base", "")).orElse(first);
        return new SceneSettings(
                settings.text("display.title", ""),
                parcels.isEmpty() ? List.of(base) : parcels,
                base,
                settings.items("spawnPoints").stream().map(SceneSettings::spawnPoint).toList());
    }

    private static List<Parcel> parcels(Value settings) {
        Set<Parcel> parcels = new LinkedHashSet<>();
        for (var text : settings.items("scene.parcels")) {
            Parcel.parse(text.text("", "")).ifPresent(parcels::add);
        }
        return new ArrayList<>(parcels);
    }

    private static SpawnPoint spawnPoint(Value value) {
        var target = value.members().get("cameraTarget");
        return new SpawnPoint(
                value.text("name", ""),
                value.flag("default", false),
                SpawnPoint.Span.of(value.at(org.scenewright.schema.FieldPath.of("position", "x"))),
                SpawnPoint.Span.of(value.at(org.scenewright.schema.FieldPath.of("position", "y"))),
                SpawnPoint.Span.of(value.at(org.scenewright.schema.FieldPath.of("position", "z"))),
                target == null ? Optional.empty() : Optional.of(vec(target)));
    }

    private static Pose.Vec vec(Value value) {
        return new Pose.Vec(value.number("x", 0), value.number("y", 0), value.number("z", 0));
    }
}
