// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** As it was when it was kept. */
    static SetAside kept(SceneSnapshot shared, SceneSnapshot own, List<Difference> differences) {
        return new SetAside(shared, own, differences);
    }

    /** What a document had that holds nothing of its own. */
    static SetAside none(SceneSnapshot shared) {
        return new SetAside(shared, shared, List.of());
    }

    /**
     * What is not there any more of what batches wrote.
     *
     * @param own the document with them
     */
    static SetAside written(SceneSnapshot shared, SceneSnapshot own, List<Batch> batches) {
        var written = new HashSet<Entity>();
        batches.forEach(batch -> batch.messages().forEach(m -> written.add(m.entity())));
        var all = written.isEmpty() ? List.<Difference>of() : Difference.between(shared, own);
        return new SetAside(
                shared,
                own,
                meant(all.stream().filter(d -> written.contains(d.entity())).toList()));
    }

    /**
     * What got lost, against what is there now: of each field what got lost last.
     *
     * @param losses the newest first
     */
    public static SetAside lost(SceneSnapshot now, List<Loss> losses) {
        var fields = new LinkedHashMap<Field, Difference>();
        losses.stream()
                .filter(loss -> now.holds(loss.entity()))
                .forEach(loss -> add(now, loss, fields));
        var differing = fields.values().stream().filter(d -> !d.before().equals(d.after()));
        return new SetAside(now, now, meant(differing.toList()));
    }

    private static void add(SceneSnapshot now, Loss loss, Map<Field, Difference> fields) {
        var field = new Field(loss);
        fields.computeIfAbsent(field, f -> difference(now, f, loss.lost()));
    }

    /** What others kept against what was here, and against what is there now. */
    public static SetAside disputed(SceneSnapshot now, List<Conflict> conflicts) {
        var differences =
                conflicts.stream()
                        .map(c -> difference(now, new Field(c), c.theirs()))
                        .filter(d -> !d.before().equals(d.after()));
        return new SetAside(now, now, meant(differences.toList()));
    }

    private record Field(Entity entity, String component, FieldPath path) {
        Field(Loss loss) {
            this(loss.entity(), loss.component(), loss.path());
        }

        Field(Conflict conflict) {
            this(conflict.entity(), conflict.component(), conflict.path());
        }
    }

    private static Difference difference(SceneSnapshot now, Field field, Optional<Value> after) {
        var value = now.value(field.entity(), field.component());
        return new Difference(
                field.entity(),
                field.component(),
                field.path(),
                value.flatMap(whole -> whole.at(field.path())),
                after);
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

    /** The same without some of the differences, about which people decided. */
    public SetAside without(List<Difference> decided) {
        var some = new HashSet<>(decided);
        return new SetAside(
                shared, own, differences.stream().filter(d -> !some.contains(d)).toList());
    }

    /** Whether it is what another one was before people decided about some of that. */
    public boolean isOf(SetAside other) {
        return own == other.own && shared == other.shared;
    }

    /** What entities are called that only one side has. */
    public String name(Entity entity) {
        return (own.holds(entity) ? own : shared).name(entity);
    }

    /** The document as it was here. */
    SceneSnapshot own() {
        return own;
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
