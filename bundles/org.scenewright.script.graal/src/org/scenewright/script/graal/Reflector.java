// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Reflection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds out what the source files of projects say about their components, without a scene: files
 * are parsed, and those that define components loaded in a sandbox. It remembers what it has seen,
 * in memory and in the cache folder, and looks at nothing twice. To be used by one thread.
 */
public final class Reflector {
    private static final int MOST_PROJECTS = 4;
    private static final long MOST_BYTES = SourceFiles.MOST_BYTES_IN_ALL;

    private final Prelude prelude = Prelude.load();
    private final Map<Path, Former> projects = new HashMap<>();
    private final String build;
    private final Supplier<Budget> budgets;

    Reflector() {
        this(() -> Budget.from(Budget.USUAL, System::nanoTime));
    }

    /**
     * @param budgets of each reflection, from its beginning on
     */
    Reflector(Supplier<Budget> budgets) {
        build = Build.ofThis();
        this.budgets = budgets;
    }

    /** What is known of a project. */
    private record Former(Map<Path, SourceFiles.Read> files, Memory memory, long bytes) {}

    /**
     * Reflects a project.
     *
     * @param project its folder
     * @param cache the folder to keep in what need not be done twice
     * @param skipped the paths of files below the project that must not be loaded, as they have
     *     ended a worker
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Reflection reflect(Path project, Path cache, Set<String> skipped, Progress progress)
            throws IOException {
        var home = project.toRealPath();
        progress.at(0, 1, "package.json");
        var store = MemoryStore.of(cache, home, build);
        var former = projects.get(home);
        var memory = former == null ? store.read() : former.memory.next();
        var files = new SourceFiles(home, former == null ? Map.of() : former.files);
        var reflection = reflect(new Job(home, files, memory, skipped, budgets.get()), progress);
        if (memory.isChanged()) {
            store.write(memory);
        }
        remember(home, new Former(Map.copyOf(files.all()), memory, files.bytes()));
        return reflection;
    }

    /** Forgets what is only in memory. */
    void forget() {
        projects.clear();
    }

    /** A few small projects, or one large one. */
    private void remember(Path home, Former former) {
        projects.remove(home);
        long others = projects.values().stream().mapToLong(Former::bytes).sum();
        if (projects.size() >= MOST_PROJECTS || others + former.bytes() > MOST_BYTES) {
            projects.clear();
        }
        projects.put(home, former);
    }

    private record Job(
            Path home, SourceFiles files, Memory memory, Set<String> skipped, Budget budget) {}

    private Reflection reflect(Job job, Progress progress) throws IOException {
        var resolver = new Resolver(job.home, job.files);
        var reading = new Roots.Reading(job.files, job.budget, progress);
        var roots = new Roots(job.home, reading, resolver);
        var units = new Units(job.files, resolver, job.memory, job.skipped);
        var scan = ProjectScan.of(job.home);
        units.add(roots.ofPackages(), job.budget, progress);
        var own = roots.ofProject(scan);
        units.add(own, job.budget, progress);
        try (var loading = new Loading(prelude, units, job.memory, job.budget)) {
            var outcomes = loading.load(Groups.of(units), progress);
            var findings = new Findings(units, own);
            job.files.refused().forEach(findings::refused);
            roots.absent().forEach(name -> findings.absent(name, roots.line(name)));
            Stream.concat(units.late().stream(), roots.late().stream()).forEach(findings::late);
            job.skipped.stream().sorted().forEach(findings::skipped);
            if (!scan.isWhole()) {
                findings.tooMany();
            }
            if (!job.files.isWhole()) {
                findings.tooMuch();
            }
            var definitions = new Definitions(units, resolver, roots).of(outcomes, findings);
            return new Reflection(
                    definitions,
                    findings.of(outcomes),
                    job.files.all().values().stream()
                            .map(SourceFiles.Read::source)
                            .sorted((a, b) -> a.file().compareTo(b.file()))
                            .toList());
        }
    }
}
