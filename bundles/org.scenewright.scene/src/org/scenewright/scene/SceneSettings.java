// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

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

    /** As many parcels as are shown; no scene of today comes near. */
    static final int MOST_PARCELS = 4096;

    /** As many spawn points as are shown. */
    static final int MOST_SPAWN_POINTS = 256;

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
                settings.items("spawnPoints").stream()
                        .limit(MOST_SPAWN_POINTS)
                        .map(SceneSettings::spawnPoint)
                        .toList());
    }

    /**
     * Whether a place, in metres from the base parcel's corner, is on or above the scene's land.
     */
    public boolean holds(Pose.Vec place) {
        double column = Math.floor(place.x() / Parcel.SIDE) + base.x();
        double row = Math.floor(place.z() / Parcel.SIDE) + base.y();
        return parcels.stream().anyMatch(p -> p.x() == column && p.y() == row);
    }

    private static List<Parcel> parcels(Value settings) {
        return settings.items("scene.parcels").stream()
                .flatMap(text -> Parcel.parse(text.text("", "")).stream())
                .distinct()
                .limit(MOST_PARCELS)
                .toList();
    }

    /**
     * What is wrong in the value of a {@code scene.json}.
     *
     * @param shownName the path of the file inside the project
     */
    public static List<Problem> problems(Value settings, String shownName) {
        var log = new ProblemLog(shownName);
        new SettingsCheck(settings, log).check();
        return log.list();
    }

    private static SpawnPoint spawnPoint(Value value) {
        var target = value.members().get("cameraTarget");
        return new SpawnPoint(
                value.text("name", ""),
                value.flag("default", false),
                SpawnPoint.Span.of(value.at(FieldPath.of("position", "x"))),
                SpawnPoint.Span.of(value.at(FieldPath.of("position", "y"))),
                SpawnPoint.Span.of(value.at(FieldPath.of("position", "z"))),
                target == null ? Optional.empty() : Optional.of(vec(target)));
    }

    private static Pose.Vec vec(Value value) {
        return new Pose.Vec(value.number("x", 0), value.number("y", 0), value.number("z", 0));
    }
}
