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
import java.util.List;
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
    private static final int MOST = 10_000;
    private static final int LONGEST = 512;

    /** What is needed at the same time is asked for in one question. */
    private static final int GATHERING_MILLIS = 200;

    private final Supplier<AssetCatalog> catalog;
    private final Supplier<Boolean> isRead;
    private final Asked asked;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Map<String, AssetCatalog.Entry> given = new ConcurrentHashMap<>();
    private final Rests rests = new Rests();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Job asking = Job.createSystem("Asking for assets", (ICoreRunnable) this::ask);

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
        this.catalog = catalog;
        this.isRead = isRead;
        this.asked = asked;
        asking.setPriority(Job.SHORT);
    }

    /** Somebody needs an asset that the catalog has not got. */
    void want(String id) {
        if (!id.isBlank() && id.length() <= LONGEST && wanted.size() < MOST) {
            wanted.add(id);
            asking.schedule(GATHERING_MILLIS);
        }
    }

    /** The packs have been read. */
    void look() {
        if (!wanted.isEmpty()) {
            asking.schedule(GATHERING_MILLIS);
        }
    }

    /** The realm is another one. */
    void turn() {
        asking.cancel();
        var before = List.copyOf(given.values());
        given.clear();
        // Who still needs one of these asks for it.
        before.forEach(catalog.get()::remove);
        again();
    }

    /** What nobody knew may be there by now. */
    void again() {
        rests.begin();
        rounds.incrementAndGet();
        var before = List.copyOf(unknown);
        unknown.clear();
        before.forEach(this::want);
        look();
    }

    private void ask(IProgressMonitor monitor) {
        if (!isRead.get()) {
            return;
        }
        wanted.removeIf(id -> catalog.get().find(id).isPresent());
        while (!wanted.isEmpty() && !monitor.isCanceled()) {
            int round = rounds.get();
            var some = wanted.stream().limit(DeployedAssets.MOST).toList();
            try {
                var found = asked.assets().find(some.stream().filter(asked::mayKnow).toList());
                if (monitor.isCanceled()) {
                    // It may be that of another realm by now.
                    return;
                }
                found.forEach(this::take);
                rests.begin();
            } catch (IOException away) {
                LOG.log(System.Logger.Level.DEBUG, "The realm does not answer", away);
                asking.schedule(rests.millis());
                rests.longer();
                return;
            }
            wanted.removeAll(given.keySet());
            // What was answered before somebody asked anew may be otherwise by now.
            if (rounds.get() == round) {
                some.stream().filter(id -> !given.containsKey(id)).forEach(this::miss);
                some.forEach(wanted::remove);
            }
        }
    }

    private void take(AssetCatalog.Entry entry) {
        if (given.size() < MOST) {
            given.put(entry.asset().id(), entry);
            catalog.get().offer(entry);
        }
    }

    private void miss(String id) {
        if (unknown.size() < MOST) {
            unknown.add(id);
        }
    }

    void close() {
        asking.cancel();
    }
}
