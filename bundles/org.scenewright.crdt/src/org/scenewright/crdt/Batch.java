// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One merge of the messages under a cursor, from the first message to the last word to a sink. */
final class Batch {
    private final Cells own;
    private final Cells foreign;
    private final CrdtSink sink;
    private final Ints touched = new Ints();
    private final Ints touchedForeign = new Ints();
    private int told;
    private int toldForeign;
    private final List<CrdtMessage> deletions = new ArrayList<>();
    private final long[] counts = new long[Effect.values().length];
    private Optional<String> refusal = Optional.empty();

    Batch(Cells own, Cells foreign, CrdtSink sink) {
        this.own = own;
        this.foreign = foreign;
        this.sink = sink;
    }

    Merged merge(CrdtReader in) {
        try {
            while (in.next()) {
                read(in);
            }
            delete();
            tell();
            deletions.forEach(sink::deleted);
            return verdict(in);
        } finally {
            unmark();
        }
    }

    private void read(CrdtReader in) {
        switch (in.type()) {
            case CrdtMessage.DeleteEntity.TYPE, CrdtMessage.DeleteEntityNetwork.TYPE ->
                    deletions.add(in.message());
            case CrdtMessage.AppendValue.TYPE -> append(in);
            default -> write(in);
        }
    }

    private void append(CrdtReader in) {
        boolean isDeleted = own.holdsDeleted(in.entityBits(), 0);
        if (count(isDeleted ? Effect.REDUNDANT : Effect.ACCEPTED) == Effect.ACCEPTED) {
            sink.appended(in);
        }
    }

    private void write(CrdtReader in) {
        var cells = in.isForeign() ? foreign : own;
        switch (count(cells.write(in))) {
            case ACCEPTED -> touch(cells, cells.markChanged(cells.last(), in.index()));
            case OUTDATED -> touch(cells, cells.markLost(cells.last()));
            case REFUSED -> refusal = Optional.of(cells.refusal());
            case REDUNDANT -> {}
        }
    }

    private void touch(Cells cells, boolean isNew) {
        if (isNew) {
            (cells.isForeign() ? touchedForeign : touched).add(cells.last());
        }
    }

    /** The rest of the batch may still speak of an entity that it deletes. */
    private void delete() {
        // A newer version takes the older ones along; to be told of it is enough.
        deletions.sort(Comparator.comparing(deletion -> -deletion.entity().version()));
        deletions.removeIf(deletion -> count(delete(deletion)) != Effect.ACCEPTED);
    }

    private Effect delete(CrdtMessage deletion) {
        var network = LwwStore.networkOf(deletion);
        var cells = network.isPresent() ? foreign : own;
        var effect = cells.delete(deletion.entity().bits(), network.orElse(0));
        if (effect == Effect.REFUSED) {
            refusal = Optional.of(cells.refusal());
        }
        return effect;
    }

    private Effect count(Effect effect) {
        counts[effect.ordinal()]++;
        return effect;
    }

    private void tell() {
        var view = new CrdtCell(own);
        while (told < touched.size()) {
            tell(own, touched.get(told++), view);
        }
        var foreignView = new CrdtCell(foreign);
        while (toldForeign < touchedForeign.size()) {
            tell(foreign, touchedForeign.get(toldForeign++), foreignView);
        }
    }

    private void tell(Cells cells, int cell, CrdtCell view) {
        int source = cells.source(cell);
        int marks = cells.unmark(cell);
        if ((marks & Cells.CHANGED) != 0) {
            sink.changed(view.at(cell, source));
        } else if (marks != 0) {
            sink.outdated(view.at(cell));
        }
    }

    /** Leaves no mark behind when a sink fails. */
    private void unmark() {
        for (; told < touched.size(); told++) {
            own.unmark(touched.get(told));
        }
        for (; toldForeign < touchedForeign.size(); toldForeign++) {
            foreign.unmark(touchedForeign.get(toldForeign));
        }
    }

    private Merged verdict(CrdtReader in) {
        var complaints = new ArrayList<String>();
        in.complaint().ifPresent(complaints::add);
        refusal.ifPresent(complaints::add);
        return new Merged(
                counts[Effect.ACCEPTED.ordinal()],
                counts[Effect.REDUNDANT.ordinal()],
                counts[Effect.OUTDATED.ordinal()],
                counts[Effect.REFUSED.ordinal()],
                complaints);
    }
}
