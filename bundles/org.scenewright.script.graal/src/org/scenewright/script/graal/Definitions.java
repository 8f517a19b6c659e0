// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Exported;
import org.scenewright.script.wire.Place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes of what was recorded the components as the editor knows them. */
final class Definitions {
    private final Map<String, Unit> units;
    private final Resolver resolver;
    private final Roots roots;
    private final Specifiers specifiers;
    private final Map<Path, Optional<String>> exporters = new HashMap<>();
    private final Map<Outcome.Defined, String> namedByFile = new HashMap<>();
    private final Map<String, Map<Outcome.Defined, String>> byFile = new HashMap<>();

    Definitions(Units units, Resolver resolver, Roots roots) {
        this.units =
                units.all().stream().collect(Collectors.toMap(Unit::name, Function.identity()));
        this.resolver = resolver;
        this.roots = roots;
        specifiers = new Specifiers(resolver);
    }

    List<Definition> of(List<Outcome> outcomes, Findings findings) {
        outcomes.forEach(outcome -> outcome.exported().forEach(this::note));
        var found = new ArrayList<Definition>();
        for (var outcome : outcomes) {
            for (var defined : outcome.defined()) {
                named(defined)
                        .ifPresentOrElse(
                                name -> found.add(definition(defined, name, outcome)),
                                () -> findings.unnamed(place(defined)));
            }
        }
        if (found.stream().anyMatch(this::isNamedByFolder)) {
            findings.namedByFolder(resolver.projectName());
        }
        return found.stream().distinct().sorted(Definition.ORDER).toList();
    }

    private void note(Outcome.Exported export) {
        byFile.computeIfAbsent(export.file(), file -> new HashMap<>())
                .merge(export.defined(), export.as(), (a, b) -> a.compareTo(b) < 0 ? a : b);
        if (export.as().equals("default") && export.file().equals(export.defined().owner())) {
            namedByFile.put(export.defined(), fileName(export.file()));
        }
    }

    private static String fileName(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
    }

    /** Whether names here change with the name of the folder. */
    private boolean isNamedByFolder(Definition definition) {
        return definition.isNameless()
                && definition.packageName().isEmpty()
                && resolver.isNamedByFolder();
    }

    private Optional<String> named(Outcome.Defined defined) {
        if (!defined.name().isEmpty()) {
            return Optional.of(defined.name());
        }
        return Optional.ofNullable(namedByFile.get(defined))
                .map(name -> fullPackageName(defined) + "::" + name);
    }

    private String fullPackageName(Outcome.Defined defined) {
        var unit = unit(defined);
        return unit.isOfProject() ? resolver.projectName() : unit.packageName();
    }

    private Unit unit(Outcome.Defined defined) {
        return units.get(units.containsKey(defined.file()) ? defined.file() : defined.owner());
    }

    private Definition definition(Outcome.Defined defined, String name, Outcome outcome) {
        var unit = unit(defined);
        var site = site(unit, defined);
        var place =
                site.map(s -> new Place(unit.name(), s.line(), s.column())).orElse(place(defined));
        return new Definition(
                name,
                defined.jsonSchema(),
                defined.initial(),
                place,
                unit.packageName(),
                isInternal(defined, unit, outcome),
                exported(defined, unit),
                defined.name().isEmpty(),
                site.map(Compiled.Site::notes).orElse(Compiled.NO_NOTES));
    }

    private static Place place(Outcome.Defined defined) {
        return new Place(defined.file(), defined.line(), defined.column());
    }

    private static Optional<Compiled.Site> site(Unit unit, Outcome.Defined defined) {
        return unit.compiled().insight().sites().stream()
                .filter(site -> site.holds(defined.line(), defined.column()))
                .reduce((outer, inner) -> inner);
    }

    /**
     * Whether it is not exported from the package's components file, or from its own file if there
     * is no such. A declaration that is named after its file in the folder of components is public.
     */
    private boolean isInternal(Outcome.Defined defined, Unit unit, Outcome outcome) {
        if (outcome.failed() || defined.name().isEmpty()) {
            return false;
        }
        var files = exporterOf(unit).map(List::of);
        return files.orElse(List.of(defined.owner(), defined.file())).stream()
                .noneMatch(file -> name(defined, file).isPresent());
    }

    /** The name by which a file exports a component. */
    private Optional<String> name(Outcome.Defined defined, String file) {
        return Optional.ofNullable(byFile.getOrDefault(file, Map.of()).get(defined));
    }

    /** What other files export is not offered, as they may do more when they are loaded. */
    private Optional<Exported> exported(Outcome.Defined defined, Unit unit) {
        var owner = Optional.of(defined.owner());
        var from =
                defined.name().isEmpty()
                        ? owner
                        : exporterOf(unit).or(() -> owner.filter(this::isInFolder));
        return from.flatMap(
                file -> name(defined, file).flatMap(name -> exported(units.get(file), name)));
    }

    private boolean isInFolder(String file) {
        var unit = units.get(file);
        return unit != null
                && resolver.home(unit.path()).resolve("components").equals(unit.path().getParent());
    }

    private Optional<Exported> exported(Unit unit, String name) {
        return specifiers.of(unit).map(module -> new Exported(module, name));
    }

    /** Of the installed copy that the file belongs to: there may be others of the same name. */
    private Optional<String> exporterOf(Unit unit) {
        return exporters.computeIfAbsent(resolver.home(unit.path()), this::exporter);
    }

    private Optional<String> exporter(Path home) {
        return roots.exporter(home)
                .flatMap(
                        path ->
                                units.values().stream()
                                        .filter(u -> u.path().equals(path))
                                        .findFirst())
                .filter(u -> !u.compiled().isBroken())
                .map(Unit::name);
    }
}
