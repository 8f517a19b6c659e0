// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetPack;
import org.scenewright.content.CatalogSearch;
import org.scenewright.content.ContentCache;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.Downloads;
import org.scenewright.runtime.Registration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The assets that all scenes of a workbench can be built from: those of the packs that the product
 * ships and of the places that people have added. They are read in the background, from the first
 * sign that somebody needs them, and again when a place changes.
 *
 * <p>Any thread; no call waits.
 */
public final class Catalogs implements IDisposable {
    private final AssetCatalog catalog = new AssetCatalog(this::lack);
    private final Supplier<List<PackPlace>> places;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Path> customs = new CopyOnWriteArrayList<>();
    private final Downloads downloads = new Downloads();
    private final CatalogStocking stocking;
    private final CatalogAgain again;
    private final CatalogInquiry inquiry;
    private final Registration switched;
    private final Job reading = Job.create("Reading asset packs", (ICoreRunnable) job -> read());
    private final DiskPoll<List<String>> poll;
    private final AtomicBoolean isForced = new AtomicBoolean();
    private volatile boolean closed;
    private volatile Holdings holdings = new Holdings(List.of(), CatalogSearch.EMPTY, false);

    /**
     * What there is by now; immutable.
     *
     * @param stocks place by place, the shipped ones first
     * @param search finds what the catalog has
     * @param isComplete whether every place has been read
     */
    record Holdings(List<CatalogStock> stocks, CatalogSearch search, boolean isComplete) {
        Holdings {
            stocks = List.copyOf(stocks);
        }

        Stream<AssetPack> packs() {
            return stocks.stream().flatMap(stock -> stock.packs().stream());
        }

        /** What is to be told without being asked for. */
        List<String> troubles() {
            return stocks.stream().flatMap(stock -> stock.troubles().stream()).toList();
        }
    }

    /** Those of the preferences, behind the shipped ones. */
    public Catalogs() {
        this(
                () -> withShipped(PackHabits.ofWorkspace().places()),
                ContentCache.ofUser(),
                ServerHabits.ofWorkspace());
    }

    /**
     * @param places of what is to be in the catalog; asked on any thread
     * @param cache keeps what servers have sent
     * @param habits know the realm, which is asked for assets that no pack has
     */
    Catalogs(Supplier<List<PackPlace>> places, ContentCache cache, ServerHabits habits) {
        this.places = places;
        stocking = new CatalogStocking(downloads, cache);
        again = new CatalogAgain(stocking::again, () -> holdings().stocks(), this::refresh);
        var asked = new CatalogInquiry.Asked(habits::realm, downloads, cache);
        inquiry = new CatalogInquiry(this::catalog, () -> holdings().isComplete(), asked);
        switched = habits.onRealm(inquiry::turn);
        poll = new DiskPoll<>(this::versions, versions -> refresh());
        poll.schedule(DiskPoll.MILLIS);
        reading.setPriority(Job.LONG);
        refresh();
    }

    private static List<PackPlace> withShipped(List<PackPlace> added) {
        return Stream.concat(ShippedPack.place().stream(), added.stream()).toList();
    }

    /** What fields are bound to; what is read later comes to it later. */
    public AssetCatalog catalog() {
        return catalog;
    }

    Holdings holdings() {
        return holdings;
    }

    /** Calls a listener, on a thread of the background, whenever there are other holdings. */
    Registration onChanged(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * The items that people make in a project belong to the catalog until the registration is
     * closed; several scenes of one project may ask for that.
     */
    Registration join(Path project) {
        var items = project.resolve(CustomFolder.NAME);
        customs.add(items);
        refresh();
        return () -> {
            customs.remove(items);
            refresh();
        };
    }

    /** What a place holds that need not be one of ours; for a thread that may wait. */
    CatalogStock glance(PackPlace place) {
        var stock = stocking.look(place, CatalogStock.unwanted(place));
        stock.close();
        return stock;
    }

    private List<PackPlace> wanted() {
        var own = customs.stream().distinct().map(items -> new PackPlace(items.toString(), true));
        return Stream.concat(places.get().stream(), own).toList();
    }

    /** Somebody needs what is not there, or not yet. */
    private boolean lack(String id) {
        if (holdings.isComplete()) {
            again.lack();
        }
        return inquiry.want(id);
    }

    /** Looks at all places again, because somebody has changed which there are. */
    void refresh() {
        if (!closed) {
            reading.schedule();
        }
    }

    /** Reads all places again, although nothing tells that they have changed. */
    void reload() {
        again.soon();
        inquiry.again();
        isForced.set(true);
        refresh();
    }

    /** Those of what was read, too: what came and went between two looks is seen by that. */
    private List<String> versions() {
        return Stream.concat(
                        wanted().stream().map(CatalogStocking::version),
                        holdings.stocks().stream().map(CatalogStock::version))
                .toList();
    }

    /** One job at a time, so that one place after the other is what others see. */
    private void read() {
        if (closed) {
            return;
        }
        boolean isAnew = isForced.getAndSet(false);
        var before = holdings.stocks();
        var stocks = new ArrayList<CatalogStock>();
        for (var place : wanted()) {
            var known = again.answer(place).orElseGet(() -> known(before, place));
            stocks.add(stocking.look(place, isAnew ? known.at("read again") : known));
            if (!holdings.isComplete()) {
                take(stocks, before, false);
            }
        }
        take(stocks, before, true);
        before.stream().filter(old -> isGone(old, stocks)).forEach(CatalogStock::close);
        again.look();
        inquiry.look();
        if (closed) {
            stocks.forEach(CatalogStock::close);
        }
    }

    private static CatalogStock known(List<CatalogStock> stocks, PackPlace place) {
        return stocks.stream()
                .filter(stock -> stock.place().text().equals(place.text()))
                .findFirst()
                .orElseGet(() -> CatalogStock.unwanted(place));
    }

    private static boolean isGone(CatalogStock old, List<CatalogStock> stocks) {
        return stocks.stream().noneMatch(stock -> stock.source().equals(old.source()));
    }

    /** Changes the catalog asset by asset; of two with the same id the first one counts. */
    private void take(List<CatalogStock> stocks, List<CatalogStock> before, boolean isComplete) {
        var wanted = new LinkedHashMap<String, AssetCatalog.Entry>();
        stocks.forEach(stock -> stock.entries().forEach(wanted::putIfAbsent));
        var gone = new HashSet<String>();
        before.forEach(stock -> gone.addAll(stock.entries().keySet()));
        gone.removeAll(wanted.keySet());
        gone.forEach(catalog::remove);
        wanted.values().forEach(catalog::put);
        var assets = wanted.values().stream().map(AssetCatalog.Entry::asset).toList();
        holdings = new Holdings(stocks, new CatalogSearch(assets), isComplete);
        listeners.forEach(Runnable::run);
    }

    @Override
    public void dispose() {
        closed = true;
        poll.close();
        reading.cancel();
        again.close();
        switched.close();
        inquiry.close();
        downloads.close();
        listeners.clear();
        holdings.stocks().forEach(CatalogStock::close);
    }
}
