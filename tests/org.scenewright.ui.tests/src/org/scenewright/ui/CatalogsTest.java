// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.content.ContentCache;
import org.scenewright.testing.LoopbackContent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class CatalogsTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private Path folder;
    private final AtomicReference<List<PackPlace>> places = new AtomicReference<>(List.of());
    private Catalogs catalogs;

    @BeforeEach
    void open() {
        var cache = new ContentCache(folder.resolve("cache"), ContentCache.USUAL_BOUND);
        var habits = new ServerHabits(ServerHabitsTest.saying(""));
        catalogs = new Catalogs(places::get, cache, habits);
    }

    @AfterEach
    void close() {
        catalogs.dispose();
    }

    @Test
    void readsAddressesAndReadsThemAgainWhenAsked() {
        try (var server = new LoopbackContent()) {
            server.put("/catalog.json", pack("Wood", "oak").getBytes(StandardCharsets.UTF_8));
            show(new PackPlace(server.address() + "/catalog.json", true));
            check("oak");
            server.put("/catalog.json", pack("Wood", "elm").getBytes(StandardCharsets.UTF_8));
            catalogs.refresh();
            check("oak");
            catalogs.reload();
            check("elm");
        }
    }

    @Test
    void aServerThatIsGoneIsSaidAndItsAssetsStay() {
        var server = new LoopbackContent();
        var place = new PackPlace(server.address() + "/catalog.json", true);
        server.put("/catalog.json", pack("Wood", "oak").getBytes(StandardCharsets.UTF_8));
        show(place);
        check("oak");
        server.close();
        catalogs.reload();
        await(now -> !now.stocks().getFirst().problems().isEmpty());
        check("oak");
    }

    @Test
    void aServerThatDidNotAnswerIsAskedAgainByItself() {
        try (var server = new LoopbackContent()) {
            show(new PackPlace(server.address() + "/catalog.json", true));
            await(now -> isUnanswered(now) && now.troubles().size() == 2);
            assertEquals("It is asked again by itself.", catalogs.holdings().troubles().getLast());
            server.put("/catalog.json", pack("Wood", "oak").getBytes(StandardCharsets.UTF_8));
            check("oak");
            assertEquals(List.of(), catalogs.holdings().troubles());
        }
    }

    @Test
    void aPageInPlaceOfACatalogIsNoAnswer() {
        try (var server = new LoopbackContent()) {
            server.put("/catalog.json", "<html>Log in</html>".getBytes(StandardCharsets.UTF_8));
            show(new PackPlace(server.address() + "/catalog.json", true));
            await(CatalogsTest::isUnanswered);
            server.put("/catalog.json", pack("Wood", "oak").getBytes(StandardCharsets.UTF_8));
            check("oak");
        }
    }

    private static boolean isUnanswered(Catalogs.Holdings now) {
        return now.isComplete() && now.stocks().stream().anyMatch(CatalogStock::isUnanswered);
    }

    @Test
    void aServerThatMayHaveGotWhatIsMissingIsAskedWhetherItHas() {
        try (var server = new LoopbackContent()) {
            server.put("/catalog.json", pack("Wood", "oak").getBytes(StandardCharsets.UTF_8));
            show(new PackPlace(server.address() + "/catalog.json", true));
            check("oak");
            server.put("/catalog.json", pack("Wood", "elm").getBytes(StandardCharsets.UTF_8));
            catalogs.catalog().find("elm");
            check("elm");
            catalogs.catalog().find("ash");
            assertEquals(List.of("GET /catalog.json", "GET /catalog.json"), server.asked());
        }
    }

    @Test
    void readsFoldersAndZips() throws IOException {
        write("wood", pack("Wood", "oak", "pine"));
        zip("stone.zip", pack("Stone", "rock"));
        show(enabled("wood"), enabled("stone.zip"));
        check("oak pine rock");
    }

    @Test
    void seesWhenAPackIsWrittenAnew() throws IOException {
        write("wood", pack("Wood", "oak"));
        show(enabled("wood"));
        check("oak");
        write("wood", pack("Wood", "oak", "willow"));
        check("oak willow");
    }

    @Test
    void seesWhenAPackComesAndGoes() throws IOException {
        show(enabled("wood"));
        write("wood", pack("Wood", "oak"));
        check("oak");
        Files.delete(folder.resolve("wood/catalog.json"));
        check("");
    }

    @Test
    void hasOnlyWhatIsEnabled() throws IOException {
        write("wood", pack("Wood", "oak"));
        show(enabled("wood"));
        check("oak");
        show(enabled("wood").enabled(false));
        check("");
        show(enabled("wood"));
        check("oak");
    }

    @Test
    void ofTwoWithOneIdTheFirstCountsWhileItIsThere() throws IOException {
        write("first", pack("First", "oak"));
        write("second", pack("Second", "oak", "pine"));
        show(enabled("first"), enabled("second"));
        check("oak pine");
        assertEquals("First", packOf("oak"));
        show(enabled("second"));
        await(now -> packOf("oak").equals("Second"));
    }

    @Test
    void tellsOnlyOfWhatHasChanged() throws IOException {
        write("wood", pack("Wood", "oak", "pine"));
        show(enabled("wood"));
        check("oak pine");
        var told = new StringBuffer();
        catalogs.catalog().onChanged(told::append);
        write("wood", pack("Wood", "oak", "willow"));
        check("oak willow");
        assertEquals("pinewillow", told.toString());
    }

    @Test
    void saysWhatIsWrongBesideThePlace() throws IOException {
        write("wood", "{\"assetPacks\": 5}");
        show(enabled("wood"), enabled("nowhere.zip"), new PackPlace("wood", true));
        await(now -> now.isComplete() && now.stocks().size() == 3);
        var stocks = catalogs.holdings().stocks();
        assertTrue(stocks.get(0).problems().getFirst().contains("catalog.json"));
        assertTrue(stocks.get(1).problems().getFirst().contains("nowhere.zip"));
        assertEquals(
                List.of("wood is neither a folder nor a file nor an address."),
                stocks.get(2).problems());
    }

    private void check(String ids) {
        await(now -> now.isComplete() && ids().equals(ids));
        assertEquals(ids, ids());
    }

    private String ids() {
        var ids =
                catalogs.catalog().entries().stream()
                        .map(entry -> entry.asset().id())
                        .sorted()
                        .toList();
        return String.join(" ", ids);
    }

    private String packOf(String id) {
        return catalogs.catalog().find(id).map(entry -> entry.asset().pack()).orElse("");
    }

    private void await(Predicate<Catalogs.Holdings> condition) {
        var met = new CompletableFuture<Boolean>();
        try (var listening =
                catalogs.onChanged(
                        () -> {
                            if (condition.test(catalogs.holdings())) {
                                met.complete(true);
                            }
                        })) {
            if (!condition.test(catalogs.holdings())) {
                met.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            }
        }
    }

    private void show(PackPlace... wanted) {
        places.set(List.of(wanted));
        catalogs.refresh();
    }

    private PackPlace enabled(String name) {
        return new PackPlace(folder.resolve(name).toString(), true);
    }

    private void write(String name, String catalog) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("catalog.json"), catalog);
    }

    private void zip(String name, String catalog) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.putNextEntry(new ZipEntry("catalog.json"));
            out.write(catalog.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String pack(String name, String... ids) {
        var assets =
                List.of(ids).stream()
                        .map(id -> "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, id))
                        .toList();
        return "{\"assetPacks\": [{\"id\": \"%s\", \"name\": \"%s\", \"assets\": [%s]}]}"
                .formatted(name, name, String.join(",", assets));
    }
}
