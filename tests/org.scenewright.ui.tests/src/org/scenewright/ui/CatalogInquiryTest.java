// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentServer;
import org.scenewright.content.Downloads;
import org.scenewright.testing.LoopbackContent;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

class CatalogInquiryTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private Path folder;
    private final Downloads downloads = new Downloads();
    private final LoopbackContent server = new LoopbackContent();
    private final AtomicReference<String> realm = new AtomicReference<>(server.address());
    private final AtomicBoolean isRead = new AtomicBoolean(true);
    private final CompletableFuture<Boolean> looked = new CompletableFuture<>();
    private final CompletableFuture<String> asked = new CompletableFuture<>();
    private final AtomicReference<Runnable> whileAsked = new AtomicReference<>(() -> {});
    private Rests rests = new Rests();
    private final AtomicReference<CatalogInquiry> inquiry = new AtomicReference<>();
    private final AssetCatalog catalog = new AssetCatalog(id -> inquiry().want(id));

    private CatalogInquiry inquiry() {
        return inquiry.updateAndGet(one -> one == null ? begun() : one);
    }

    private CatalogInquiry begun() {
        var cache = new ContentCache(folder.resolve("cache"), ContentCache.USUAL_BOUND);
        var whom = new CatalogInquiry.Asked(this::realm, downloads, cache);
        return new CatalogInquiry(() -> catalog, this::isRead, whom, rests);
    }

    private String realm() {
        String now = realm.get();
        asked.complete(now);
        whileAsked.getAndSet(() -> {}).run();
        return now;
    }

    private boolean isRead() {
        boolean now = isRead.get();
        looked.complete(now);
        return now;
    }

    @AfterEach
    void close() {
        inquiry().close();
        downloads.close();
        server.close();
    }

    private static LoopbackContent deployed(LoopbackContent at, String id, String hash) {
        var entity =
                "{\"id\":\"e\",\"pointers\":[\"%s\"],\"content\":[{\"file\":\"a.glb\",\"hash\":\"%s\"}]}";
        return at.deploy(id, entity.formatted(id, hash));
    }

    /** Waits until the hash of the model of an asset is this one; none where it is to go. */
    private void check(String id, String hash) {
        var met = new CompletableFuture<Boolean>();
        try (var listening =
                catalog.onChanged(
                        changed -> {
                            if (hash(id).equals(hash)) {
                                met.complete(true);
                            }
                        })) {
            if (!hash(id).equals(hash)) {
                met.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            }
        }
        assertEquals(hash, hash(id));
    }

    private String hash(String id) {
        return catalog.find(id)
                .flatMap(entry -> entry.asset().contents().values().stream().findFirst())
                .map(Object::toString)
                .orElse("");
    }

    @Test
    void whatNoPackHasComesFromTheRealm() {
        deployed(server, "urn:hat", "red");
        check("urn:hat", "red");
        assertEquals(List.of("POST /entities/active"), server.asked());
    }

    @Test
    void anotherRealmIsAskedForWhatItHas() {
        deployed(server, "urn:hat", "red");
        check("urn:hat", "red");
        try (var other = deployed(new LoopbackContent(), "urn:hat", "blue")) {
            realm.set(other.address());
            inquiry().turn();
            check("urn:hat", "blue");
        }
    }

    @Test
    void whatNobodyKnewIsAskedForAgainWhenSomebodyWantsIt() {
        catalog.find("urn:hat");
        deployed(server, "urn:shoe", "green");
        check("urn:shoe", "green");
        deployed(server, "urn:hat", "red");
        inquiry().again();
        check("urn:hat", "red");
    }

    @Test
    void aRealmThatCannotBeAskedIsAskedAgainByItself() {
        realm.set("nowhere");
        deployed(server, "urn:hat", "red");
        catalog.find("urn:hat");
        assertEquals("nowhere", asked.join());
        realm.set(server.address());
        check("urn:hat", "red");
    }

    /** A realm that does not answer, and is left alone for an hour then. */
    private void away() {
        rests = new Rests(TimeUnit.HOURS.toMillis(1));
        realm.set("nowhere");
        deployed(server, "urn:hat", "red");
    }

    private static void until(String sentence, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, sentence);
            Thread.yield();
        }
    }

    @Test
    void whoAsksAgainDoesNotWaitUntilTheRealmHasBeenLeftAloneForLong() {
        away();
        catalog.find("urn:hat");
        assertEquals("nowhere", asked.join());
        until("the job sleeps", () -> inquiry().state() == Job.SLEEPING);
        realm.set(server.address());
        inquiry().again();
        check("urn:hat", "red");
    }

    @Test
    void anotherRealmIsNotLeftAloneBecauseTheFormerOneDidNotAnswer() {
        away();
        whileAsked.set(
                () -> {
                    realm.set(server.address());
                    inquiry().turn();
                });
        catalog.find("urn:hat");
        check("urn:hat", "red");
    }

    @Test
    void whatTheFormerRealmHasDoesNotStayThatIsJustArriving() {
        deployed(server, "urn:hat", "red");
        deployed(server, "urn:shoe", "green");
        try (var other = deployed(new LoopbackContent(), "urn:hat", "blue");
                var turning = catalog.onChanged(id -> turn(other.address()))) {
            catalog.find("urn:hat");
            catalog.find("urn:shoe");
            check("urn:hat", "blue");
            assertEquals("", hash("urn:shoe"));
        }
    }

    private void turn(String address) {
        if (!realm.getAndSet(address).equals(address)) {
            inquiry().turn();
        }
    }

    @Test
    void whatIsTooMuchAtOnceMayBeAskedForLater() {
        isRead.set(false);
        for (int i = 0; i < CatalogInquiry.MOST; i++) {
            catalog.find("id" + i);
        }
        catalog.find("urn:hat");
        deployed(server, "urn:hat", "red");
        isRead.set(true);
        inquiry().look();
        // It is asked for once there is room, as somebody needs it again.
        until("it comes", () -> hash("urn:hat").equals("red"));
    }

    @Test
    void onceItIsClosedNobodyIsAskedAnyMore() {
        away();
        whileAsked.set(() -> inquiry().close());
        catalog.find("urn:hat");
        assertEquals("nowhere", asked.join());
        until("the job has ended", () -> inquiry().state() == Job.NONE);
    }

    @Test
    void nobodyIsAskedBeforeThePacksAreRead() {
        isRead.set(false);
        catalog.find("urn:hat");
        assertEquals(false, looked.join());
        deployed(server, "urn:hat", "red");
        isRead.set(true);
        inquiry().look();
        check("urn:hat", "red");
    }

    @Test
    void theServerOfEverybodyIsNotAskedForIdsOfPacks() {
        var everybodys =
                new CatalogInquiry.Asked(
                        () -> ContentServer.USUAL,
                        downloads,
                        new ContentCache(folder, ContentCache.USUAL_BOUND));
        assertEquals(false, everybodys.mayKnow("2ee13a8b-7ba4-4a4b-a9c6-8c5a3e4c9b06"));
        assertTrue(everybodys.mayKnow("urn:decentraland:matic:collections-v2:0x1:0"));
    }

    @Test
    void manyAreAskedForInFewQuestions() {
        deployed(server, "z", "red");
        Collections.nCopies(250, "id").forEach(new Numbered()::want);
        check("z", "red");
        assertTrue(server.asked().size() <= 4, server.asked()::toString);
    }

    private final class Numbered {
        private int next;

        void want(String id) {
            catalog.find(id + next++);
        }
    }
}
