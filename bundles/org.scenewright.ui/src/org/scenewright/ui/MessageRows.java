// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.LoggedMessage;
import org.scenewright.runtime.MessageLog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The messages of a log that fit to a filter, the oldest first; one thread. */
final class MessageRows {
    private final List<LoggedMessage> rows = new ArrayList<>();
    private Predicate<LoggedMessage> filter = message -> true;
    private long last;

    /** Begins anew with others. */
    void filter(Predicate<LoggedMessage> wanted) {
        filter = wanted;
        rows.clear();
        last = 0;
    }

    /**
     * Takes what came and leaves out what was forgotten; each message is held against the filter
     * once.
     *
     * @return whether anything is otherwise now
     */
    boolean update(MessageLog log) {
        long first = log.first();
        int gone = (int) rows.stream().takeWhile(row -> row.number() < first).count();
        rows.subList(0, gone).clear();
        var later = log.after(last);
        later.stream().filter(filter).forEach(rows::add);
        boolean isNews = gone > 0 || !later.isEmpty();
        last = later.isEmpty() ? last : later.getLast().number();
        return isNews;
    }

    int count() {
        return rows.size();
    }

    LoggedMessage get(int index) {
        return rows.get(index);
    }

    /** Where a message stands now; -1 where it is no longer among them. */
    int index(long number) {
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).number() == number)
                .findFirst()
                .orElse(-1);
    }

    List<LoggedMessage> list() {
        return List.copyOf(rows);
    }
}
