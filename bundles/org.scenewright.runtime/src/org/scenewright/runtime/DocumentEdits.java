// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Fork;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Carries what people edit into a running scene, and back what they want to keep of it. */
final class DocumentEdits {
    private static final System.Logger LOG = System.getLogger(DocumentEdits.class.getName());

    private final Fork fork;
    private final Outbox outbox;
    private final Counterparts counterparts;
    private final Set<Entity> without = new HashSet<>();

    DocumentEdits(Fork fork, Outbox outbox, SceneSnapshot start) {
        this.fork = fork;
        this.outbox = outbox;
        this.counterparts = new Counterparts(start);
    }

    Counterparts counterparts() {
        return counterparts;
    }

    /** Lets the running scene follow a change of the document. */
    void follow(SceneSnapshot document, Changes changes) {
        for (var change : changes.list()) {
            switch (change) {
                case Change.Spawned(var entity) -> spawned(entity);
                case Change.Despawned(var entity) -> despawned(entity);
                case Change.Written written -> written(written);
                case Change.Declared d -> fork.declare(document.types());
                // The Transform says where it hangs.
                case Change.Moved m -> {}
                // No script hears of it but by asking.
                case Change.Configured c -> {}
            }
        }
        outbox.flush();
    }

    private void spawned(Entity entity) {
        if (!counterparts.spawned(entity, this::isFree)) {
            without.add(entity);
            LOG.log(System.Logger.Level.WARNING, "the running scene has no room for " + entity);
        }
    }

    private boolean isFree(Entity entity) {
        return fork.snapshot().withNumber(entity.number()).isEmpty() && !fork.isDeleted(entity);
    }

    private void despawned(Entity entity) {
        if (!without.remove(entity)) {
            var running = counterparts.running(entity);
            outbox.flush();
            if (!running.isReserved()) {
                outbox.end(running);
            }
            outbox.flush();
            counterparts.despawned(entity);
        }
    }

    private void written(Change.Written written) {
        var type = fork.snapshot().types().find(written.component());
        if (type.isPresent() && !without.contains(written.entity())) {
            write(type.get(), written);
        }
    }

    private void write(ComponentType type, Change.Written written) {
        var entity = counterparts.running(written.entity());
        outbox.flush();
        var here =
                new Change.Written(
                        entity,
                        written.component(),
                        written.before().map(value -> running(type, value)),
                        written.after().map(value -> running(type, value)));
        var after =
                written.after().isEmpty()
                        ? Optional.<Value>empty()
                        : here.onto(fork.snapshot().value(entity, written.component()));
        try {
            var bytes = after.map(value -> ByteBuffer.wrap(type.codec().toBytes(value)));
            outbox.insist(new Outbox.Key(entity, type.id()), bytes);
        } catch (SchemaException unfit) {
            // The document may hold what no script could read.
            LOG.log(System.Logger.Level.DEBUG, "not told to the script: " + unfit.getMessage());
        }
    }

    private Value running(ComponentType type, Value value) {
        return Fork.referring(type, value, counterparts::running);
    }

    /**
     * The edit that makes a field of the document what it is in the running scene; nothing where
     * there is no such field, or what it says means nothing in the document. Any thread.
     */
    Optional<Edit> keep(SceneSnapshot now, Kept kept) {
        var type =
                now.types()
                        .find(kept.component())
                        .filter(t -> t.role() != ComponentType.Role.RESULT);
        var value = now.value(kept.entity(), kept.component());
        var target = counterparts.document(kept.entity());
        return type.isEmpty() || value.isEmpty() || target.isEmpty()
                ? Optional.empty()
                : document(type.get(), value.get())
                        .flatMap(whole -> whole.at(kept.field()))
                        .map(part -> edit(target.get(), kept, part));
    }

    /**
     * What of a running scene people want to keep.
     *
     * @param field empty for the component as a whole
     */
    record Kept(Entity entity, String component, FieldPath field) {}

    private static Edit edit(Entity entity, Kept kept, Value value) {
        return kept.field().isEmpty()
                ? new Edit.Put(entity, kept.component(), value)
                : new Edit.Set(entity, kept.component(), kept.field(), value);
    }

    /** The value in the numbers of the document; nothing where it names what is not there. */
    private Optional<Value> document(ComponentType type, Value value) {
        var strangers = new HashSet<Entity>();
        var translated =
                Fork.referring(
                        type,
                        value,
                        entity -> {
                            var document = counterparts.document(entity);
                            if (document.isEmpty()) {
                                strangers.add(entity);
                            }
                            return document.orElse(entity);
                        });
        return Optional.of(translated).filter(v -> strangers.isEmpty());
    }
}
