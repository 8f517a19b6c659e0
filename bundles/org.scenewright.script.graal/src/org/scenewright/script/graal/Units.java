// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The files of one reflection, from those that are asked for to what these import. */
final class Units {
    static final int MOST = 20_000;

    private final SourceFiles files;
    private final Resolver resolver;
    private final Memory memory;
    private final Set<String> skipped;
    private final Map<Path, Unit> units = new HashMap<>();
    private final List<Unit> numbered = new ArrayList<>();
    private final Set<String> late = new TreeSet<>();

    Units(SourceFiles files, Resolver resolver, Memory memory, Set<String> skipped) {
        this.files = files;
        this.resolver = resolver;
        this.memory = memory;
        this.skipped = skipped;
    }

    /** Takes in some files and what they import, as far as that is to be loaded. */
    void add(List<Path> roots, Budget budget, Progress progress) {
        Deque<Path> open = new ArrayDeque<>(roots);
        while (!open.isEmpty() && units.size() < MOST) {
            var path = open.poll();
            if (units.containsKey(path) || skipped.contains(files.name(path))) {
                continue;
            }
            if (budget.isSpent()) {
                late.add(files.name(path));
                continue;
            }
            progress.at(units.size(), units.size() + open.size() + 1, files.name(path));
            load(path).filter(unit -> !isStoodInFor(unit)).ifPresent(u -> open.addAll(filesOf(u)));
        }
    }

    /** Those for which there was no time left. */
    Set<String> late() {
        return late;
    }

    private static List<Path> filesOf(Unit unit) {
        var found = new ArrayList<Path>();
        for (var target : unit.targets()) {
            if (target instanceof Resolver.Target.File(var path)) {
                found.add(path);
            }
        }
        return found;
    }

    private Optional<Unit> load(Path path) {
        return files.text(path)
                .map(
                        text -> {
                            var unit = unit(path, text);
                            units.put(path, unit);
                            numbered.add(unit);
                            return unit;
                        });
    }

    private Unit unit(Path path, Text text) {
        var compiled = memory.compiled(path.getFileName().toString(), text);
        var targets =
                IntStream.range(0, compiled.imports().size())
                        .mapToObj(n -> target(compiled, text.hash(), n, path))
                        .toList();
        return new Unit(
                units.size(),
                path,
                files.name(path),
                resolver.packageName(path),
                text.hash(),
                compiled,
                targets);
    }

    private Resolver.Target target(Compiled compiled, String hash, int number, Path from) {
        return Unit.isLive(compiled, hash, number)
                ? resolver.resolve(compiled.imports().get(number).specifier(), from)
                : new Resolver.Target.Sdk();
    }

    /** Whether a file is never loaded, so that what imports it gets values that are unknown. */
    static boolean isStoodInFor(Unit unit) {
        return unit.compiled().isBroken() || unit.isImperative();
    }

    Optional<Unit> of(Path path) {
        return Optional.ofNullable(units.get(path));
    }

    /** The file that an import leads to, if it is one that can be loaded. */
    Optional<Unit> target(Unit unit, int number) {
        return unit.targets().get(number) instanceof Resolver.Target.File(var path)
                ? of(path).filter(to -> !isStoodInFor(to))
                : Optional.empty();
    }

    /** All of them, each at the place of its number. */
    List<Unit> all() {
        return Collections.unmodifiableList(numbered);
    }
}
