// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a document had of its own when it became a shared one: the people decide whether they keep
 * it, as one edit, or drop it, as whoever does nothing. Immutable; for any thread.
 */
public final class SetAside {
    private final SceneSnapshot shared;
    private final SceneSnapshot own;
    private final List<Difference> differences;

    private SetAside(SceneSnapshot shared, SceneSnapshot own, List<Difference> differences) {
        this.shared = shared;
        this.own = own;
        this.differences = List.copyOf(differences);
    }

    /**
     * @param base what both came from, so that what only the others changed is no difference of
     *     ours; nothing where nobody knows
     * @param spared numbers that no entity may be given
     */
    static SetAside of(
            Optional<SceneSnapshot> base, SceneSnapshot shared, SceneSnapshot mine, BitSet spared) {
        try {
            var versions = new ThreeWay.Versions(base.orElse(shared), shared, mine);
            return of(shared, ThreeWay.merge(versions, spared));
        } catch (SceneFormatException full) {
            return new SetAside(shared, mine, meant(Difference.between(shared, mine)));
        }
    }

    private static SetAside of(SceneSnapshot shared, ThreeWay.Merged merged) {
        var differences = new ArrayList<>(Difference.between(shared, merged.snapshot()));
        merged.conflicts().stream()
                .map(SetAside::difference)
                .filter(d -> !d.before().equals(d.after()))
                .forEach(differences::add);
        return new SetAside(shared, merged.snapshot(), meant(differences));
    }

    private static List<Difference> meant(List<Difference> differences) {
        return differences.stream().filter(Choosing::isMeant).toList();
    }

    private static Difference difference(Conflict conflict) {
        return new Difference(
                conflict.entity(),
                conflict.component(),
                conflict.path(),
                conflict.ours(),
                conflict.theirs());
    }

    /** What differs: {@code before} is in the shared scene, {@code after} was here. */
    public List<Difference> differences() {
        return differences;
    }

    /** The shared scene when the document became it. */
    SceneSnapshot shared() {
        return shared;
    }

    /** The shared scene as it was then, with some of the differences. */
    SceneSnapshot with(List<Difference> chosen) {
        return new Choosing(shared, own).with(chosen);
    }
}
