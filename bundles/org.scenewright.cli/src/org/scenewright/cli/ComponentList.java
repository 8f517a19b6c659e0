// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.Problem;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.Conflict;
import org.scenewright.script.ProjectComponent;
import org.scenewright.script.ProjectComponents;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is told of the components of a project, as JSON and as text for people. */
record ComponentList(
        ProjectComponents found, List<Finding> findings, List<CompositeFile> composites) {
    private static final String NONE = "";

    Value toValue() {
        var facts = new LinkedHashMap<String, Value>();
        facts.put("components", Value.of(found.components().stream().map(this::value).toList()));
        facts.put("sideEffects", Value.of(sideEffects().map(ComponentList::value).toList()));
        facts.put("conflicts", Value.of(found.conflicts().stream().map(this::value).toList()));
        facts.put("problems", Value.of(problems().map(ComponentList::problem).toList()));
        return new Value.Fields(facts);
    }

    /** The problems, each as a line. */
    List<String> warnings() {
        return problems().map(p -> sentence(value(p))).toList();
    }

    /** What is the matter with source files so that components may be missing, each as a line. */
    static List<String> warnings(List<Finding> findings) {
        return new ComponentList(new ProjectComponents(List.of(), List.of()), findings, List.of())
                .warnings();
    }

    private Stream<Finding> sideEffects() {
        return findings.stream().filter(f -> f.kind() == Finding.Kind.SIDE_EFFECT);
    }

    /** What else is the matter with files, so that components may be missing here. */
    private Stream<Finding> problems() {
        var ofSources = findings.stream().filter(f -> f.kind() != Finding.Kind.SIDE_EFFECT);
        var ofComposites =
                composites.stream()
                        .filter(file -> !file.isReadable())
                        .flatMap(file -> file.problems().stream())
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .map(ComponentList::finding);
        return Stream.concat(ofSources, ofComposites);
    }

    private static Finding finding(Problem problem) {
        var place = new Place(problem.file(), problem.line(), problem.column());
        return new Finding(Finding.Kind.SYNTAX, place, problem.message());
    }

    private Value value(ProjectComponent component) {
        var facts = new LinkedHashMap<String, Value>();
        facts.put("name", Value.of(component.name()));
        facts.put("number", Value.of(component.number().toLong()));
        facts.put("package", Value.of(component.packageName()));
        facts.put("file", Value.of(component.place().file()));
        facts.put("line", Value.of(component.place().line()));
        facts.put("schema", component.jsonSchema());
        facts.put("default", component.initial());
        facts.put("internal", Value.of(component.isInternal()));
        return new Value.Fields(facts);
    }

    private Value value(Conflict conflict) {
        return value(conflict.component(), conflict.place(), conflict.message());
    }

    private static Value value(Finding finding) {
        return value(NONE, finding.place(), finding.message());
    }

    private static Value problem(Finding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT);
        return value(finding).with(FieldPath.of("kind"), Value.of(kind));
    }

    /** Whether nothing is unknown here but what packages that are not there would define. */
    boolean isWhole() {
        return problems().noneMatch(ComponentList::hidesComponents);
    }

    /** Whether components may be missing because of a file that is there. */
    static boolean hidesComponents(Finding finding) {
        return switch (finding.kind()) {
            case SYNTAX, LIMIT, FAILED -> true;
            case SIDE_EFFECT, MISSING -> false;
        };
    }

    private static Value value(String component, Place place, String message) {
        var facts = new LinkedHashMap<String, Value>();
        if (!component.isEmpty()) {
            facts.put("name", Value.of(component));
        }
        facts.put("file", Value.of(place.file()));
        facts.put("line", Value.of(place.line()));
        facts.put("message", Value.of(message));
        return new Value.Fields(facts);
    }

    /** The components a line each, and what is the matter if anything is. */
    static String text(Value facts) {
        var lines = new ArrayList<String>();
        facts.items("components").forEach(c -> lines.add(printable(line(c))));
        add(lines, "Side effects", facts.items("sideEffects"));
        add(lines, "Conflicts", facts.items("conflicts"));
        return lines.isEmpty() ? "There are no components." : String.join("\n", lines);
    }

    private static void add(List<String> lines, String heading, List<Value> items) {
        if (!items.isEmpty()) {
            lines.add(heading + ": " + items.size());
            items.forEach(item -> lines.add("  " + sentence(item)));
        }
    }

    private static String line(Value component) {
        String owner = component.text("package", NONE);
        return component.text("name", NONE)
                + " ("
                + ValueJson.print(component.members().getOrDefault("number", Value.EMPTY))
                + ") "
                + place(component)
                + (owner.isEmpty() ? NONE : ", of " + owner)
                + (component.flag("internal", false) ? ", internal" : NONE);
    }

    private static String sentence(Value item) {
        String name = item.text("name", NONE);
        String what = (name.isEmpty() ? NONE : name + ": ") + item.text("message", NONE);
        return printable(place(item).isEmpty() ? what : place(item) + ": " + what);
    }

    /** Names of files and components may hold what a terminal takes for a command. */
    static String printable(String line) {
        return line.replaceAll("\\p{Cc}", "\uFFFD");
    }

    private static String place(Value item) {
        int line = (int) item.number("line", 0);
        return item.text("file", NONE) + (line == 0 ? NONE : ":" + line);
    }
}
