// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What files do in one sandbox, told by its prelude, brought back to the lines of their sources.
 */
final class Recording {
    private static final Pattern FRAME =
            Pattern.compile("\\bm(\\d{1,9})\\.mjs:(\\d{1,9})(?::(\\d{1,9}))?");
    private static final int MOST = 20_000;
    private static final int LONGEST = 1 << 20;

    private final Units units;
    private final List<Outcome.Defined> defined = new ArrayList<>();
    private final Set<Outcome.Exported> exported = new LinkedHashSet<>();
    private final Set<Happened> happened = new LinkedHashSet<>();

    private record Happened(String owner, Place place, String what) {}

    Recording(Units units) {
        this.units = units;
    }

    /** What the prelude calls. */
    Map<String, ProxyExecutable> host() {
        return Map.of("define", this::define, "effect", this::effect, "exported", this::export);
    }

    private Object define(Value... arguments) {
        var stack = frames(arguments[3].asString());
        var json = arguments[1].asString();
        if (defined.size() >= MOST || json.length() > LONGEST) {
            throw new IllegalStateException("There are too many components, or too large ones.");
        }
        var place = place(stack.findFirst());
        var initial = Optional.of(arguments[2]).filter(Value::isString).map(Value::asString);
        defined.add(
                new Outcome.Defined(
                        arguments[0].asString(),
                        json,
                        initial.filter(text -> text.length() <= LONGEST),
                        owner(arguments[3].asString()),
                        place.file(),
                        place.line(),
                        place.column()));
        return defined.size() - 1;
    }

    private Object effect(Value... arguments) {
        var stack = arguments[1].asString();
        happen(owner(stack), place(frames(stack).findFirst()), arguments[0].asString());
        return 0;
    }

    private void happen(String owner, Place place, String what) {
        if (happened.size() < MOST) {
            happened.add(
                    new Happened(owner, place, what.substring(0, Math.min(200, what.length()))));
        }
    }

    /** Names of globals, separated by commas, that were not there before a file was loaded. */
    void globals(String names, Unit unit) {
        if (!names.isEmpty()) {
            var what = "the global %s is made".formatted(names);
            happen(unit.name(), new Place(unit.name(), 0, 0), what);
        }
    }

    private Object export(Value... arguments) {
        var unit = units.all().get(arguments[0].asInt());
        var what = defined.get(arguments[2].asInt());
        exported.add(new Outcome.Exported(unit.name(), arguments[1].asString(), what));
        return 0;
    }

    private static Stream<MatchResult> frames(String stack) {
        return FRAME.matcher(stack).results();
    }

    /** The file at the bottom of the stack is the one that is being loaded. */
    private String owner(String stack) {
        return frames(stack).reduce((a, b) -> b).flatMap(this::unit).map(Unit::name).orElse("");
    }

    private Optional<Unit> unit(MatchResult frame) {
        int id = Integer.parseInt(frame.group(1));
        return id < units.all().size() ? Optional.of(units.all().get(id)) : Optional.empty();
    }

    private Place place(Optional<MatchResult> frame) {
        return frame.flatMap(f -> unit(f).map(unit -> place(unit, f))).orElse(new Place("", 0, 0));
    }

    private static Place place(Unit unit, MatchResult frame) {
        int column = frame.group(3) == null ? 1 : Integer.parseInt(frame.group(3));
        return place(unit, Integer.parseInt(frame.group(2)), column);
    }

    private static Place place(Unit unit, int line, int column) {
        var map = new SourceMap(unit.compiled().mappings());
        var spot = map.source(new SourceMap.Spot(line, column));
        return new Place(unit.name(), spot.line(), spot.column());
    }

    /** Where an error came from, if from one of the files. */
    Optional<Place> place(PolyglotException error) {
        return java.util.stream.StreamSupport.stream(
                        error.getPolyglotStackTrace().spliterator(), false)
                .limit(200)
                .map(PolyglotException.StackFrame::getSourceLocation)
                .filter(java.util.Objects::nonNull)
                .flatMap(
                        at ->
                                FRAME.matcher(
                                                at.getSource().getName()
                                                        + ":"
                                                        + at.getStartLine()
                                                        + ":"
                                                        + at.getStartColumn())
                                        .results())
                .findFirst()
                .map(frame -> place(Optional.of(frame)));
    }

    /** What some files have done. */
    Outcome outcome(List<Unit> group, List<Finding> failures) {
        var names = group.stream().map(Unit::name).collect(Collectors.toSet());
        var findings =
                happened.stream()
                        .filter(h -> names.contains(h.owner))
                        .map(
                                h ->
                                        new Finding(
                                                Finding.Kind.SIDE_EFFECT,
                                                h.place,
                                                Purity.explained(h.what)));
        return new Outcome(
                defined.stream().filter(d -> names.contains(d.owner())).distinct().toList(),
                exported.stream().filter(e -> names.contains(e.file())).toList(),
                Stream.concat(findings, failures.stream()).toList(),
                !failures.isEmpty());
    }
}
