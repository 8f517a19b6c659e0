// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where each file of a project is used: in composites, {@code scene.json}, items, models and source
 * code. Any thread; a file is read again only when it has changed.
 */
public final class ProjectUses {
    private static final Set<String> ASSETS =
            Set.of(
                    "glb", "gltf", "bin", "png", "jpg", "jpeg", "webp", "gif", "bmp", "ktx2", "mp3",
                    "ogg", "wav", "flac", "m4a", "aac", "mp4", "webm", "mov", "ttf", "otf");

    private final Path root;
    private final Map<Path, Read> known = new ConcurrentHashMap<>();
    private volatile List<String> unlisted = List.of();

    private record Stamp(long modified, long size) {}

    private record Read(Stamp stamp, List<FileUse> uses, String trouble) {}

    /**
     * A file that nothing surely uses.
     *
     * @param mentions what in the source code may mean it; at most the first hundred
     */
    public record Unused(String path, long size, List<FileUse> mentions) {}

    /** The project whose top directory this is. */
    public ProjectUses(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Every text that names a file, or may, in the order of the files. */
    public List<FileUse> all() {
        return reads(files()).stream().flatMap(read -> read.uses().stream()).toList();
    }

    /** What could not be read or looked at, when it was last asked for, as sentences. */
    public List<String> troubles() {
        var unread = known.values().stream().map(Read::trouble).filter(t -> !t.isEmpty()).sorted();
        return Stream.concat(unlisted.stream(), unread).toList();
    }

    /**
     * The uses in a text that is not, or not yet, in the file; nothing where a file of that name
     * names no others.
     *
     * @throws IOException where it is not what its name says
     */
    public static List<FileUse> of(String path, String text) throws IOException {
        return UseFile.isOne(path) ? UseFile.uses(text, path) : List.of();
    }

    /** The uses of a file, or of all in a folder, those within the folder itself aside. */
    public List<FileUse> of(String path) {
        String key = FileUse.key(path);
        return all().stream()
                .filter(use -> use.of(path) != FileUse.Certainty.NONE)
                .filter(use -> !FileUse.isIn(FileUse.key(use.file()), key))
                .toList();
    }

    /** The texts that would say something else once files are elsewhere. */
    public List<FileUse> touched(Relocations moved) {
        return all().stream().filter(use -> moved.respelled(use).isPresent()).toList();
    }

    private List<Read> reads(List<Path> files) {
        known.keySet().retainAll(new HashSet<>(files));
        return files.stream().filter(f -> UseFile.isOne(relative(f))).map(this::read).toList();
    }

    private Read read(Path file) {
        var stamp = stamp(file);
        var last = known.get(file);
        if (last == null || !last.stamp().equals(stamp)) {
            last = read(file, stamp);
            known.put(file, last);
        }
        return last;
    }

    private Read read(Path file, Stamp stamp) {
        try {
            return new Read(stamp, UseFile.uses(file, relative(file)), "");
        } catch (IOException unreadable) {
            String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
            return new Read(stamp, List.of(), relative(file) + " cannot be read: " + why);
        }
    }

    private static Stamp stamp(Path file) {
        try {
            var state = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(state.lastModifiedTime().toMillis(), state.size());
        } catch (IOException gone) {
            return new Stamp(-1, 0);
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private List<Path> files() {
        var files = ProjectFiles.of(root);
        unlisted = files.troubles();
        return files.paths();
    }

    /**
     * Models, pictures, sounds and the like that nothing surely uses: neither a composite, nor the
     * settings, nor source code, nor a model that is used itself. Items that can still be placed
     * keep theirs.
     */
    public List<Unused> unused() {
        return unused(all());
    }

    /** As {@link #unused()}, with uses that may be others than those in the files. */
    public List<Unused> unused(List<FileUse> uses) {
        var used = UsedFiles.of(uses);
        var mentions = new UseIndex(uses);
        return files().stream()
                .map(this::relative)
                .filter(ProjectUses::isAsset)
                .filter(path -> !used.contains(FileUse.key(path)))
                .map(path -> new Unused(path, stamp(root.resolve(path)).size(), mentions.of(path)))
                .toList();
    }

    private static boolean isAsset(String path) {
        String key = FileUse.key(path);
        return ASSETS.contains(key.substring(key.lastIndexOf('.') + 1))
                && !key.endsWith(".composite.bin")
                && !key.startsWith("custom/");
    }

    /**
     * The content of a file of the project with uses that say something else.
     *
     * @throws IOException where it is not what its name says
     */
    public static byte[] rewritten(byte[] content, String path, Map<FileUse, String> said)
            throws IOException {
        return UseFile.rewritten(content, path, said);
    }
}
