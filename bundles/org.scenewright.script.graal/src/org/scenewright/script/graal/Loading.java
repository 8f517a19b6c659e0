// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.PolyglotException;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Loads groups of files, what is imported first, unless it is known what comes of it. Each file
 * that fails is stood in for in those that import it; after one that exceeds its limit, or that
 * changes what is built in, the rest goes on in a fresh sandbox: what comes of a file depends on
 * nothing but itself and what it imports.
 *
 * <p>To look whether anything built in has changed takes longer than to load a file. So calm files
 * are loaded some in a row before that is done; if then something has changed, they are loaded
 * again and it is done after each.
 */
final class Loading implements AutoCloseable {
    private static final int MOST_ENTRANCES = 8;
    private static final int MOST_UNSURE = 100;

    private final Prelude prelude;
    private final Units units;
    private final Memory memory;
    private final Budget budget;
    private final Linker linker;
    private final Map<Integer, String> keys = new HashMap<>();
    private Optional<Sandbox> sandbox = Optional.empty();
    private Recording recording;
    private int unsure;
    private int firstUnsure;
    private int watchedUpTo;

    Loading(Prelude prelude, Units units, Memory memory, Budget budget) {
        this.prelude = prelude;
        this.units = units;
        this.memory = memory;
        this.budget = budget;
        linker = new Linker(units);
        recording = new Recording(units);
    }

    List<Outcome> load(List<List<Unit>> all, Progress progress) {
        var groups = all.stream().filter(group -> !Units.isStoodInFor(group.getFirst())).toList();
        var outcomes = new ArrayList<Outcome>();
        while (outcomes.size() < groups.size()) {
            int at = outcomes.size();
            boolean isTrusted = at >= watchedUpTo && isCalm(groups.get(at));
            if (!isTrusted && !isSure()) {
                goBack(outcomes, groups);
                continue;
            }
            outcomes.add(outcome(groups.get(at), at, groups.size(), progress));
            boolean isDue = !isTrusted || unsure == MOST_UNSURE || outcomes.size() == groups.size();
            if ((isDue || sandbox.isEmpty()) && !isSure()) {
                goBack(outcomes, groups);
            }
        }
        return outcomes;
    }

    /** Files in a circle may be loaded more than once, in more than one sandbox. */
    private static boolean isCalm(List<Unit> group) {
        return group.size() == 1 && group.getFirst().isCalm();
    }

    /** Whether all that was loaded since the last time has found what is built in as it should. */
    private boolean isSure() {
        if (unsure == 0) {
            return true;
        }
        boolean isIntact = sandbox.filter(open -> !open.isChanged()).isPresent();
        if (!isIntact) {
            renew();
        }
        boolean isSure = isIntact || unsure == 1;
        unsure = 0;
        return isSure;
    }

    /** To the first file that is not sure, and from there on nothing is trusted for a while. */
    private void goBack(List<Outcome> outcomes, List<List<Unit>> groups) {
        watchedUpTo = outcomes.size();
        while (outcomes.size() > firstUnsure) {
            outcomes.removeLast();
            groups.get(outcomes.size()).forEach(this::forget);
        }
    }

    private void forget(Unit unit) {
        Optional.ofNullable(keys.remove(unit.id())).ifPresent(memory::forget);
        linker.restore(unit);
    }

    /** What comes of files for which there is no time left; that is not kept. */
    private Outcome late(List<Unit> group) {
        group.forEach(linker::fail);
        return new Outcome(
                List.of(),
                List.of(),
                group.stream().map(unit -> Findings.tooLate(unit.name())).toList(),
                true);
    }

