// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What changes did to each component of each entity as a whole. */
final class CellDiffs {
    private CellDiffs() {}

    static SequencedMap<Step.Cell, Step.Diff> of(List<Change> changes) {
        var diffs = new LinkedHashMap<Step.Cell, Step.Diff>();
        changes.forEach(change -> collect(change, diffs));
        return diffs;
    }

    private static void collect(Change change, Map<Step.Cell, Step.Diff> diffs) {
        switch (change) {
            case Change.Written(var entity, var component, var before, var after) ->
                    collect(new Step.Cell(entity, component), new Step.Diff(before, after), diffs);
            case Change.Configured(var before, var after) ->
                    collect(
                            Step.Cell.SETTINGS,
                            new Step.Diff(Optional.of(before), Optional.of(after)),
                            diffs);
            // Ranks and components say the same and more.
            case Change.Spawned s -> {}
            case Change.Despawned d -> {}
            case Change.Moved m -> {}
            case Change.Declared d -> {}
        }
    }

    private static void collect(Step.Cell cell, Step.Diff diff, Map<Step.Cell, Step.Diff> diffs) {
        diffs.merge(cell, diff, (first, last) -> new Step.Diff(first.before(), last.after()));
    }
}
