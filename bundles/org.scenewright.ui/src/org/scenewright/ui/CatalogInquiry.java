// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.CachedContent;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentServer;
import org.scenewright.content.DeployedAssets;
import org.scenewright.content.Downloads;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Asks the realm for the assets that scenes are bound to and that no pack has (ADR-18, stage 2),
 * some of them in each question, once the packs are read; who does not answer is asked again later.
 * Any thread; no call waits.
 */
final class CatalogInquiry {
    private static final System.Logger LOG = System.getLogger(CatalogInquiry.class.getName());
    static final int MOST = 10_000;
    private static final int LONGEST = 512;

    /** What is needed at the same time is asked for in one question. */
    private static final int GATHERING_MILLIS = 200;

    private final Supplier<AssetCatalog> catalog;
    private final Supplier<Boolean> isRead;
    private final Asked asked;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Map<String, AssetCatalog.Entry> given = new ConcurrentHashMap<>();
    private final Rests rests;
    private final AtomicInteger rounds = new AtomicInteger();
    private final Job asking = Job.createSystem("Asking for assets", (ICoreRunnable) this::ask);
    private volatile boolean closed;

    /**
     * Who is asked.
     *
     * @param realm the address of a content server
     */
    record Asked(Supplier<String> realm, Downloads downloads, ContentCache cache) {
        DeployedAssets assets() throws IOException {
            var server = new ContentServer(realm.get(), downloads);
            return new DeployedAssets(server, new CachedContent(server, cache));
        }

        /** Ids of packs mean nothing to the server that everybody has who has chosen none. */
        boolean mayKnow(String id) {
            return id.startsWith("urn:") || !realm.get().equals(ContentServer.USUAL);
        }
    }

    /**
     * @param isRead whether the packs have been read
     */
    CatalogInquiry(Supplier<AssetCatalog> catalog, Supplier<Boolean> isRead, Asked asked) {
        this(catalog, isRead, asked, new Rests());
    }

    /**
     * @param rests how long a realm that does not answer is left alone
     */
    CatalogInquiry(
            Supplier<AssetCatalog> catalog, Supplier<Boolean> isRead, Asked asked, Rests rests) {
        this.catalog = catalog;
        this.isRead = isRead;
        this.asked = asked;
        this.rests = rests;
        asking.setPriority(Job.SHORT);
    }

    /**
     * Somebody needs an asset that the catalog has not got.
     *
     * @return false where it cannot be asked for, now at least
     */
    boolean want(String id) {
        boolean isTaken = !id.isBlank() && id.length() <= LONGEST && wanted.size() < MOST;
        if (isTaken) {
            wanted.add(id);
            later(GATHERING_MILLIS);
        }
        return isTaken;
    }

    private void later(long millis) {
        if (!closed) {
            asking.schedule(millis);
        }
    }

    /** However long the realm was to be left alone. */
    private void soon() {
        rests.begin();
        later(GATHERING_MILLIS);
        // It may have been asleep, for long: that is not changed by the line before.
        asking.wakeUp(GATHERING_MILLIS);
    }

    /** The packs have been read. */
    void look() {
        if (!wanted.isEmpty()) {
            later(GATHERING_MILLIS);
        }
    }

    /** The realm is another one. */
    void turn() {
        // First of all, so that from now on nothing of the former one comes to stay.
        rounds.incrementAndGet();
        given.values().removeIf(this::takeBack);
        again();
    }

    /** What nobody knew may be there by now. */
    void again() {
        rounds.incrementAndGet();
        unknown.removeIf(this::want);
        soon();
    }

    /** Who still needs it asks for it. */
    private boolean takeBack(AssetCatalog.Entry entry) {
        catalog.get().remove(entry);
        return true;
    }

    private void ask(IProgressMonitor monitor) {
        if (!isRead.get()) {
            return;
        }
        wanted.removeIf(id -> catalog.get().find(id).isPresent());
        while (!wanted.isEmpty() && !closed && !monitor.isCanceled()) {
            int round = rounds.get();
            var some = Set.copyOf(wanted.stream().limit(DeployedAssets.MOST).toList());
            try {
                var found = asked.assets().find(some.stream().filter(asked::mayKnow).toList());
                found.forEach(entry -> take(entry, round));
            } catch (IOException away) {
                LOG.log(System.Logger.Level.DEBUG, "The realm does not answer", away);
                rest(round);
                return;
            }
            rests.begin();
            settle(some, round);
        }
    }

    private void rest(int round) {
        later(rests.millis());
        rests.longer();
        // It may have been the former one that did not answer.
        if (rounds.get() != round) {
            soon();
        }
    }

    /** There may be another realm at any moment, and what the former one has must not stay. */
    private void take(AssetCatalog.Entry entry, int round) {
        String id = entry.asset().id();
        if (given.size() < MOST && rounds.get() == round) {
            given.put(id, entry);
            catalog.get().offer(entry);
            if (rounds.get() != round) {
                given.remove(id, entry);
                takeBack(entry);
            }
        }
    }

    /** What was answered before somebody asked anew may be otherwise by now. */
    private void settle(Set<String> some, int round) {
        if (rounds.get() == round) {
            some.stream().filter(id -> !given.containsKey(id)).forEach(this::miss);
            wanted.removeAll(some);
            if (rounds.get() != round) {
                unknown.removeIf(this::want);
            }
        }
    }

    private void miss(String id) {
        if (unknown.size() < MOST) {
            unknown.add(id);
        } else {
            // Whoever needs it next asks for it.
            catalog.get().remove(id);
        }
    }

    /** That of the job that asks. */
    int state() {
        return asking.getState();
    }

    void close() {
        closed = true;
        asking.cancel();
    }
}
