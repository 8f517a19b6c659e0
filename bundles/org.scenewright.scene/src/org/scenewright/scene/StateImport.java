// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.crdt.CrdtSink;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.schema.ComponentCodec;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the state of a {@code main.crdt} into the composite of a scene.
 *
 * <p>What the file says overwrites what the composite says; of what it does not mention all stays.
 * A component that the SDK's build would write with the same bytes is not touched, so a file that
 * was just exported changes nothing. One thread only.
 */
public final class StateImport {
    private static final int LARGEST = 256 << 20;
    private static final int MOST_NOTES = 1000;

    private final LoadedScene target;
    private final StateDump present;
    private final Scene scene;
    private final Map<Key, byte[]> exported = new HashMap<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<CrdtMessage> messages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int more;
    private boolean lacksTypes;

    /** A component of an entity. */
    private record Key(Entity entity, ComponentId component) {}

    /** What a component is to be afterwards; nothing for one that is to be gone. */
    private record Wanted(Entity entity, ComponentType type, Optional<Value> value) {
        CrdtMessage message() {
            return value.<CrdtMessage>map(
                            v ->
                                    new CrdtMessage.PutComponent(
                                            entity, type.id(), 1, type.codec().toBytes(v)))
                    .orElseGet(() -> new CrdtMessage.DeleteComponent(entity, type.id(), 1));
        }
    }

    private StateImport(LoadedScene target, StateDump present) {
        this.target = target;
        this.present = present;
        this.scene = new Scene(target.snapshot());
    }

    /**
     * Merges a file into what a scene holds on disk; nothing is written.
     *
     * @param present the state that the scene has now
     * @throws SceneFormatException when the file cannot be read to its end
     */
    public static StateImport of(Path file, LoadedScene target, StateDump present) {
        String shown = file.toString();
        if (!file.toFile().isFile()) {
            throw new SceneFormatException("There is no file " + shown + ".", 0);
        }
        var result = new StateImport(target, present);
        result.read(new DiskFile(file, shown).read(LARGEST), shown);
        return result;
    }

    /** The scene with the state of the file. */
    public SceneSnapshot snapshot() {
        return scene.snapshot();
    }

    /** Sentences about what of the file could not be kept. */
    public List<String> notes() {
        var all = new ArrayList<>(notes);
        if (more > 0) {
            all.add(more + " more components could not be kept.");
        }
        return List.copyOf(all);
    }

    /** Whether there were components that nothing in the scene says the name of. */
    public boolean lacksTypes() {
        return lacksTypes;
    }

    private void read(byte[] bytes, String shown) {
        var own = new CrdtReader(ByteBuffer.wrap(present.toBytes()));
        while (own.next()) {
            exported.put(new Key(own.entity(), own.component()), bytes(own.data()));
        }
        requireSound(bytes, shown);
        var refused = new LwwStore().merge(ByteBuffer.wrap(bytes), new Taking()).complaints();
        refused.forEach(this::note);
        scene.merge(messages, Origin.link(Origin.Kind.DISK, shown));
        wanted.stream().filter(w -> !isKept(w)).forEach(w -> lost(w.entity(), w.type().name(), ""));
    }

    private static void requireSound(byte[] bytes, String shown) {
        var reader = new CrdtReader(ByteBuffer.wrap(bytes));
        while (reader.next()) {
            // To the end, before the first is believed.
        }
        if (reader.complaint().isPresent()) {
            throw new SceneFormatException(shown + ": " + reader.complaint().get() + ".", 0);
        }
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private boolean isKept(Wanted wanted) {
        var now = scene.snapshot().value(wanted.entity(), wanted.type().name());
        return now.map(value -> encoded(wanted.type().codec(), value))
                .equals(wanted.value().map(value -> encoded(wanted.type().codec(), value)));
    }

    /** The bytes of a value, which can be compared; none where it does not fit its schema. */
    private static ByteBuffer encoded(ComponentCodec codec, Value value) {
        try {
            return ByteBuffer.wrap(codec.toBytes(value));
        } catch (SchemaException unfit) {
            // It equals nothing that was read from bytes.
            return ByteBuffer.allocate(0);
        }
    }

    private final class Taking implements CrdtSink {
        @Override
        public void changed(CrdtCell cell) {
            if (cell.isForeign()) {
                lost(cell.entity(), cell.component().toString(), "it is of a peer's entity");
            } else {
                take(cell);
            }
        }

        @Override
        public void deleted(CrdtMessage deletion) {
            messages.add(deletion);
        }

        @Override
        public void appended(CrdtReader message) {
            String reason = "it is a value of a set that only grows, which no composite holds";
            lost(message.entity(), message.component().toString(), reason);
        }
    }

    private void take(CrdtCell cell) {
        byte[] data = cell.copyOfData();
        var key = new Key(cell.entity(), cell.component());
        if (!cell.isDeleted() && Arrays.equals(exported.get(key), data)) {
            return;
        }
        var built = present.component(cell.component());
        var type =
                built.map(SdkComponent::name)
                        .map(name -> target.snapshot().types().find(name))
                        .orElseGet(() -> target.snapshot().types().find(cell.component()));
        if (type.isEmpty()) {
            lacksTypes = true;
            String reason = "nothing in the scene says which component has this number";
            lost(
                    cell.entity(),
                    built.map(SdkComponent::name).orElse(cell.component().toString()),
                    reason);
        } else if (isTakable(cell.entity(), type.get(), built)) {
            var codec = built.map(SdkComponent::codec).orElse(type.get().codec());
            take(cell, type.get(), codec);
        }
    }

    private boolean isTakable(Entity entity, ComponentType type, Optional<SdkComponent> built) {
        if (type.name().equals(Following.COMPOSITE)) {
            lost(entity, type.name(), "it is where the SDK notes which composites it read");
            return false;
        }
        String origin = built.map(component -> present.origin(entity, component)).orElse("");
        String main = target.project().relative(target.project().composite());
        if (!origin.isEmpty() && !origin.equals(main)) {
            lost(entity, type.name(), "it belongs to " + origin);
            return false;
        }
        return true;
    }

    private void take(CrdtCell cell, ComponentType type, ComponentCodec codec) {
        try {
            var value =
                    cell.isDeleted()
                            ? Optional.<Value>empty()
                            : Optional.of(codec.fromBytes(cell.copyOfData()));
            var wish = new Wanted(cell.entity(), type, value);
            if (!isKept(wish)) {
                messages.add(wish.message());
                wanted.add(wish);
            }
        } catch (SchemaException unreadable) {
            lost(cell.entity(), type.name(), unreadable.getMessage());
        }
    }

    private void lost(Entity entity, String component, String reason) {
        String why = reason.isEmpty() ? "." : ": " + reason + ".";
        note("Entity %s, component %s could not be kept%s".formatted(entity, component, why));
    }

    private void note(String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add(sentence);
        } else {
            more++;
        }
    }
}
