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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the servers of packs that have not answered again by itself, later each time that is in
 * vain, and in a job of its own: one that is slow holds up nothing that is read. Any thread.
 */
final class CatalogAgain {
    private final CatalogStocking stocking;
    private final Supplier<List<CatalogStock>> stocks;
    private final Runnable news;
    private final Map<String, CatalogStock> answers = new ConcurrentHashMap<>();
    private final Rests rests = new Rests();
    private final Job asking =
            Job.createSystem("Asking servers of assets again", (ICoreRunnable) this::ask);
    private final AtomicBoolean isLacking = new AtomicBoolean();
    private volatile Set<String> waiting = Set.of();
    private volatile long lacked;

    /**
     * @param stocks what there is of each place by now
     * @param news is run when somebody has answered
     */
    CatalogAgain(CatalogStocking stocking, Supplier<List<CatalogStock>> stocks, Runnable news) {
        this.stocking = stocking;
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
        var names = unanswered().stream().map(s -> s.place().text()).collect(Collectors.toSet());
        if (!waiting.containsAll(names)) {
            soon();
        }
        waiting = names;
        if (!names.isEmpty()) {
            asking.schedule(rests.millis());
        }
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
            asking.schedule();
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
            if (monitor.isCanceled()) {
                return;
            }
            var now = stocking.again(stock);
            if (now.isUnanswered()) {
                isInVain = true;
            } else {
                answers.put(now.place().text(), now);
                isAnswered = true;
            }
        }
        if (isAnswered) {
            news.run();
        }
        if (isInVain) {
            rests.longer();
            asking.schedule(rests.millis());
        }
    }

    void close() {
        asking.cancel();
    }
}
