// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Short names for components in one file of TypeScript: where several have one simple name, that of
 * the project itself keeps it and the others are called after their packages, too.
 */
final class Aliases {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");
    private static final Set<String> RESERVED =
            Set.of(
                    ("arguments await break case catch class const continue debugger default delete"
                                    + " do else enum eval export extends false finally for function"
                                    + " if implements import in instanceof interface let new null"
                                    + " package private protected public return static super switch"
                                    + " this throw true try typeof undefined var void while with"
                                    + " yield")
                            .split(" "));

    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, String> declarations = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);

    /**
     * @param definitions one for each full name; their order plays no part
     */
    Aliases(List<Definition> definitions) {
        var bySimple = definitions.stream().collect(Collectors.groupingBy(Aliases::simple));
        var others = new ArrayList<Definition>();
        bySimple.forEach((simple, all) -> others.addAll(without(simple, all)));
        others.sort(Comparator.comparing(Definition::name));
        others.forEach(d -> aliases.put(d.name(), free(longName(d))));
        definitions.stream()
                .sorted(Comparator.comparing(Definition::name))
                .forEach(d -> declarations.put(d.name(), free(of(d) + "ComponentDeclaration")));
    }

    /** Those that do not get the simple name. */
    private List<Definition> without(String simple, List<Definition> all) {
        var own = all.stream().filter(d -> d.packageName().isEmpty()).toList();
        var first = all.size() == 1 ? all : own;
        if (first.size() != 1 || !taken.add(simple)) {
            return all;
        }
        aliases.put(first.getFirst().name(), simple);
        return all.stream().filter(d -> d != first.getFirst()).toList();
    }

    /** The alias of a component. */
    String of(Definition definition) {
        return aliases.getOrDefault(definition.name(), "");
    }

    /** What its declaration is called where it is imported to be given its name. */
    String ofDeclaration(Definition definition) {
        return declarations.getOrDefault(definition.name(), "");
    }

    /** This name or one like it that nothing else has. */
    private String free(String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    private static String simple(Definition definition) {
        return identifier(tail(definition.name()));
    }

    private static String longName(Definition definition) {
        String name = definition.name();
        String head = name.substring(0, name.length() - tail(name).length());
        return identifier(words(head) + words(tail(name)));
    }

    private static String tail(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static String identifier(String text) {
        String word = WORD.matcher(text).matches() ? text : words(text);
        if (word.isEmpty()) {
            return "Component";
        }
        return Character.isDigit(word.codePointAt(0)) ? "_" + word : word;
    }

    private static String words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
