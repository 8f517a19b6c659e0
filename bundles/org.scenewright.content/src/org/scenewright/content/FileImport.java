// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Files from elsewhere that are to become part of a project, a glTF model with all that it refers
 * to. Made for one drop; one thread, and all of it blocks.
 *
 * <p>What is in the project is used where it is, and what the project has with the same bytes is
 * used again. Everything else goes to {@code assets/}, or to a folder of its own there where it
 * consists of several files.
 */
public final class FileImport {
    private static final int MOST_FILES = 2_000;
    private static final int MOST_NUMBERS = 10_000;
    private static final long LARGEST = 512L << 20;
    private static final long LARGEST_OF_ALL = 2L << 30;

    /** What becomes of files that are there already and differ. */
    public enum Clash {
        REPLACE,
        KEEP_BOTH
    }

    private final Path project;
    private final String folder;
    private final ProjectFiles there;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<String, Path> planned = new HashMap<>();
    private final List<String> brought = new ArrayList<>();
    private long bytes;
    private int count;

    /** One of the files that were dropped: where it is in the project, or what it consists of. */
    private record Wanted(Optional<String> inside, ImportName name, List<Copy> copies) {

        /** The paths in the project, that of the file itself first. */
        List<String> targets(String folder, int number) {
            String stem = folder + "/" + name.numbered(number);
            return copies.size() == 1
                    ? List.of(stem + name.ending())
                    : copies.stream().map(copy -> stem + "/" + copy.path()).toList();
        }
    }

    /** A file and its path beside the one that was dropped. */
    private record Copy(Path source, String path) {}

    /** How things stand where something is to go. */
    private enum State {
        FREE,
        SAME,
        DIFFERENT,
        TAKEN
    }

    /**
     * Looks at what is to be done, and does nothing yet.
     *
     * @param project the folder of the project
     * @throws IOException with a sentence for people where something cannot be imported
     */
    public FileImport(Path project, List<Path> files) throws IOException {
        this.project = project.toRealPath();
        this.folder = assets(this.project);
        this.there = new ProjectFiles(this.project);
        for (var file : files) {
            wanted.add(wanted(file.toRealPath()));
        }
    }

    /** The folder for assets as it is spelled there. */
    private static String assets(Path project) throws IOException {
        try (var names = Files.list(project)) {
            return names.map(path -> String.valueOf(path.getFileName()))
                    .filter("assets"::equalsIgnoreCase)
                    .min(String::compareTo)
                    .map(name -> names(name, project))
                    .orElse("assets");
        }
    }

    /** The exact spelling wins. */
    private static String names(String found, Path project) {
        return Files.isDirectory(project.resolve("assets")) ? "assets" : found;
    }

