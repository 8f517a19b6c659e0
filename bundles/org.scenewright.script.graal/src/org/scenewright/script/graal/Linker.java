// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the modules that the sandbox loads: the files themselves as {@code /m1.mjs}, and between a
 * file and what it imports, where the two do not fit together as they are, {@code /l1-2.mjs}: the
 * names that a file wants of a CommonJS file, of the SDK, or of what cannot be loaded.
 */
final class Linker {
    static final Pattern NAME = Pattern.compile("/?(?:m(\\d{1,9})|l(\\d{1,9})-(\\d{1,9}))\\.mjs");
    private static final String DECLARE = "declareComponent";

    private final Units units;
    private final BitSet failed = new BitSet();

    Linker(Units units) {
        this.units = units;
    }

    /** From now on a file is not imported any more. */
    void fail(Unit unit) {
        failed.set(unit.id());
    }

    /** From now on it is again. */
    void restore(Unit unit) {
        failed.clear(unit.id());
    }

    static String module(Unit unit) {
        return "/m" + unit.id() + ".mjs";
    }

    /** The text of a module by its name, nothing if there is none. */
    Optional<String> text(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(1) != null) {
            return unit(parts.group(1)).map(this::file);
        }
        // Code may ask for what no file imports, too.
        int number = Integer.parseInt(parts.group(3));
        return unit(parts.group(2))
                .filter(unit -> number < unit.targets().size())
                .map(unit -> link(unit, number));
    }

    private Optional<Unit> unit(String id) {
        int number = Integer.parseInt(id);
        var all = units.all();
        return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    /** What a file imports, unless it has failed. */
    Optional<Unit> target(Unit unit, int number) {
        return units.target(unit, number).filter(to -> !failed.get(to.id()));
    }

    private String file(Unit unit) {
        if (unit.compiled().exports().isCommon()) {
            return common(unit);
        }
        var mark = Pattern.compile(Pattern.quote("import:" + unit.hash() + ":") + "(\\d+);");
        return mark.matcher(unit.compiled().code())
                .replaceAll(m -> leadsTo(unit, Integer.parseInt(m.group(1))));
    }

    private String leadsTo(Unit unit, int number) {
        var wanted = unit.compiled().imports().get(number);
        return target(unit, number)
                .filter(to -> fits(wanted, to))
                .map(Linker::module)
                .orElse("/l" + unit.id() + "-" + number + ".mjs");
    }

    private boolean fits(Compiled.Import wanted, Unit to) {
        if (to.compiled().exports().isCommon()) {
            return wanted.kind() == Compiled.Kind.NAMES && wanted.names().isEmpty();
        }
        return switch (wanted.kind()) {
            case ALL -> true;
            case NAMES ->
                    !wanted.names().contains(DECLARE)
                            && wanted.names().stream()
                                    .allMatch(name -> exports(to, name, new BitSet()));
            case NAMESPACE, REQUIRE -> false;
        };
    }

    /** Whether a file has an export of a name, as far as the loader is concerned. */
    private boolean exports(Unit unit, String name, BitSet seen) {
        if (seen.get(unit.id())) {
            return false;
        }
        seen.set(unit.id());
        var exports = unit.compiled().exports();
        return exports.names().contains(name)
                || !name.equals("default")
                        && !exports.isCommon()
                        && exports.stars().stream()
                                .flatMap(star -> target(unit, star).stream())
                                .anyMatch(to -> exports(to, name, seen));
    }

    /** Of names that a file has from elsewhere as a whole: from the SDK, or what is not loaded. */
    private Optional<String> elsewhere(Unit unit, BitSet seen) {
        if (seen.get(unit.id())) {
            return Optional.empty();
        }
        seen.set(unit.id());
        return unit.compiled().exports().stars().stream()
                .flatMap(
                        star ->
                                target(unit, star)
                                        .map(to -> elsewhere(to, seen))
                                        .orElseGet(() -> Optional.of(specifier(unit, star)))
                                        .stream())
                .findFirst();
    }

    private static String specifier(Unit unit, int number) {
        return unit.compiled().imports().get(number).specifier();
    }

    private String link(Unit unit, int number) {
        var wanted = unit.compiled().imports().get(number);
        return target(unit, number)
                .map(to -> between(wanted, to))
                .orElseGet(() -> standIn(wanted, namesOf(unit, number)));
    }

    /** The names of a file that is there but not loaded. */
    private Set<String> namesOf(Unit unit, int number) {
        return unit.targets().get(number) instanceof Resolver.Target.File(var path)
                ? units.of(path).map(to -> to.compiled().exports().names()).orElse(Set.of())
                : Set.of();
    }

    /** Values that come with the SDK, or are unknown. */
    private static String standIn(Compiled.Import wanted, Set<String> names) {
        var module = quoted(wanted.specifier());
        return switch (wanted.kind()) {
            case NAMES -> each(wanted.names(), name -> got(module, name));
            case NAMESPACE, REQUIRE -> "export default $sdk.namespace(" + module + ");";
            case ALL -> {
                var offered = new TreeSet<>(names);
                offered.remove("default");
                yield each(offered, name -> got(module, name));
            }
        };
    }

    private static String got(String module, String name) {
        return "$sdk.get(" + module + ", " + quoted(name) + ")";
    }

    private static String each(Collection<String> names, Function<String, String> value) {
        var text = new StringBuilder();
        int count = 0;
        for (var name : new TreeSet<>(names)) {
            text.append("const v").append(count).append(" = ").append(value.apply(name));
            text.append("; export { v").append(count++).append(" as ").append(asName(name));
            text.append(" };\n");
        }
        return text.isEmpty() ? "export {};" : text.toString();
    }

    private static String asName(String name) {
        return name.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*") ? name : quoted(name);
    }

    private String between(Compiled.Import wanted, Unit to) {
        if (to.compiled().exports().isCommon()) {
            return ofCommon(wanted, to);
        }
        var from = quoted(module(to));
        return switch (wanted.kind()) {
            case NAMES -> someOf(wanted, to);
            case NAMESPACE -> "import * as all from " + from + "; export default all;";
            case ALL, REQUIRE -> "export * from " + from + ";";
        };
    }

    private String someOf(Compiled.Import wanted, Unit to) {
        var there =
                wanted.names().stream()
                        .filter(name -> !name.equals(DECLARE) && exports(to, name, new BitSet()))
                        .distinct()
                        .map(Linker::asName)
                        .collect(Collectors.joining(", "));
        var others = new TreeSet<>(wanted.names());
        others.removeIf(name -> !name.equals(DECLARE) && exports(to, name, new BitSet()));
        var elsewhere = elsewhere(to, new BitSet());
        // What is nowhere is a type that was exported as if it were a value.
        return "export { "
                + there
                + " } from "
                + quoted(module(to))
                + ";\n"
                + each(
                        others,
                        name ->
                                name.equals(DECLARE)
                                        ? got("''", name)
                                        : elsewhere
                                                .map(m -> got(quoted(m), name))
                                                .orElse("undefined"));
    }

    private static String ofCommon(Compiled.Import wanted, Unit to) {
        var head =
                "import "
                        + quoted(module(to))
                        + "; const all = $sdk.commonJs("
                        + to.id()
                        + ").exports;\n";
        Set<String> names =
                wanted.kind() == Compiled.Kind.ALL
                        ? to.compiled().exports().names()
                        : Set.copyOf(wanted.names());
        return switch (wanted.kind()) {
            case NAMESPACE, REQUIRE -> head + "export default all;";
            case NAMES, ALL ->
                    head
                            + each(
                                    names,
                                    name ->
                                            name.equals("default")
                                                    ? "$sdk.defaultOf(all)"
                                                    : name.equals(DECLARE)
                                                            ? got("''", name)
                                                            : "all[" + quoted(name) + "]");
        };
    }

    /** On the line of the first line of the file, so that the others keep their numbers. */
    private String common(Unit unit) {
        var numbers = IntStream.range(0, unit.compiled().imports().size()).boxed().toList();
        var imports = new StringBuilder();
        var table = new StringBuilder();
        for (int n : numbers) {
            var to = target(unit, n);
            to.ifPresent(
                    t ->
                            imports.append("import * as r")
                                    .append(n)
                                    .append(" from ")
                                    .append(quoted(module(t)))
                                    .append("; "));
            table.append(quoted(specifier(unit, n)))
                    .append(": () => ")
                    .append(
                            to.map(t -> "$sdk.required(" + t.id() + ", () => r" + n + ")")
                                    .orElse("$sdk.namespace(" + quoted(specifier(unit, n)) + ")"))
                    .append(", ");
        }
        return imports
                + "const module = $sdk.commonJs("
                + unit.id()
                + "); (function (exports, require, module) { "
                + unit.compiled().code()
                + "\n}).call(module.exports, module.exports, $sdk.require({"
                + table
                + "}), module);\n"
                + "export default module.exports;";
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
