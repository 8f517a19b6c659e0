// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** Goes back and forth through the history of a document, which follows. */
final class HistoryWalk {
    private final Present present;
    private final History history;
    private final Teller teller;

    /**
     * @param teller tells of every walk
     */
    HistoryWalk(Present present, History history, Teller teller) {
        this.present = present;
        this.history = history;
        this.teller = teller;
    }

    Optional<Changes> undo() {
        return walk(Deed.Kind.UNDONE, this::reversal);
    }

    Optional<Changes> redo() {
        return walk(Deed.Kind.REDONE, this::reversal);
    }

    Optional<Changes> cancel(long gesture) {
        return cancel(gesture, this::reversal);
    }

    private Draft reversal(Step step) {
        boolean isLast = step.isLast(present.state());
        return new Reversal(present.draft(), step, isLast, present.replica()::isOthers).run();
    }

    /** Goes on through the steps of one side until one of them changes something. */
    Optional<Changes> walk(Deed.Kind kind, Function<Step, Draft> way) {
        var drafts = new ArrayList<Draft>();
        var result = Optional.<Reversed>empty();
        for (var step = history.take(kind); step.isPresent(); step = history.take(kind)) {
            drafts.add(way.apply(step.get()));
            result = reverse(step.get(), drafts.getLast());
            if (result.isPresent()) {
                history.keep(kind, result.get().inverse());
                break;
            }
        }
        teller.tell(kind, 0, drafts);
        return result.map(Reversed::changes);
    }

    /** Takes all steps of a gesture back for good. */
    Optional<Changes> cancel(long gesture, Function<Step, Draft> way) {
        var drafts = new ArrayList<Draft>();
        var reversed = new ArrayList<Reversed>();
        for (var step : history.take(gesture)) {
            drafts.add(way.apply(step));
            reverse(step, drafts.getLast()).ifPresent(reversed::add);
        }
        reversed.forEach(r -> present.ledger().release(r.inverse()));
        teller.tell(Deed.Kind.CANCELLED, gesture, drafts);
        return reversed.stream().map(Reversed::changes).reduce(Changes::then);
    }

    /** What taking a step back did, and the step that takes that back. */
    private record Reversed(Changes changes, Step inverse) {}

    private Optional<Reversed> reverse(Step step, Draft draft) {
        long before = present.state();
        var changes = present.seal(draft, Origin.link(Origin.Kind.HISTORY, ""), step.label());
        if (changes.list().isEmpty()) {
            return Optional.empty();
        }
        // Nobody wrote anything since the step: then the document is exactly what it was before.
        if (before == step.after()) {
            present.returned(step.before());
        }
        var span = new Step.Span(before, present.state());
        return Optional.of(new Reversed(changes, new Step(changes, draft.relocations(), span)));
    }
}
