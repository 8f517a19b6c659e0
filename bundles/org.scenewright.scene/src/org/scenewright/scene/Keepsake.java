// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a document that took part in a shared one, so that whoever opens its files later
 * and joins again can tell what in them is their own. Immutable; for any thread.
 */
public final class Keepsake {
    /** The size in bytes of the largest one that is kept. */
    public static final int LARGEST = 64 << 20;

    /** Of a document of which nobody knows anything any more. */
    public static final Keepsake UNKNOWN = new Keepsake(Optional.empty(), List.of());

    private final Optional<SceneSnapshot> saved;
    private final List<SetAside> open;

    /**
     * @param saved what the files held; nothing where nobody knows, so that all may be one's own
     * @param open what people did not decide about
     */
    public Keepsake(Optional<SceneSnapshot> saved, List<SetAside> open) {
        this.saved = saved;
        this.open = open.stream().filter(aside -> !aside.differences().isEmpty()).toList();
    }

    /** What the files held when it was kept: what differs from that was done since. */
    public Optional<SceneSnapshot> saved() {
        return saved;
    }

    /** The same of a document of which more is known than what the files held. */
    public Keepsake since(SceneSnapshot held) {
        return new Keepsake(Optional.of(held), open);
    }

    /** The same, but that nobody knows what the files held. */
    public Keepsake doubted() {
        return new Keepsake(Optional.empty(), open);
    }

    /** What people still have to decide about, where a document is not what they want anyway. */
    public List<SetAside> open(SceneSnapshot now) {
        return open.stream()
                .map(aside -> aside.without(done(aside, now)))
                .filter(aside -> !aside.differences().isEmpty())
                .toList();
    }

    private static List<Difference> done(SetAside aside, SceneSnapshot now) {
        return aside.differences().stream().filter(d -> isDone(d, now)).toList();
    }

    private static boolean isDone(Difference difference, SceneSnapshot now) {
        var path = difference.path();
        Optional<Value> value = now.value(difference.entity(), difference.component());
        return now.holds(difference.entity())
                && !difference.component().isEmpty()
                && value.flatMap(whole -> whole.at(path)).equals(difference.after());
    }

    /** Whether it says the same as another one, as far as one can tell without looking long. */
    public boolean isLike(Keepsake other) {
        boolean isAlike = isSaved(other) && open.size() == other.open.size();
        for (int i = 0; i < open.size() && isAlike; i++) {
            isAlike = open.get(i).differences().equals(other.open.get(i).differences());
        }
        return isAlike;
    }

    private boolean isSaved(Keepsake other) {
        return saved.isEmpty()
                ? other.saved.isEmpty()
                : other.saved.filter(held -> held == saved.get()).isPresent();
    }

    /**
     * The bytes of it.
     *
     * @param core the types that every scene has here
     */
    public byte[] toBytes(ComponentTypes core) {
        return Keepsakes.write(this, core);
    }

    /** All of what people did not decide about. */
    List<SetAside> open() {
        return open;
    }

    /**
     * Reads one.
     *
     * @param core the types that every scene has here
     * @throws IOException when the bytes are none; the message is a sentence for people
     */
    public static Keepsake read(byte[] bytes, ComponentTypes core) throws IOException {
        return Keepsakes.read(bytes, core);
    }
}
