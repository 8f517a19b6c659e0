// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * What a project consists of when it is deployed: each file that its {@code .dclignore} does not
 * leave out, with its hash.
 *
 * @param files in the order of their paths
 * @param problems what is wrong with them
 */
public record Manifest(List<Entry> files, List<Trouble> problems) {
    /** The official tools deploy no file that has more bytes. */
    public static final long MOST_OF_A_FILE = 50_000_000;

    /** Content servers take no scene that has more bytes for each of its parcels (ADR-51). */
    public static final long MOST_OF_A_PARCEL = 15 << 20;

    /**
     * A file that is deployed.
     *
     * @param file its path inside the project, with forward slashes, as it is spelled on disk
     */
    public record Entry(String file, AssetHash hash, long bytes) {}

    /**
     * What is wrong with a file.
     *
     * @param message a sentence for people
     * @param isOverLimit whether it is too large
     */
    public record Trouble(String file, String message, boolean isOverLimit) {
        static Trouble unreadable(String file, IOException failure) {
            return new Trouble(file, "Cannot be read: " + failure.getMessage() + ".", false);
        }
    }

    public Manifest {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Reads and hashes the files of a project, on all cores.
     *
     * @throws IOException with a sentence for people where the folder or its {@code .dclignore}
     *     cannot be read
     */
    public static Manifest of(Path project) throws IOException {
        var found = DeployedFiles.of(project);
        var looked = found.paths().parallelStream().map(path -> look(project, path)).toList();
        var files = looked.stream().flatMap(one -> one.files.stream()).toList();
        var problems = new ArrayList<>(found.problems());
        looked.forEach(one -> problems.addAll(one.problems));
        problems.addAll(doubles(files));
        problems.sort(Comparator.comparing(Trouble::file));
        return new Manifest(files, problems);
    }

    /**
     * The paths of the files of a project that are deployed, sorted; none of them is read.
     *
     * @throws IOException as {@link #of}
     */
    public static List<String> paths(Path project) throws IOException {
        return List.copyOf(DeployedFiles.of(project).paths());
    }

    private static Manifest look(Path project, String path) {
        var file = project.resolve(path);
        try {
            var entry = new Entry(path, Cid.of(file), Files.size(file));
            return new Manifest(
                    List.of(entry), entry.bytes > MOST_OF_A_FILE ? List.of(huge(path)) : List.of());
        } catch (IOException unreadable) {
            return new Manifest(List.of(), List.of(Trouble.unreadable(path, unreadable)));
        }
    }

    private static Trouble huge(String path) {
        return new Trouble(path, "Has more than 50 MB, the most that is deployed.", true);
    }

    /** The bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    /** Whether a path leads to one of the files, in any case. */
    public boolean holds(String path) {
        var key = LocalPath.key(path);
        return files.stream().anyMatch(entry -> LocalPath.key(entry.file).equals(key));
    }

    /** Content servers know files by their names in lower case (ADR-80). */
    private static List<Trouble> doubles(List<Entry> files) {
        var known = new HashMap<String, String>();
        var doubles = new ArrayList<Trouble>();
        for (var entry : files) {
            var other = known.putIfAbsent(entry.file.toLowerCase(Locale.ROOT), entry.file);
            if (other != null) {
                doubles.add(
                        new Trouble(
                                entry.file,
                                "Differs from " + other + " only in upper and lower case.",
                                false));
            }
        }
        return doubles;
    }
}