    private Outcome outcome(List<Unit> group, int done, int total, Progress progress) {
        var key = key(group);
        var known = memory.outcome(key);
        if (known.isEmpty() && budget.isSpent()) {
            return late(group);
        }
        if (known.isEmpty()) {
            progress.at(done, total, group.getFirst().name());
            firstUnsure = unsure++ == 0 ? done : firstUnsure;
        }
        var outcome = known.orElseGet(() -> load(group));
        memory.keep(key, outcome);
        group.forEach(
                unit -> {
                    keys.put(unit.id(), key);
                    if (outcome.failed()) {
                        linker.fail(unit);
                    }
                });
        return outcome;
    }

    /** Names all that the outcome of a group depends on. */
    private String key(List<Unit> group) {
        var text = new StringBuilder();
        for (var unit : group) {
            text.append(unit.name()).append('\n').append(unit.hash()).append('\n');
            for (int i = 0; i < unit.targets().size(); i++) {
                text.append(imported(unit, i, group)).append('\n');
            }
        }
        return Text.hash(text.toString());
    }

    /** What an import may depend on: of what is stood in for only its names, so its text. */
    private String imported(Unit unit, int number, List<Unit> group) {
        if (unit.targets().get(number) instanceof Resolver.Target.File(var path)) {
            return units.of(path).map(to -> imported(to, group)).orElse("none");
        }
        return "none";
    }

    private String imported(Unit to, List<Unit> group) {
        if (group.contains(to)) {
            return to.name();
        }
        return Optional.ofNullable(keys.get(to.id()))
                .filter(key -> memory.outcome(key).filter(o -> !o.failed()).isPresent())
                .orElseGet(() -> "instead of " + to.hash());
    }

    /** Files in a circle may load from one of them only, such as the one that a scene imports. */
    private Outcome load(List<Unit> group) {
        var first = loadInOrder(group);
        var outcome = first;
        for (int i = 1; i < Math.min(group.size(), MOST_ENTRANCES) && isThrown(outcome); i++) {
            renew();
            var order = new ArrayList<>(group);
            Collections.rotate(order, -i);
            outcome = loadInOrder(order);
        }
        return outcome.failed() ? first : outcome;
    }

    /** Whether an error was the end, and not a limit, which would be reached from anywhere. */
    private static boolean isThrown(Outcome outcome) {
        return outcome.failed()
                && outcome.findings().stream().noneMatch(f -> f.kind() == Finding.Kind.LIMIT);
    }

    private Outcome loadInOrder(List<Unit> group) {
        var failures = new ArrayList<Finding>();
        for (var unit : group) {
            var open = sandbox.orElseGet(this::open);
            sandbox = Optional.of(open);
            open.load(unit, imports(unit, group))
                    .ifPresent(error -> failures.add(failure(error, unit)));
        }
        var outcome = recording.outcome(group, failures.stream().distinct().toList());
        if (failures.stream().anyMatch(f -> f.kind() == Finding.Kind.LIMIT)) {
            renew();
        }
        return outcome;
    }

    private List<Unit> imports(Unit unit, List<Unit> group) {
        return IntStream.range(0, unit.targets().size())
                .mapToObj(number -> linker.target(unit, number))
                .flatMap(Optional::stream)
                .filter(to -> !group.contains(to))
                .distinct()
                .toList();
    }

    private void renew() {
        close();
        recording = new Recording(units);
    }

    private Sandbox open() {
        return new Sandbox(prelude, linker, recording);
    }

    private Finding failure(PolyglotException error, Unit unit) {
        var place = recording.place(error).orElse(new Place(unit.name(), 0, 0));
        if (error.isResourceExhausted() || error.isCancelled()) {
            return new Finding(
                    Finding.Kind.LIMIT,
                    place,
                    "Loading this file takes too many steps, or too deep ones. It is left out; the"
                            + " components that it had defined until then are used.");
        }
        var message = String.valueOf(error.getMessage());
        return new Finding(
                Finding.Kind.FAILED,
                place,
                "This file fails when it is loaded: "
                        + message.substring(0, Math.min(300, message.length())));
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
        sandbox = Optional.empty();
    }
}
