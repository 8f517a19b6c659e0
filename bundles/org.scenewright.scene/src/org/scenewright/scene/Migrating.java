// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Brings the values of a component, and what is stored of its shape, up to its definition. */
final class Migrating {
    private final Draft draft;

    Migrating(Draft draft) {
        this.draft = draft;
    }

    /** Migrates a component; what speaks against it is a sentence. */
    Optional<String> migrate(Edit.Migrate edit) {
        var type = draft.now().types().find(edit.component());
        boolean isKnown = type.filter(t -> !(t.schema() instanceof Schema.Opaque)).isPresent();
        return EntityRules.unless(
                        isKnown, "Nobody knows what \"" + edit.component() + "\" looks like")
                .or(
                        () ->
                                EntityRules.unless(
                                        StoredSchemas.isOpen(edit.component()),
                                        edit.component() + " looks the same in every scene"))
                .or(
                        () -> {
                            type.ifPresent(t -> migrate(t, edit.policy()));
                            return Optional.empty();
                        });
    }

    private void migrate(ComponentType type, Edit.Policy policy) {
        var refit = new Refit(type.schema(), policy);
        var values = new LinkedHashMap<Entity, Value>();
        draft.now().forEach(type.name(), (entity, value) -> values.put(entity, refit.of(value)));
        values.forEach((e, value) -> draft.overwrite(e, type.name(), Optional.of(value)));
        draft.flush();
        StoredSchemas.store(draft, type);
    }

    /**
     * After an edit: says what a component looks like that the scene did not have, and migrates
     * those whose values were written by another schema than the one that is stored.
     */
    void follow() {
        var names = new LinkedHashSet<String>();
        for (var change : draft.changes()) {
            if (change instanceof Change.Written(var e, var component, var before, var after)
                    && after.isPresent()
                    && StoredSchemas.isOpen(component)) {
                names.add(component);
            }
        }
        names.forEach(name -> draft.now().types().find(name).ifPresent(this::follow));
    }

    private void follow(ComponentType type) {
        if (StoredSchemas.isOld(draft.now(), type)) {
            migrate(type, Edit.Policy.KEEP);
        } else if (StoredSchemas.text(draft.now(), type.name()).isEmpty()
                && !(type.schema() instanceof Schema.Opaque)) {
            StoredSchemas.store(draft, type);
        }
    }
}
