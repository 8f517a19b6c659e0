// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder that keeps what was fetched, for all workspaces and for any number of processes at once:
 * files appear whole and under their final name, and never change. What comes out is held against
 * its hash each time; damaged files are dropped. Where it grows beyond its bound, what was not used
 * for longest goes. Any thread; it blocks on the disk.
 */
public final class ContentCache {
    /** The usual bound in bytes. */
    public static final long USUAL_BOUND = 4L << 30;

    private static final System.Logger LOG = System.getLogger(ContentCache.class.getName());
    private static final String PREVIEW = "b64-";
    private static final int SUM = 32;

    /** Noting each use would cost a write each; this is near enough to know what goes first. */
    private static final long USE_MILLIS = 60_000;

    private final Path folder;
    private final long bound;

    /** What has been added by this process since it last looked, or more than any bound. */
    private final AtomicLong unseen = new AtomicLong(Long.MAX_VALUE / 2);

    /**
     * @param folder is made when there is something to keep
     * @param bound bytes of all files, as far as possible
     */
    public ContentCache(Path folder, long bound) {
        this.folder = folder;
        this.bound = bound;
    }

    /**
     * The cache of this machine's user: below {@code scenewright.cache} where that property is set,
     * else where the system wants caches ({@code XDG_CACHE_HOME}), else in the home directory;
     * {@code scenewright.cache.bytes} sets its bound.
     */
    public static ContentCache ofUser() {
        return new ContentCache(
                home().resolve("content"), Long.getLong("scenewright.cache.bytes", USUAL_BOUND));
    }

    private static Path home() {
        String system = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        String home = System.getProperty("user.home", "");
        // The specification says that a relative one is to be ignored.
        var caches =
                system.isEmpty() || !Path.of(system).isAbsolute()
                        ? Path.of(home, ".cache")
                        : Path.of(system);
        String usual = caches.resolve("scenewright").toString();
        return Path.of(System.getProperty("scenewright.cache", usual));
    }

    /**
     * What is kept under a hash.
     *
     * @param base where it came from, which tells unprovable hashes of several servers apart
     * @param most more bytes than these are refused before they are read
     * @throws TooLargeException where there are more
     */
    public Optional<byte[]> find(String base, AssetHash hash, long most) throws TooLargeException {
        return hash.isProvable()
                ? read(file(hash.text()), most).filter(bytes -> isProof(hash, bytes))
                : document(base + " " + hash, most);
    }

    /** Whether something is kept under a hash, damaged or not. */
    public boolean holds(String base, AssetHash hash) {
        String name = hash.isProvable() ? hash.text() : name(base + " " + hash);
        return Files.isRegularFile(file(name));
    }

    /**
     * Keeps bytes that somebody has held against their hash; not those of a preview server, whose
     * names say where a file lies and not what is in it.
     */
    public void keep(String base, AssetHash hash, byte[] bytes) {
        if (hash.text().startsWith(PREVIEW)) {
            return;
        }
        if (hash.isProvable()) {
            write(file(hash.text()), new byte[0], bytes);
        } else {
            keepDocument(base + " " + hash, bytes);
        }
    }

    /** What was kept under a name that proves nothing; its own sum tells damage. */
    Optional<byte[]> document(String name, long most) throws TooLargeException {
        var path = file(name(name));
        return read(path, Math.min(most, Long.MAX_VALUE - SUM) + SUM)
                .flatMap(
                        kept -> {
                            int length = Math.max(0, kept.length - SUM);
                            byte[] bytes = new byte[length];
                            System.arraycopy(kept, kept.length - length, bytes, 0, length);
                            byte[] sum = Arrays.copyOf(kept, SUM);
                            return Arrays.equals(sum, Sha256.of(bytes))
                                    ? Optional.of(bytes)
                                    : drop(path);
                        });
    }

    /** Keeps bytes under a name, in place of what was kept under it. */
    void keepDocument(String name, byte[] bytes) {
        write(file(name(name)), Sha256.of(bytes), bytes);
    }

    private boolean isProof(AssetHash hash, byte[] bytes) {
        boolean isProof = Cid.proves(hash, bytes);
        if (!isProof) {
            drop(file(hash.text()));
        }
        return isProof;
    }

    private static String name(String text) {
        return "x" + HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** In one of many folders, as some systems are slow with large ones. */
    private Path file(String name) {
        return folder.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private Optional<byte[]> read(Path file, long most) throws TooLargeException {
        try {
            byte[] bytes = new ProjectFile(file).bytes(most);
            touch(file);
            return Optional.of(bytes);
        } catch (TooLargeException tooLarge) {
            throw tooLarge;
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "Not read: " + file, unreadable);
            return Optional.empty();
        }
    }

    /** What cannot be noted, as nobody may write there, has been read all the same. */
    private static void touch(Path file) {
        var now = Instant.now();
        try {
            if (Files.getLastModifiedTime(file).toInstant().plusMillis(USE_MILLIS).isBefore(now)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException unnoted) {
            LOG.log(System.Logger.Level.DEBUG, "Its use is not noted: " + file, unnoted);
        }
    }

    private Optional<byte[]> drop(Path file) {
        try {
            Files.deleteIfExists(file);
            LOG.log(System.Logger.Level.INFO, "Damaged and dropped: {0}", file);
        } catch (IOException kept) {
            LOG.log(System.Logger.Level.WARNING, "Damaged, and it cannot be dropped", kept);
        }
        return Optional.empty();
    }

    /** A disk that is full or may not be written to costs speed, and nothing else. */
    private void write(Path file, byte[] head, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            var part = Files.createTempFile(folder, CacheSweep.PART, "");
            try {
                try (var out = Files.newOutputStream(part)) {
                    out.write(head);
                    out.write(bytes);
                }
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
            grown(head.length + bytes.length);
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "Not kept: {0}", unwritable.toString());
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException impossible) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Others may add as much meanwhile, so that it is looked at well before the bound. */
    private void grown(long bytes) throws IOException {
        if (unseen.addAndGet(bytes) > bound / 8) {
            unseen.set(0);
            new CacheSweep(folder, bound).run();
        }
    }
}
