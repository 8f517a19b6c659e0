// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ContentCacheTest {
    private static final String BASE = "https://a.example/contents/";
    private static final byte[] BYTES = ContentProofTest.bytes("model");
    private static final AssetHash HASH = Cid.of(BYTES);
    private static final AssetHash OLD = new AssetHash("QmOld/../x");

    @TempDir Path disk;
    private ContentCache cache;

    @BeforeEach
    void open() {
        cache = new ContentCache(disk.resolve("cache"), 1 << 20);
    }

    @Test
    void keepsWhatWasFetched() throws IOException {
        cache.keep(BASE, HASH, BYTES);
        assertArrayEquals(BYTES, found(cache, BASE, HASH));
        assertArrayEquals(BYTES, found(cache, "https://b.example/", HASH));
    }

    @Test
    void keepsApartWhatOneNameMeansOnTwoServers() throws IOException {
        cache.keep(BASE, OLD, BYTES);
        assertArrayEquals(BYTES, found(cache, BASE, OLD));
        assertEquals(Optional.empty(), cache.find("https://b.example/", OLD, 100));
    }

    @Test
    void keepsNothingOfAPreviewServer() throws IOException {
        var named = new AssetHash("b64-L2hvbWUvYS5nbGI=");
        cache.keep(BASE, named, BYTES);
        assertEquals(Optional.empty(), cache.find(BASE, named, Long.MAX_VALUE));
        assertFalse(cache.holds(BASE, named));
    }

    @Test
    void dropsWhatIsDamaged() throws IOException {
        for (var hash : List.of(HASH, OLD)) {
            cache.keep(BASE, hash, BYTES);
            var file = files().getFirst();
            byte[] damaged = Files.readAllBytes(file);
            damaged[damaged.length - 1] ^= 1;
            Files.write(file, damaged);
            assertEquals(Optional.empty(), cache.find(BASE, hash, 100));
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void dropsWhatIsCutOff() throws IOException {
        for (var hash : List.of(HASH, OLD)) {
            cache.keep(BASE, hash, BYTES);
            Files.write(files().getFirst(), new byte[0]);
            assertEquals(Optional.empty(), cache.find(BASE, hash, 100));
            assertEquals(List.of(), files());
        }
    }

    @Test
    void refusesMoreBytesThanWanted() {
        cache.keep(BASE, HASH, BYTES);
        cache.keep(BASE, OLD, BYTES);
        assertThrows(TooLargeException.class, () -> cache.find(BASE, HASH, 4));
        assertThrows(TooLargeException.class, () -> cache.find(BASE, OLD, 4));
    }

    @Test
    void staysWithinItsBoundAndKeepsWhatWasUsedLast() throws IOException {
        byte[] used = new byte[1000];
        var usedHash = Cid.of(used);
        cache.keep(BASE, usedHash, used);
        for (int i = 1; i < 1800; i++) {
            byte[] bytes = new byte[1000];
            bytes[0] = (byte) i;
            bytes[1] = (byte) (i >> 8);
            cache.keep(BASE, Cid.of(bytes), bytes);
            var old = FileTime.from(Instant.ofEpochSecond(1_000_000 + i));
            Files.setLastModifiedTime(only(Cid.of(bytes)), old);
            if (i % 50 == 0) {
                Files.setLastModifiedTime(only(usedHash), old);
                assertArrayEquals(used, found(cache, BASE, usedHash));
            }
        }
        long bytes = 0;
        for (var file : files()) {
            bytes += Files.size(file);
        }
        assertTrue(bytes <= (1 << 20) * 9L / 8 && bytes > 1 << 19, "holds " + bytes);
    }

    @Test
    void forgetsWhatADeadProcessHasLeft() throws IOException {
        Files.createDirectories(disk.resolve("cache"));
        var dead = Files.createFile(disk.resolve("cache/part-1"));
        var alive = Files.createFile(disk.resolve("cache/part-2"));
        Files.setLastModifiedTime(dead, FileTime.from(Instant.EPOCH));
        cache.keep(BASE, HASH, BYTES);
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(alive));
    }

    @Test
    void goesOnWhereItCannotWrite() throws IOException {
        var file = Files.createFile(disk.resolve("file"));
        var unwritable = new ContentCache(file.resolve("below"), 1000);
        unwritable.keep(BASE, HASH, BYTES);
        assertEquals(Optional.empty(), unwritable.find(BASE, HASH, 100));
    }

    @Test
    void fetchesOnceAndAgainWhereItIsDamaged() throws IOException {
        var store = new CountingStore();
        var cached = new CachedContent(store, cache);
        store.put(BYTES);
        cached.fetch(HASH);
        cached.fetch(HASH);
        assertArrayEquals(BYTES, cached.bytes(HASH, 100));
        assertEquals(1, store.asked.get());
        Files.write(files().getFirst(), new byte[5]);
        assertArrayEquals(BYTES, cached.bytes(HASH, 100));
        assertEquals(2, store.asked.get());
    }

    @Test
    void fetchesOnceForManyAtOnce() throws IOException {
        var store = new CountingStore();
        var cached = new CachedContent(store, cache);
        store.put(BYTES);
        IntStream.range(0, 50).parallel().forEach(i -> store.checked(() -> cached.fetch(HASH)));
        assertEquals(1, store.asked.get());
    }

    @Test
    void keepsNothingThatIsWrong() {
        var store = new CountingStore();
        store.files.put(HASH, new byte[3]);
        var cached = new CachedContent(store, cache);
        assertThrows(IOException.class, () -> cached.bytes(HASH, 100));
        assertFalse(cache.holds(BASE, HASH));
    }

    /** Two processes write, read and sweep one small cache; nobody gets a wrong byte. */
    @Test
    @Timeout(120)
    void isSafeForTwoProcessesAtOnce() throws Exception {
        var folder = disk.resolve("shared").toString();
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CacheStress.classPath(),
                        CacheStress.class.getName(),
                        folder);
        var other = new ProcessBuilder(command).redirectErrorStream(true).start();
        int good = CacheStress.run(Path.of(folder), 1);
        var said = new String(other.getInputStream().readAllBytes()).strip();
        assertEquals(0, other.waitFor(), said);
        assertTrue(good > 100, "here only " + good);
        assertTrue(said.matches("good \\d{3,}"), said);
    }

    private static byte[] found(ContentCache cache, String base, AssetHash hash)
            throws IOException {
        return cache.find(base, hash, 10_000).orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(disk.resolve("cache"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path only(AssetHash hash) {
        String text = hash.text();
        return disk.resolve("cache").resolve(text.substring(text.length() - 2)).resolve(text);
    }

    /** A store in memory that counts. */
    static final class CountingStore implements ContentStore {
        final Map<AssetHash, byte[]> files = new ConcurrentHashMap<>();
        final AtomicInteger asked = new AtomicInteger();

        /** What may not fail. */
        interface Step {
            void run() throws IOException;
        }

        void put(byte[] bytes) {
            files.put(Cid.of(bytes), bytes);
        }

        void checked(Step step) {
            try {
                step.run();
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }

        @Override
        public String base() {
            return BASE;
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            asked.incrementAndGet();
            return Optional.ofNullable(files.get(hash))
                    .orElseThrow(() -> new IOException("There is no " + hash + "."));
        }
    }
}
