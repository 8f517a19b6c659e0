// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for what is wrong in the value of a {@code scene.json}. */
final class SettingsCheck {
    private final Value settings;
    private final ProblemLog log;
    private final Set<Parcel> parcels = new HashSet<>();

    SettingsCheck(Value settings, ProblemLog log) {
        this.settings = settings;
        this.log = log;
    }

    void check() {
        expect("display.title", Value.Text.class, "a text");
        if (expect("scene.parcels", Value.Items.class, "a list of texts like \"0,0\"")) {
            parcels(settings.items("scene.parcels"));
        }
        if (expect("scene.base", Value.Text.class, "a text like \"0,0\"")) {
            base(settings.text("scene.base", ""));
        }
        if (has("spawnPoints") && expect("spawnPoints", Value.Items.class, "a list")) {
            spawnPoints(settings.items("spawnPoints"));
        }
    }

    private boolean has(String path) {
        return settings.at(FieldPath.parse(path)).isPresent();
    }

    private boolean expect(String path, Class<? extends Value> kind, String expected) {
        boolean fits = settings.at(FieldPath.parse(path)).filter(kind::isInstance).isPresent();
        if (!fits) {
            warn(path, has(path) ? "This should be " + expected + "." : "This is missing.");
        }
        return fits;
    }

    private void warn(String path, String message) {
        log.warn("", path, 0, message);
    }

    private void parcels(List<Value> list) {
        for (int i = 0; i < list.size(); i++) {
            String text = list.get(i).text("", "");
            String path = "scene.parcels." + i;
            Parcel.parse(text)
                    .ifPresentOrElse(
                            parcel -> parcel(path, parcel),
                            () ->
                                    warn(
                                            path,
                                            "\""
                                                    + text
                                                    + "\" is no parcel; one looks like \"0,0\"."));
        }
        if (list.isEmpty()) {
            warn("scene.parcels", "A scene needs at least one parcel.");
        } else if (parcels.size() > SceneSettings.MOST_PARCELS) {
            warn(
                    "scene.parcels",
                    "Only the first " + SceneSettings.MOST_PARCELS + " parcels are shown.");
        }
    }

    private void parcel(String path, Parcel parcel) {
        if (!parcels.add(parcel)) {
            warn(path, "The parcel " + parcel + " is listed twice.");
        }
    }

    private void base(String text) {
        var base = Parcel.parse(text);
        if (base.isEmpty()) {
            warn("scene.base", "\"" + text + "\" is no parcel; one looks like \"0,0\".");
        } else if (!parcels.isEmpty() && !parcels.contains(base.get())) {
            warn("scene.base", "The base parcel " + text + " is not one of the parcels.");
        }
    }

    private void spawnPoints(List<Value> list) {
        for (int i = 0; i < list.size(); i++) {
            for (var axis : List.of("x", "y", "z")) {
                spawnPoint("spawnPoints." + i + ".position." + axis);
            }
        }
        if (list.size() > SceneSettings.MOST_SPAWN_POINTS) {
            String most = Integer.toString(SceneSettings.MOST_SPAWN_POINTS);
            warn("spawnPoints", "Only the first " + most + " spawn points are shown.");
        }
    }

    private void spawnPoint(String path) {
        var value = settings.at(FieldPath.parse(path));
        boolean isNumber = value.filter(Value.Num.class::isInstance).isPresent();
        var range = settings.items(path);
        boolean isRange =
                (range.size() == 1 || range.size() == 2)
                        && range.stream().allMatch(Value.Num.class::isInstance);
        if (!isNumber && !isRange) {
            warn(path, "This should be a number or a list of two numbers.");
        }
    }
}
