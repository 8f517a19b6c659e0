// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives what a draft wrote the next timestamps; made for one draft. */
final class Stamping {
    private final CellStates cells;
    private final Optional<Sharing> sharing;
    private final Draft draft;

    /**
     * @param sharing empty for a document of one
     */
    Stamping(CellStates cells, Optional<Sharing> sharing, Draft draft) {
        this.cells = cells;
        this.sharing = sharing;
        this.draft = draft;
    }

    /** What the others have to be told. */
    List<Batch.Write> writes() {
        var diffs = CellDiffs.of(draft.changes());
        diffs.values().removeIf(Step.Diff::isNothing);
        var writes = new ArrayList<Batch.Write>();
        diffs.forEach(
                (cell, diff) -> write(draft.now().types(), cell, diff).ifPresent(writes::add));
        draft.ranks().forEach((entity, ranked) -> write(entity, ranked).ifPresent(writes::add));
        diffs.keySet().stream()
                .map(Step.Cell::entity)
                .distinct()
                .forEach(entity -> revive(entity).ifPresent(writes::add));
        return writes;
    }

    private Optional<Batch.Write> write(Entity entity, Draft.Ranked ranked) {
        var start = ranked.before().map(key -> Rank.value(key, false));
        var before = cells.state(entity, Rank.NAME).flatMap(CellState::value).or(() -> start);
        var after = Rank.value(ranked.after(), ranked.isGone());
        return write(Replica.rank(entity), new Step.Diff(before, Optional.of(after)));
    }

    /** Says that an entity is there which a plain client brought back, once we write to it. */
    private Optional<Batch.Write> revive(Entity entity) {
        var now = draft.now();
        boolean saysGone =
                cells.state(entity, Rank.NAME)
                        .flatMap(CellState::value)
                        .filter(Rank::isGone)
                        .isPresent();
        var key = now.key(entity);
        return saysGone && now.holds(entity)
                ? write(entity, new Draft.Ranked(Optional.of(key), key, false))
                : Optional.empty();
    }

    private Optional<Batch.Write> write(ComponentTypes types, Step.Cell cell, Step.Diff diff) {
        return SharedTypes.find(types, cell.component())
                .flatMap(type -> write(new Replica.Typed(cell.entity(), type), diff));
    }

    private Optional<Batch.Write> write(Replica.Typed cell, Step.Diff diff) {
        var state = cells.state(cell, diff.before());
        var next =
                Spelling.fitted(
                        cell.type(), state.winner().next(diff.after(), cell.type().codec()));
        var fields = diff.after().map(after -> FieldDiff.paths(diff.before(), after));
        state.write(next, sharing.map(Sharing::next));
        sharing.ifPresent(
                s -> {
                    var context = s.next();
                    for (var path : fields.orElse(List.of())) {
                        var before = diff.before().flatMap(value -> value.at(path));
                        var after = diff.after().flatMap(value -> value.at(path));
                        state.note(
                                path,
                                new Register(next.timestamp(), context, after, before),
                                nobody -> {});
                    }
                });
        return next.message(cell.entity(), cell.type().id())
                .map(
                        message ->
                                new Batch.Write(
                                        message,
                                        fields.orElse(List.of()),
                                        sharing.flatMap(s -> Spelling.whole(cell.type(), next))));
    }
}
