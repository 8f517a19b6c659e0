// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The files of a project by the names a scene gives them: upper and lower case alike, either slash,
 * never outside. Any thread; directory listings are remembered until the directory changes.
 */
public final class ProjectFiles implements ContentProvider {
    private final Path root;
    private final Map<Path, Listing> listings = new ConcurrentHashMap<>();

    /** The names of one directory as they stood at one time, by their lower-case form. */
    private record Listing(long modified, Map<String, List<String>> names) {

        /** The name as on disk; the exact spelling wins where several differ only in case. */
        Optional<String> actual(String name) {
            var candidates = names.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            return candidates.contains(name) ? Optional.of(name) : candidates.stream().findFirst();
        }
    }

    /** A project whose top directory is {@code root}, which need not exist yet. */
    public ProjectFiles(Path root) {
        this.root = real(root).orElse(root.toAbsolutePath().normalize());
    }

    public Path root() {
        return root;
    }

    @Override
    public String name() {
        return "Project";
    }

    /** The directory itself: nothing of a project has a hash before it is deployed. */
    @Override
    public String base() {
        return root.toUri().toString();
    }

    @Override
    public Resolution resolve(String path) {
        return LocalPath.names(path)
                .map(names -> find(names, path))
                .orElseGet(() -> new Resolution.Outside(path));
    }

    /** Forgets every listing, for changes that leave no trace in a directory's time stamp. */
    public void forget() {
        listings.clear();
    }

    /** How the file at a path is now. */
    public AssetFile look(String path) {
        return switch (resolve(path)) {
            case Resolution.Found(ProjectFile(var file), var spelled) -> look(file, spelled);
            case Resolution.Found found -> new AssetFile(path, -1, 0);
            case Resolution.Missing missing -> new AssetFile(path, -1, 0);
            case Resolution.Outside outside -> new AssetFile(path, -1, 0);
        };
    }

    private static AssetFile look(Path file, String spelled) {
        try {
            var state = Files.readAttributes(file, BasicFileAttributes.class);
            return new AssetFile(spelled, state.size(), state.lastModifiedTime().toMillis());
        } catch (IOException gone) {
            return new AssetFile(spelled, -1, 0);
        }
    }

    private Resolution find(List<String> names, String asked) {
        var at = root;
        for (var name : names) {
            var next = child(at, name);
            if (next.isEmpty()) {
                return new Resolution.Missing(asked);
            }
            at = next.get();
        }
        return found(at, asked);
    }

    private Resolution found(Path file, String asked) {
        // The real path, because a link inside the project may point anywhere.
        var target = real(file);
        if (target.isEmpty() || !Files.isRegularFile(target.get())) {
            return new Resolution.Missing(asked);
        }
        return target.get().startsWith(root)
                ? new Resolution.Found(
                        new ProjectFile(target.get()),
                        root.relativize(file).toString().replace('\\', '/'))
                : new Resolution.Outside(asked);
    }

    private Optional<Path> child(Path directory, String name) {
        return listing(directory).actual(name).map(directory::resolve);
    }

    private Listing listing(Path directory) {
        long modified = modified(directory);
        return listings.compute(
                directory,
                (key, known) ->
                        known != null && known.modified == modified ? known : list(key, modified));
    }

    private static Listing list(Path directory, long modified) {
        var names = new HashMap<String, List<String>>();
        try (Stream<Path> children = Files.list(directory)) {
            children.map(child -> child.getFileName().toString())
                    .sorted()
                    .forEach(name -> add(names, name));
        } catch (IOException | UncheckedIOException unreadable) {
            // A directory that cannot be listed holds nothing for us: its files are missing.
            return new Listing(modified, Map.of());
        }
        return new Listing(modified, names);
    }

    private static void add(Map<String, List<String>> names, String name) {
        names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1)).add(name);
    }

    private static long modified(Path directory) {
        try {
            return Files.getLastModifiedTime(directory).to(TimeUnit.NANOSECONDS);
        } catch (IOException gone) {
            return -1;
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
