// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one accepted edit or one received batch did to the document, in order.
 *
 * @param revision the revision of the document after it; every accepted change adds one
 * @param origin where it came from
 * @param label what a person would call it, for menus: "Move 3 entities"
 * @param list the changes; empty when the document was already so
 */
public record Changes(long revision, Origin origin, String label, List<Change> list) {
    public Changes {
        list = List.copyOf(list);
    }

    /**
     * The components that the document describes otherwise since, so that the values of all
     * entities that have them may have changed with it.
     */
    public Set<String> migrated() {
        var names = new TreeSet<String>();
        for (var change : list) {
            if (change instanceof Change.Written(var entity, var component, var before, var after)
                    && component.equals(StoredSchemas.NAME)) {
                var now = after.orElse(Value.EMPTY).members();
                before.orElse(Value.EMPTY).members().entrySet().stream()
                        .filter(old -> !old.getValue().equals(now.get(old.getKey())))
                        .forEach(old -> names.add(old.getKey()));
            }
        }
        return names;
    }

    /** These changes and later ones as one. */
    Changes then(Changes later) {
        var both = new ArrayList<>(list);
        both.addAll(later.list);
        return new Changes(later.revision, later.origin, label, both);
    }
}
