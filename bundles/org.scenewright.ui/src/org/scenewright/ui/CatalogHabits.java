// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How people use the catalog of assets, as the workspace remembers it; any thread. */
record CatalogHabits(IEclipsePreferences node) {
    private static final String FAVOURITES = "favourites";
    private static final String RECENT = "recent";
    private static final String LIST = "list";
    private static final String DETAILS = "details";
    private static final int MOST_RECENT = 60;
    private static final int MOST_FAVOURITES = 5_000;

    static CatalogHabits ofWorkspace() {
        return new CatalogHabits(InstanceScope.INSTANCE.getNode(Keeping.NODE + "/catalog"));
    }

    /** The ids of the assets that somebody likes best, the latest first. */
    List<String> favourites() {
        return ids(FAVOURITES);
    }

    boolean isFavourite(String id) {
        return favourites().contains(id);
    }

    /** Makes assets favourites, or where all of them are so already, no more. */
    void toggle(Collection<String> ids) {
        var all = new ArrayList<>(favourites());
        boolean wereAll = all.containsAll(ids);
        all.removeAll(ids);
        if (!wereAll) {
            all.addAll(0, ids);
        }
        keep(FAVOURITES, all, MOST_FAVOURITES);
    }

    /** The ids of the assets that were placed last, the latest first. */
    List<String> recent() {
        return ids(RECENT);
    }

    void used(String id) {
        var all = new ArrayList<>(recent());
        all.remove(id);
        all.addFirst(id);
        keep(RECENT, all, MOST_RECENT);
    }

    /** Whether assets are shown as a list, not as a grid. */
    boolean isList() {
        return node.getBoolean(LIST, false);
    }

    void list(boolean isWanted) {
        node.putBoolean(LIST, isWanted);
        Keeping.begin();
    }

    /** Whether what is chosen is shown in detail. */
    boolean hasDetails() {
        return node.getBoolean(DETAILS, true);
    }

    void details(boolean areWanted) {
        node.putBoolean(DETAILS, areWanted);
        Keeping.begin();
    }

    private List<String> ids(String key) {
        try {
            return ValueJson.parse(node.get(key, "{}")).items("ids").stream()
                    .filter(Value.Text.class::isInstance)
                    .map(id -> id.text("", ""))
                    .toList();
        } catch (SchemaException editedByHand) {
            System.getLogger(CatalogHabits.class.getName())
                    .log(System.Logger.Level.DEBUG, "Nothing kept", editedByHand);
            return List.of();
        }
    }

    private void keep(String key, List<String> ids, int most) {
        var kept = Value.of(ids.stream().limit(most).<Value>map(Value::of).toList());
        node.put(key, ValueJson.print(Value.fields("ids", kept)));
        Keeping.begin();
    }
}
