// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogFile;
import org.scenewright.content.CatalogSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

@Timeout(60)
class CatalogAgainTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final PackPlace OAK = new PackPlace("https://oak.example.org", true);
    private static final PackPlace ELM = new PackPlace("https://elm.example.org", true);

    private final AtomicReference<List<CatalogStock>> stocks =
            new AtomicReference<>(List.of(stock(OAK, true), stock(ELM, true)));
    private final AtomicReference<Runnable> whileAsked = new AtomicReference<>(() -> {});
    private final List<String> answering = new CopyOnWriteArrayList<>(List.of(OAK.text()));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private final CatalogAgain again = new CatalogAgain(this::ask, stocks::get, news::release);

    @AfterEach
    void close() {
        again.close();
    }

    private CatalogStock ask(CatalogStock before) {
        asked.add(before.place().text());
        whileAsked.getAndSet(() -> {}).run();
        return stock(before.place(), !answering.contains(before.place().text()));
    }

    private CatalogStock stock(PackPlace place, boolean isUnanswered) {
        return new CatalogStock(
                place,
                Optional.of(new Source(place.text())),
                "",
                List.of(),
                Map.of(),
                List.of(),
                isUnanswered);
    }

    private final class Source implements CatalogSource {
        private final String name;

        Source(String name) {
            this.name = name;
        }

        @Override
        public String base() {
            return name;
        }

        @Override
        public CatalogFile catalog() throws IOException {
            throw new IOException("It is not asked here.");
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            throw new IOException("It has nothing.");
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    private void until(int state) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (again.state() != state) {
            assertTrue(System.nanoTime() < end, "the job is in another state");
            Thread.yield();
        }
    }

    @Test
    void whoAnswersIsToldOnceAndTheOthersAreAskedAgain() throws InterruptedException {
        again.lack();
        news.acquire();
        until(Job.SLEEPING);
        assertEquals(List.of(OAK.text(), ELM.text()), asked);
        assertTrue(again.answer(OAK).isPresent());
        assertTrue(again.answer(OAK).isEmpty());
        assertTrue(again.answer(ELM).isEmpty());
    }

    @Test
    void onceItIsClosedNobodyIsAskedAnyMore() {
        answering.clear();
        whileAsked.set(again::close);
        again.lack();
        until(Job.NONE);
        assertEquals(List.of(OAK.text()), asked);
    }

    @Test
    void onceItIsClosedNothingBeginsThatIsAskedForThen() {
        again.close();
        again.lack();
        again.look();
        assertEquals(Job.NONE, again.state());
    }

    @Test
    void whatComesAfterItIsClosedIsClosedToo() {
        whileAsked.set(again::close);
        again.lack();
        until(Job.NONE);
        assertEquals(List.of(OAK.text()), closed);
        assertEquals(0, news.availablePermits());
    }

    @Test
    void whatHasBeenAnsweredIsToldAlsoWhereTheRestIsBrokenOff() throws InterruptedException {
        whileAsked.set(again::soon);
        again.lack();
        news.acquire();
        assertEquals(List.of(OAK.text()), asked);
        assertTrue(again.answer(OAK).isPresent());
    }

    @Test
    void answersOfPlacesThatNobodyWantsAnyMoreAreClosed() throws InterruptedException {
        again.lack();
        news.acquire();
        stocks.set(List.of(stock(ELM, true)));
        again.look();
        assertEquals(List.of(OAK.text()), closed);
        assertTrue(again.answer(OAK).isEmpty());
    }
}
