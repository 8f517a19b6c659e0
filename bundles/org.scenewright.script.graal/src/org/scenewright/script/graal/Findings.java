// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a person ought to know: each thing once, in the order of the files. */
final class Findings {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing((Finding f) -> f.place().file())
                    .thenComparing(f -> f.place().line())
                    .thenComparing(f -> f.place().column())
                    .thenComparing(Finding::kind)
                    .thenComparing(Finding::message);

    private final Units units;
    private final Set<Path> roots;
    private final Set<Finding> found = new LinkedHashSet<>();

    Findings(Units units, List<Path> roots) {
        this.units = units;
        this.roots = Set.copyOf(roots);
    }

    void refused(String file, Finding finding) {
        found.add(finding);
    }

    void skipped(String file) {
        add(
                Finding.Kind.LIMIT,
                new Place(file, 0, 0),
                "Loading this file took too long or too much memory. It is left out until it"
                        + " changes.");
    }

    void late(String file) {
        found.add(tooLate(file));
    }

    static Finding tooLate(String file) {
        return new Finding(
                Finding.Kind.LIMIT,
                new Place(file, 0, 0),
                "This file is not read yet, as those before it took more than %d seconds. The next"
                                .formatted(Budget.USUAL.toSeconds())
                        + " time goes on from here.");
    }

    void absent(String packageName, int line) {
        add(
                Finding.Kind.MISSING,
                new Place("package.json", line, 0),
                "The package '%s' is not installed; what it defines is not known."
                        .formatted(packageName));
    }

    void tooMany() {
        add(
                Finding.Kind.LIMIT,
                new Place("", 0, 0),
                "This project has more than %d source files, or more than %d files and folders;"
                                .formatted(ProjectScan.MOST_FILES, ProjectScan.MOST_LOOKED_AT)
                        + " those beyond are left out.");
    }

    void tooMuch() {
        add(
                Finding.Kind.LIMIT,
                new Place("", 0, 0),
                "The source files of this project and its packages hold more than %d MB; those"
                                .formatted(SourceFiles.MOST_BYTES_IN_ALL >> 20)
                        + " beyond are left out.");
    }

    void namedByFolder(String project) {
        add(
                Finding.Kind.MISSING,
                new Place("package.json", 0, 0),
                "No package.json says the \"name\" of this project: its components are called after"
                        + " its folder, %s::, and get other names where that has another one."
                                .formatted(project));
    }

    void unnamed(Place place) {
        add(
                Finding.Kind.FAILED,
                place,
                "This component has no name. Make the declaration the default export of its file,"
                        + " which then names it, or pass a full name such as 'my-scene::Velocity'"
                        + " first.");
    }

    private void add(Finding.Kind kind, Place place, String message) {
        found.add(new Finding(kind, place, message));
    }

    /** All that was found, with what became of loading the files. */
    List<Finding> of(List<Outcome> outcomes) {
        units.all().stream().filter(Unit::isOfProject).forEach(this::seen);
        var known = new HashSet<String>();
        found.forEach(finding -> known.add(line(finding.place())));
        // That a global was made is known of no line; where values are changed that will be it.
        found.stream()
                .filter(finding -> finding.message().contains(" is set. "))
                .forEach(finding -> known.add(finding.place().file() + ":0"));
        for (var outcome : outcomes) {
            outcome.findings().stream().filter(f -> isNews(f, known)).forEach(found::add);
        }
        return found.stream().sorted(ORDER).toList();
    }

    /** What reading has shown already is not told again; nor is what packages do. */
    private static boolean isNews(Finding finding, Set<String> known) {
        return switch (finding.kind()) {
            case SIDE_EFFECT ->
                    !known.contains(line(finding.place()))
                            && !finding.place().file().contains("node_modules/");
            case SYNTAX, MISSING, LIMIT, FAILED -> true;
        };
    }

    private static String line(Place place) {
        return place.file() + ":" + place.line();
    }

    private void seen(Unit unit) {
        var insight = unit.compiled().insight();
        if (roots.contains(unit.path()) || !unit.compiled().isBroken()) {
            insight.troubles()
                    .forEach(
                            t ->
                                    add(
                                            t.kind(),
                                            new Place(unit.name(), t.line(), t.column()),
                                            t.message()));
        }
        if (unit.compiled().defines()) {
            insight.effects()
                    .forEach(
                            e ->
                                    add(
                                            Finding.Kind.SIDE_EFFECT,
                                            new Place(unit.name(), e.line(), e.column()),
                                            Purity.explained(e.what())));
        }
        if (!Units.isStoodInFor(unit)) {
            missing(unit);
        }
    }

    private void missing(Unit unit) {
        for (int i = 0; i < unit.targets().size(); i++) {
            if (unit.targets().get(i) instanceof Resolver.Target.Missing) {
                var link = unit.compiled().imports().get(i);
                add(
                        Finding.Kind.MISSING,
                        new Place(unit.name(), link.line(), 0),
                        absence(link.specifier()));
            }
        }
    }

    private static String absence(String specifier) {
        if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
            return "There is no '%s' to import; is a package not installed?".formatted(specifier);
        }
        String remedy =
                specifier.endsWith("/declare-component")
                        ? " Project > Generate components.generated.ts writes it, as does"
                                + " releng/scenewright components DIR --generate."
                        : "";
        return "There is no file '%s' beside it.".formatted(specifier) + remedy;
    }
}