    private Wanted wanted(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file.getFileName() + " is no file.");
        }
        var name = ImportName.of(String.valueOf(file.getFileName()));
        if (file.startsWith(project)) {
            String inside = project.relativize(file).toString().replace('\\', '/');
            return new Wanted(Optional.of(inside), name, List.of());
        }
        var copies = new ArrayList<Copy>();
        copies.add(weighed(new Copy(file, name.stem() + name.ending())));
        var directory = Optional.ofNullable(file.getParent()).orElse(file);
        for (var path : GltfFiles.of(file)) {
            copies.add(weighed(new Copy(directory.resolve(path).toRealPath(), path)));
        }
        requireDistinct(file, copies);
        return new Wanted(Optional.empty(), name, List.copyOf(copies));
    }

    private Copy weighed(Copy copy) throws IOException {
        long size = Files.size(copy.source);
        bytes += size;
        count++;
        if (size > LARGEST || bytes > LARGEST_OF_ALL || count > MOST_FILES) {
            throw new TooLargeException(
                    "%s is too much: a file may have %d MB, and all together %d MB and %,d files."
                            .formatted(copy.path, LARGEST >> 20, LARGEST_OF_ALL >> 20, MOST_FILES));
        }
        return copy;
    }

    private static void requireDistinct(Path file, List<Copy> copies) throws IOException {
        long distinct = copies.stream().map(copy -> key(copy.path)).distinct().count();
        if (distinct < copies.size()) {
            throw new IOException(
                    file.getFileName()
                            + " refers to files whose names differ only in upper and lower case.");
        }
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** The paths in the project of files that are there already and differ. */
    public List<String> clashes() throws IOException {
        var clashes = new ArrayList<String>();
        for (var one : wanted) {
            int number = number(one, Clash.REPLACE);
            var targets = one.inside.isPresent() ? List.<String>of() : one.targets(folder, number);
            for (int i = 0; i < targets.size(); i++) {
                if (state(targets.get(i), one.copies.get(i).source) == State.DIFFERENT) {
                    clashes.add(targets.get(i));
                }
            }
        }
        return clashes;
    }

    /** The first number under which something can go where it is to go. */
    private int number(Wanted one, Clash answer) throws IOException {
        for (int number = 1; number < MOST_NUMBERS; number++) {
            var state = state(one, number);
            boolean isRoom = state == State.FREE || state == State.SAME;
            if (isRoom || state == State.DIFFERENT && answer == Clash.REPLACE) {
                return number;
            }
        }
        throw new IOException("There are too many files called " + one.name.stem() + ".");
    }

    private State state(Wanted one, int number) throws IOException {
        var targets = one.targets(folder, number);
        var all = new ArrayList<State>();
        for (int i = 0; i < targets.size(); i++) {
            all.add(state(targets.get(i), one.copies.get(i).source));
        }
        if (all.contains(State.TAKEN)) {
            return State.TAKEN;
        } else if (all.contains(State.DIFFERENT) || all.contains(State.SAME)) {
            return all.contains(State.DIFFERENT) ? State.DIFFERENT : State.SAME;
        }
        // A folder of its own is one in which nobody else has anything.
        boolean isOthers = targets.size() > 1 && Files.exists(top(one, number));
        return isOthers ? State.TAKEN : State.FREE;
    }

    private Path top(Wanted one, int number) {
        return project.resolve(folder).resolve(one.name.numbered(number));
    }

    private State state(String target, Path source) throws IOException {
        var other = Optional.ofNullable(planned.get(key(target)));
        if (other.isPresent()) {
            return Files.mismatch(other.get(), source) < 0 ? State.SAME : State.TAKEN;
        }
        return switch (there.resolve(target)) {
            case Resolution.Found(ProjectFile(var file), var spelled) ->
                    Files.mismatch(file, source) < 0 ? State.SAME : State.DIFFERENT;
            case Resolution.Found found -> State.TAKEN;
            case Resolution.Missing missing ->
                    Files.exists(project.resolve(target)) ? State.TAKEN : State.FREE;
            case Resolution.Outside outside -> State.TAKEN;
        };
    }

    /**
     * Copies what is not there: all of it, or nothing where it fails or is cancelled.
     *
     * @return the paths in the project of the files that were dropped, in their order; nothing
     *     where it was cancelled
     * @throws IOException with a sentence for people where something cannot be read or written
     */
    public Optional<List<String>> run(Clash answer, AssetImport.Watcher watcher)
            throws IOException {
        var results = new ArrayList<String>();
        var moves = new ArrayList<FileMoves.Move>();
        planned.clear();
        for (var one : wanted) {
            results.add(one.inside.isPresent() ? one.inside.get() : plan(one, answer, moves));
        }
        try (var files = new FileMoves(project, folder)) {
            boolean isDone = moves.isEmpty() || files.run(moves, watcher);
            moves.stream().filter(move -> isDone).forEach(move -> brought.add(move.target()));
            return isDone ? Optional.of(results) : Optional.empty();
        }
    }

    private String plan(Wanted one, Clash answer, List<FileMoves.Move> moves) throws IOException {
        int number = number(one, answer);
        var targets = one.targets(folder, number);
        for (int i = 0; i < targets.size(); i++) {
            var source = one.copies.get(i).source;
            var state = state(targets.get(i), source);
            if (state != State.SAME) {
                String target = spelled(targets.get(i));
                moves.add(new FileMoves.Move(source, target, state == State.DIFFERENT));
            }
            planned.put(key(targets.get(i)), source);
        }
        return spelled(targets.getFirst());
    }

    private String spelled(String target) {
        return there.resolve(target) instanceof Resolution.Found found ? found.path() : target;
    }

    /** Whether there is something to copy at all. */
    public boolean isNeeded() {
        return wanted.stream().anyMatch(one -> one.inside.isEmpty());
    }

    /** The paths in the project that the last run brought or changed. */
    public List<String> brought() {
        return List.copyOf(brought);
    }
}
