// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Decoded;
import org.scenewright.scene.Fork;
import org.scenewright.scene.Merged;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fork of a document that a script changes, and all that is written into it from outside; on
 * the thread of the frames, once it has begun.
 */
final class RunningScene implements RendererWriting {
    private static final Origin SCRIPT = Origin.link(Origin.Kind.SCRIPT, "");

    private final SceneSnapshot document;
    private final Fork fork;
    private final Links links;
    private final Outbox outbox;
    private final DocumentEdits edits;
    private final ReservedEntities reserved;
    private final ScriptHost.Beginning beginning;
    private final Map<Fork.Slot, Optional<Value>> answers = new LinkedHashMap<>();
    private boolean isTelling;
    private volatile SceneSnapshot snapshot;

    /**
     * Makes the state that a script begins with; on any thread.
     *
     * @param viewer from where the world is seen by now
     * @param links whoever is told of changes once it {@linkplain #begin begins}
     * @throws org.scenewright.scene.SceneFormatException where the SDK could not build the scene
     */
    RunningScene(SceneSharing.Start start, PlayPlan plan, Viewer viewer, Links links) {
        this.document = start.document();
        this.links = links;
        this.fork = new Fork(document);
        this.outbox = new Outbox(fork, this::mergeOwn);
        this.reserved = new ReservedEntities(plan.origin(), plan.session().sharing().talk().me());
        byte[] built = start.state().get().toBytes();
        fork.merge(nested(built), SCRIPT);
        reserved.begin(viewer, this);
        var own = answer();
        var state = ByteBuffer.allocate(own.remaining() + built.length).put(own).put(built).flip();
        this.beginning =
                new ScriptHost.Beginning(plan.bundle(), built.length > 0, state.asReadOnlyBuffer());
        this.snapshot = fork.snapshot();
        this.edits = new DocumentEdits(fork, outbox, document);
    }

    /** The messages about entities that the document does not hold: those of nested composites. */
    private ByteBuffer nested(byte[] built) {
        var out = new CrdtWriter();
        var reader = new CrdtReader(ByteBuffer.wrap(built));
        while (reader.next()) {
            if (!document.holds(reader.entity())) {
                out.write(reader.message());
            }
        }
        return out.bytes();
    }

    /** What the script begins with. */
    ScriptHost.Beginning beginning() {
        return beginning;
    }

    /** From now on links are told. */
    void begin() {
        isTelling = true;
    }

    /** The fork after the last change; any thread. */
    SceneSnapshot snapshot() {
        return snapshot;
    }

    Counterparts counterparts() {
        return edits.counterparts();
    }

    DocumentEdits edits() {
        return edits;
    }

    /**
     * Merges what the script has sent.
     *
     * @return what was wrong with it
     */
    List<String> merge(ByteBuffer messages, Decoded values) {
        outbox.flush();
        return merged(fork.merge(messages, values, SCRIPT)).complaints();
    }

    private void mergeOwn(ByteBuffer messages) {
        merged(fork.merge(messages, SCRIPT));
    }

    private Merged merged(Merged merged) {
        tell(merged.changes());
        return merged;
    }

    private void tell(Changes changes) {
        snapshot = fork.snapshot();
        if (isTelling && !changes.list().isEmpty()) {
            links.tell(snapshot, changes);
        }
    }

    /** Lets the fork follow a change of the document, unless it began with it. */
    void follow(SceneSnapshot now, Changes changes) {
        if (changes.revision() > document.revision()) {
            edits.follow(now, changes);
            if (!now.settings().equals(snapshot.settings())) {
                tell(fork.configure(now.settings(), SCRIPT));
            }
        }
    }

    void see(Viewer viewer) {
        reserved.see(viewer, this);
    }

    void count(ReservedEntities.Count count) {
        reserved.count(count, this);
    }

    /** Lets the fork have what was written from outside. */
    void flush() {
        outbox.flush();
        if (!answers.isEmpty()) {
            tell(fork.show(answers, SCRIPT));
            answers.clear();
        }
    }

    /** When a component was written last, by the count of its messages; never in the beginning. */
    Optional<Integer> stamp(Entity entity, String component) {
        return fork.heard(entity, type(component).id()).map(CrdtCell::timestamp);
    }

    /** What the script has not been told yet of what was written from outside. */
    ByteBuffer answer() {
        flush();
        return outbox.answer();
    }

    /** Lets people see what the script is answered; of a set that only grows the last. */
    private void show(Entity entity, ComponentType type, Optional<Value> value) {
        if (type.role() == ComponentType.Role.RESULT) {
            answers.put(new Fork.Slot(entity, type.name()), value);
        }
    }

    @Override
    public void put(Entity entity, String component, Value value) {
        var type = type(component);
        outbox.write(new Outbox.Key(entity, type.id()), Optional.of(bytes(type, value)));
        show(entity, type, Optional.of(value));
    }

    @Override
    public void remove(Entity entity, String component) {
        var type = type(component);
        outbox.write(new Outbox.Key(entity, type.id()), Optional.empty());
        show(entity, type, Optional.empty());
    }

    @Override
    public void append(Entity entity, String component, Value value) {
        var type = type(component);
        outbox.append(new Outbox.Key(entity, type.id()), bytes(type, value));
        show(entity, type, Optional.of(value));
    }

    private static ByteBuffer bytes(ComponentType type, Value value) {
        return ByteBuffer.wrap(type.codec().toBytes(value));
    }

    private ComponentType type(String component) {
        return fork.snapshot()
                .types()
                .find(component)
                .orElseThrow(() -> new SchemaException("there is no component " + component));
    }
}
