// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.BuildProblem.Severity;
import org.scenewright.script.wire.Place;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The problems that are told in what compilers print, as esbuild and {@code tsc} print them; any
 * thread.
 */
final class BuildReport {
    private static final int MOST = 1000;
    private static final String FILE = "(?<file>[^\\s:(][^:(]{0,400}|[A-Za-z]:[^:(]{1,400})";
    private static final String SPOT = ":(?<line>\\d{1,7}):(?<column>\\d{1,7})";

    /** {@code src/a.ts(3,5): error TS2322: ...}, and the same as people like to have it. */
    private static final List<Pattern> WHOLE =
            List.of(
                    Pattern.compile(
                            FILE
                                    + "\\((?<line>\\d{1,7}),(?<column>\\d{1,7})\\):"
                                    + " (?<severity>error|warning) (?<message>TS\\d{1,6}: .*)"),
                    Pattern.compile(
                            FILE
                                    + SPOT
                                    + " - (?<severity>error|warning) (?<message>TS\\d{1,6}: .*)"));

    /** What esbuild tells other programs. */
    private static final Pattern BRIEF =
            Pattern.compile(FILE + SPOT + ": (?<severity>ERROR|WARNING): (?<message>.*)");

    /** What esbuild says, and in a line below it, where. */
    private static final Pattern HEAD =
            Pattern.compile(".{0,6}\\[(?<severity>ERROR|WARNING)\\] (?<message>.*)");

    private static final Pattern BELOW = Pattern.compile(" {4}" + FILE + SPOT + ":");

    private final Path directory;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedSet<BuildProblem> problems = new LinkedHashSet<>();
    private Optional<Matcher> head = Optional.empty();

    /**
     * @param directory that places are named from
     */
    BuildReport(Path directory) {
        this.directory = directory;
    }

    /** Reads the next line. */
    void add(String line) {
        lock.lock();
        try {
            var below = BELOW.matcher(line);
            if (head.isPresent() && below.matches()) {
                add(head.get(), place(below, 1));
                head = Optional.empty();
            } else {
                addWhole(line);
            }
        } finally {
            lock.unlock();
        }
    }

    private void addWhole(String line) {
        var next = HEAD.matcher(line);
        if (next.matches()) {
            endHead();
            head = Optional.of(next);
        }
        var brief = BRIEF.matcher(line);
        if (brief.matches()) {
            add(brief, place(brief, 1));
        }
        WHOLE.stream()
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(whole -> add(whole, place(whole, 0)));
    }

    /** What is said of no place is said of the project. */
    private void endHead() {
        head.ifPresent(said -> add(said, new Place("", 0, 0)));
        head = Optional.empty();
    }

    private void add(Matcher said, Place place) {
        boolean isError = said.group("severity").equalsIgnoreCase("error");
        if (problems.size() < MOST) {
            problems.add(
                    new BuildProblem(
                            place,
                            isError ? Severity.ERROR : Severity.WARNING,
                            said.group("message").strip()));
        }
    }

    /**
     * @param first what is to be added to a column, as esbuild counts them from 0
     */
    private Place place(Matcher found, int first) {
        return new Place(
                relative(found.group("file")),
                Integer.parseInt(found.group("line")),
                Integer.parseInt(found.group("column")) + first);
    }

    private String relative(String file) {
        try {
            var path = directory.resolve(file).normalize();
            var shown = path.startsWith(directory) ? directory.relativize(path) : path;
            return shown.toString().replace('\\', '/');
        } catch (InvalidPathException malformed) {
            return "";
        }
    }

    /** All that were told by now, each once. */
    List<BuildProblem> problems() {
        lock.lock();
        try {
            endHead();
            return List.copyOf(problems);
        } finally {
            lock.unlock();
        }
    }
}
