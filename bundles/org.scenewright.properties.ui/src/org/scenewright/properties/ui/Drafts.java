// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed for a field and could not be written: kept for whatever it was typed for until it
 * is mended or the document says something else there. UI thread only.
 */
final class Drafts {
    private static final int KEPT = 20;

    private final Map<Slot, Draft> drafts = new LinkedHashMap<>();

    /**
     * A text that could not be written.
     *
     * @param over what the document said there
     * @param objection why it could not be written, for people
     */
    record Draft(String typed, String over, String objection) {}

    void keep(Slot slot, Draft draft) {
        drafts.remove(slot);
        drafts.put(slot, draft);
        if (drafts.size() > KEPT) {
            drafts.remove(drafts.keySet().iterator().next());
        }
    }

    void forget(Slot slot) {
        drafts.remove(slot);
    }

    Optional<Draft> find(Slot slot) {
        return Optional.ofNullable(drafts.get(slot));
    }

    /** The draft for a field of which the document says this now. */
    Optional<Draft> find(Slot slot, String now) {
        var draft = find(slot);
        if (draft.filter(kept -> !kept.over().equals(now)).isPresent()) {
            forget(slot);
            return Optional.empty();
        }
        return draft;
    }
}
