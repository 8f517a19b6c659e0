// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;

/** Where people keep packs of assets, as the workspace remembers it; any thread. */
record PackHabits(IEclipsePreferences node) {
    private static final String PLACES = "places";
    private static final String NONE = "{\"places\": []}";

    static PackHabits ofWorkspace() {
        return new PackHabits(InstanceScope.INSTANCE.getNode(Keeping.NODE + "/packs"));
    }

    /** In the order in which their packs are listed; none where nobody has added any. */
    List<PackPlace> places() {
        try {
            return ValueJson.parse(node.get(PLACES, NONE)).items(PLACES).stream()
                    .map(PackHabits::place)
                    .filter(place -> !place.text().isBlank())
                    .toList();
        } catch (SchemaException editedByHand) {
            System.getLogger(PackHabits.class.getName())
                    .log(System.Logger.Level.DEBUG, "No packs", editedByHand);
            return List.of();
        }
    }

    private static PackPlace place(Value kept) {
        return new PackPlace(kept.text("place", ""), kept.flag("enabled", true));
    }

    void keep(List<PackPlace> places) {
        var kept = Value.of(places.stream().map(PackHabits::value).toList());
        node.put(PLACES, ValueJson.print(Value.fields(PLACES, kept)));
        Keeping.begin();
    }

    private static Value value(PackPlace place) {
        return Value.fields("place", Value.of(place.text()))
                .with(FieldPath.of("enabled"), Value.of(place.isEnabled()));
    }
}
