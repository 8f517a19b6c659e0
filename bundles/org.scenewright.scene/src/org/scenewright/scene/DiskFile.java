// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file with the memory of what it held when it was read or written here last; a missing file
 * holds nothing.
 *
 * <p>Confined to one thread. All methods throw {@link SceneFormatException} where the file cannot
 * be used.
 */
final class DiskFile {
    private final Path path;
    private final String shownName;
    private byte[] digest = digest(new byte[0]);

    DiskFile(Path path, String shownName) {
        this.path = path;
        this.shownName = shownName;
    }

    /** The path inside the project. */
    String shownName() {
        return shownName;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    /**
     * Reads the file, if it has no more bytes than a limit; what is too large is remembered all the
     * same.
     */
    byte[] read(int largest) {
        try {
            if (!Files.exists(path)) {
                return new byte[0];
            }
            require(Files.isRegularFile(path), shownName + " is no file.");
            digest = Files.size(path) > largest ? digestOnDisk() : digest;
            require(
                    Files.size(path) <= largest,
                    "The file is larger than the limit of " + (largest >> 20) + " MiB.");
            return content(largest);
        } catch (IOException failure) {
            throw SceneFormatException.of(shownName, failure);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new SceneFormatException(message, 0);
        }
    }

    /** The SHA-256 of what it held, in hexadecimal digits. */
    String fingerprint() {
        return HexFormat.of().formatHex(digest);
    }

    /** Refuses a file that links lead out of a folder. */
    void requireInside(Path folder) {
        try {
            var real = nearestExisting().toRealPath();
            require(
                    real.startsWith(folder.toRealPath()),
                    shownName + " leads out of the project and is not written.");
        } catch (IOException failure) {
            throw SceneFormatException.of(shownName, failure);
        }
    }

    private Path nearestExisting() {
        var place = path.toAbsolutePath();
        while (!Files.exists(place) && place.getNameCount() > 0) {
            place = place.resolveSibling("");
        }
        return place;
    }

    private byte[] content(int largest) throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(largest);
            digest = digest(content);
            return content;
        }
    }

    /** Whether the file has to be written to hold a content. */
    boolean differsFrom(byte[] content) {
        return !Arrays.equals(digest, digest(content));
    }

    /** Whether the file holds something else than it did; it is read anew, since times can lie. */
    boolean changedOnDisk() {
        try {
            return !Arrays.equals(digest, digestOnDisk());
        } catch (IOException failure) {
            throw SceneFormatException.of(shownName, failure);
        }
    }

    private byte[] digestOnDisk() throws IOException {
        // A pipe or a device in its place would keep the reader waiting for ever.
        require(!Files.exists(path) || Files.isRegularFile(path), shownName + " is no file.");
        var digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (NoSuchFileException missing) {
            return digest(new byte[0]);
        }
        return digest.digest();
    }

    private static byte[] digest(byte[] content) {
        return sha256().digest(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have it.
            throw new AssertionError(impossible);
        }
    }

    /** Replaces the content: whoever reads the file sees all of the old or all of the new one. */
    void write(byte[] content) {
        try {
            replace(content);
            digest = digest(content);
        } catch (IOException failure) {
            throw SceneFormatException.of(shownName, failure);
        }
    }

    private void replace(byte[] content) throws IOException {
        // A link stays one: what it points to is replaced.
        var target = Files.exists(path) ? path.toRealPath() : path;
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(shownName);
        }
        var folder = target.resolveSibling("");
        Files.createDirectories(folder);
        var draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(draft, content);
            copyPermissions(target, draft);
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path draft, byte[] content) throws IOException {
        try (var out =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onThisFileSystem) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
