// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Asks the servers of packs that have not answered again by itself, later each time that is in
 * vain, and in a job of its own: one that is slow holds up nothing that is read. Any thread.
 */
final class CatalogAgain {
    private final UnaryOperator<CatalogStock> question;
    private final Supplier<List<CatalogStock>> stocks;
    private final Runnable news;
    private final Map<String, CatalogStock> answers = new ConcurrentHashMap<>();
    private final Rests rests = new Rests();
    private final Job asking =
            Job.createSystem("Asking servers of assets again", (ICoreRunnable) this::ask);
    private final AtomicBoolean isLacking = new AtomicBoolean();
    private volatile Set<String> waiting = Set.of();
    private volatile long lacked;
    private volatile boolean closed;

    /**
     * @param question asks the server of a stock what it has now; waits for it
     * @param stocks what there is of each place by now
     * @param news is run when somebody has answered
     */
    CatalogAgain(
            UnaryOperator<CatalogStock> question,
            Supplier<List<CatalogStock>> stocks,
            Runnable news) {
        this.question = question;
        this.stocks = stocks;
        this.news = news;
        asking.setPriority(Job.DECORATE);
    }

    /** What a place has answered of late; it is told once. */
    Optional<CatalogStock> answer(PackPlace place) {
        return Optional.ofNullable(answers.remove(place.text()));
    }

    /** There are other stocks; who is new among those that did not answer need not wait long. */
    void look() {
        var there = stocks.get().stream().map(s -> s.place().text()).collect(Collectors.toSet());
        drop(place -> !there.contains(place));
        var names = unanswered().stream().map(s -> s.place().text()).collect(Collectors.toSet());
        if (!waiting.containsAll(names)) {
            soon();
        }
        waiting = names;
        if (!names.isEmpty()) {
            later(rests.millis());
        }
    }

    private void later(long millis) {
        if (!closed) {
            asking.schedule(millis);
        }
    }

    /** Nobody asks what these places have answered. */
    private void drop(Predicate<String> isGone) {
        answers.keySet().stream()
                .filter(isGone)
                .forEach(
                        place ->
                                Optional.ofNullable(answers.remove(place))
                                        .ifPresent(CatalogStock::close));
    }

    /**
     * Somebody needs what no pack has: those of servers may have changed. They are asked only
     * whether they have, and not often.
     */
    void lack() {
        long now = System.nanoTime();
        boolean isRare = lacked == 0 || now - lacked > TimeUnit.MINUTES.toNanos(5);
        if (isRare && stocks.get().stream().anyMatch(CatalogAgain::isRemote)) {
            lacked = now;
            isLacking.set(true);
            asking.cancel();
            later(0);
        }
    }

    private static boolean isRemote(CatalogStock stock) {
        return stock.place().isAddress() && stock.place().isEnabled();
    }

    private List<CatalogStock> unanswered() {
        return stocks.get().stream().filter(CatalogStock::isUnanswered).toList();
    }

    /** From now on it is asked after short rests again. */
    void soon() {
        rests.begin();
        asking.cancel();
    }

    private void ask(IProgressMonitor monitor) {
        boolean isAnswered = false;
        boolean isInVain = false;
        var those =
                isLacking.getAndSet(false)
                        ? stocks.get().stream().filter(CatalogAgain::isRemote).toList()
                        : unanswered();
        for (var stock : those) {
            if (closed || monitor.isCanceled()) {
                break;
            }
            var now = question.apply(stock);
            if (now.isUnanswered()) {
                isInVain = true;
            } else {
                answers.put(now.place().text(), now);
                isAnswered = true;
            }
        }
        if (closed) {
            drop(place -> true);
        } else if (isAnswered) {
            news.run();
        }
        // Who breaks it off has it begin anew.
        if (isInVain && !monitor.isCanceled()) {
            rests.longer();
            later(rests.millis());
        }
    }

    /** That of the job that asks. */
    int state() {
        return asking.getState();
    }

    void close() {
        closed = true;
        asking.cancel();
        drop(place -> true);
    }
}
