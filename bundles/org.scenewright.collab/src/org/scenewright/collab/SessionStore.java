// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder of one person's part in one session with one scene, for what has to outlast the
 * process: each file is written as a whole, and one that is damaged is set aside. Whoever calls it
 * waits for the disk.
 */
final class SessionStore {
    /** The most bytes that a file here may have. */
    static final int LARGEST = 128 << 20;

    private static final System.Logger LOG = System.getLogger(SessionStore.class.getName());
    private static final byte[] MAGIC =
            "scenewright session 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 64;
    private static final String DAMAGED = ".damaged";

    private final Path all;
    private final Path folder;
    private final byte[] owner;

    /** What a file is about. */
    enum Part {
        /** What nobody is known to have of what was written here; not there where that is none. */
        EDITS,
        /** What the scene keeps. */
        SCENE,
        /** The session itself, for who comes back and finds nobody. */
        COPY;

        private String file() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param all the folder of all sessions
     * @param link the session
     * @param me the address of the person
     * @param scene the composite of the scene
     */
    SessionStore(Path all, SessionLink link, String me, Path scene) {
        this.all = all;
        String whose = me + "\n" + scene.toAbsolutePath().normalize();
        var name = UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8));
        this.folder = all.resolve(link.session() + "-" + name);
        this.owner = new Output().text(link.session()).address(me).toBytes();
    }

    Path folder() {
        return folder;
    }

    /**
     * Reads a file; nothing where there is none.
     *
     * @throws IOException when it is none of ours or damaged, and was set aside, or when it cannot
     *     be read now, and stays; the message is a sentence for people
     */
    Optional<byte[]> read(Part part) throws IOException {
        var file = folder.resolve(part.file());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // No reason to set it aside: whoever locks it now may not do so later.
        var bytes = bytes(file);
        try {
            return Optional.of(content(bytes));
        } catch (IOException unfit) {
            setAside(part);
            throw new IOException(
                    "What was kept of this session cannot be used, as %s; it is set aside in %s."
                            .formatted(unfit.getMessage(), folder),
                    unfit);
        }
    }

    /** The bytes of a file, as many as one may have and one more. */
    private byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException locked) {
            throw new IOException(
                    "What was kept of this session cannot be read now; it stays in %s."
                            .formatted(folder),
                    locked);
        }
    }

    private byte[] content(byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            throw new IOException("it is too large");
        }
        var in = new Input(bytes);
        boolean isOurs =
                Arrays.equals(MAGIC, in.raw(MAGIC.length))
                        && Arrays.equals(owner, in.raw(owner.length));
        if (!isOurs) {
            throw new IOException("it is of another session or program");
        }
        byte[] sum = in.raw(Digests.LENGTH);
        byte[] content = in.bytes(LARGEST);
        in.end();
        if (!Arrays.equals(sum, Digests.sha256(content))) {
            throw new IOException("it is damaged");
        }
        return content;
    }

    /** Whether there is such a file, be it one that nobody can read. */
    boolean holds(Part part) {
        return Files.exists(folder.resolve(part.file()));
    }

    /** Takes a file out of the way that nobody can use, to where no other one is. */
    void setAside(Part part) throws IOException {
        if (holds(part)) {
            var aside = folder.resolve(part.file() + DAMAGED);
            for (int i = 2; Files.exists(aside); i++) {
                aside = folder.resolve(part.file() + DAMAGED + i);
            }
            Files.move(folder.resolve(part.file()), aside);
        }
    }

    /** Writes a file, which is the former one or this one whatever happens meanwhile. */
    void write(Part part, byte[] content) throws IOException {
        Files.createDirectories(folder);
        var draft = folder.resolve(part.file() + ".draft");
        var bytes = new Output().raw(MAGIC).raw(owner).raw(Digests.sha256(content)).bytes(content);
        try (var channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes.toBytes());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, folder.resolve(part.file()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where somebody may wait for the disk. */
    static void beside(Runnable work) {
        Thread.ofVirtual().name("session store").start(work);
    }

    void delete(Part part) throws IOException {
        Files.deleteIfExists(folder.resolve(part.file()));
    }

    /** Forgets sessions of long ago, but for this one and those with edits that nobody has. */
    void forgetOld() throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        var idle = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(all)) {
            for (var each : folders) {
                if (!each.equals(folder) && !hasEdits(each)) {
                    idle.add(each);
                }
            }
        }
        idle.sort(Comparator.comparing(SessionStore::time));
        for (var each : idle.subList(0, Math.max(0, idle.size() - MOST))) {
            forget(each);
        }
    }

    /** Whether there are edits, be it damaged ones, of which somebody may make something. */
    private static boolean hasEdits(Path folder) {
        String edits = Part.EDITS.file();
        return Files.exists(folder.resolve(edits)) || Files.exists(folder.resolve(edits + DAMAGED));
    }

    private static FileTime time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a session that was kept is gone", gone);
            return FileTime.fromMillis(0);
        }
    }

    private static void forget(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        for (var file : List.copyOf(files)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
