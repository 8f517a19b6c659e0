// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;
import java.util.Optional;

/** The one switch that knows all edits. */
final class Editing {
    private final Writing writing;
    private final Moving moving;
    private final Populating populating;
    private final Copying copying;
    private final Placing placing;
    private final Migrating migrating;

    Editing(Draft draft, Origin origin) {
        var rules = new EntityRules(draft, origin);
        this.writing = new Writing(draft, rules);
        this.moving = new Moving(draft, rules);
        this.populating = new Populating(draft, rules);
        this.copying = new Copying(draft, rules);
        this.placing = new Placing(draft, copying);
        this.migrating = new Migrating(draft);
    }

    /**
     * Makes an edit in the draft, with all that it implies; what speaks against it is a sentence,
     * and the draft is then to be thrown away.
     */
    Optional<String> make(Edit edit) {
        var objection = one(edit);
        if (objection.isEmpty()) {
            migrating.follow();
        }
        return objection;
    }

    private Optional<String> one(Edit edit) {
        return switch (edit) {
            case Edit.Spawn spawn -> populating.spawn(spawn);
            case Edit.Despawn despawn -> populating.despawn(despawn);
            case Edit.Set set -> writing.set(set);
            case Edit.Unset unset -> writing.unset(unset);
            case Edit.Put put -> writing.put(put);
            case Edit.Remove remove -> writing.remove(remove);
            case Edit.Rename rename -> writing.rename(rename);
            case Edit.Reparent reparent -> moving.reparent(reparent);
            case Edit.Duplicate duplicate -> copying.duplicate(duplicate);
            case Edit.Paste paste -> copying.paste(paste);
            case Edit.Instance instance -> placing.place(instance);
            case Edit.Configure configure -> writing.configure(configure);
            case Edit.Migrate migrate -> migrating.migrate(migrate);
            case Edit.All(var label, var edits) -> all(edits);
        };
    }

    private Optional<String> all(List<Edit> edits) {
        // The stream is lazy: after the first refusal nothing more is tried.
        return EntityRules.firstOf(edits, this::one);
    }
}
