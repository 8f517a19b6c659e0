// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.List;

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

    /** These changes and later ones as one. */
    Changes then(Changes later) {
        var both = new ArrayList<>(list);
        both.addAll(later.list);
        return new Changes(later.revision, later.origin, label, both);
    }
}
