// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A package.json, or another settings file as these are written: with comments.
 *
 * @param json its object, or a missing node
 */
record PackageFile(JsonNode json) {
    static final PackageFile NONE = new PackageFile(MissingNode.getInstance());
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    /** The conditions that hold for an import in a scene, as its bundler takes them. */
    private static final Set<String> IMPORTED = Set.of("import", "module", "browser", "default");

    /** Those for a package that does not say what an import gets of it. */
    private static final Set<String> REQUIRED =
            Set.of("import", "module", "browser", "default", "require", "node");

    static PackageFile parse(String text) {
        try {
            var json = MAPPER.readTree(text);
            return json.isObject() ? new PackageFile(json) : NONE;
        } catch (JacksonException e) {
            return NONE;
        }
    }

    String name() {
        return json.path("name").asText("");
    }

    /** The packages it depends on, those for its development aside; in order. */
    Stream<String> dependencies() {
        var names = new TreeSet<String>();
        json.path("dependencies").fieldNames().forEachRemaining(names::add);
        json.path("peerDependencies").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    /** The packages without which it does not work. */
    Stream<String> required() {
        var names = new TreeSet<String>();
        json.path("dependencies").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    /** Whether it is made for scenes: whether it needs the SDK, be it only to be built. */
    boolean isForScenes() {
        return Stream.of("dependencies", "peerDependencies", "devDependencies")
                .anyMatch(
                        kind -> json.path(kind).has("@dcl/sdk") || json.path(kind).has("@dcl/ecs"));
    }

    boolean hasExports() {
        return json.has("exports");
    }

    /** The files that may be meant by importing the package itself, best first. */
    List<String> mains() {
        var found = new ArrayList<String>();
        for (String key : List.of("module", "main")) {
            if (json.path(key).isTextual()) {
                found.add(json.path(key).asText());
            }
        }
        found.add("index");
        return found;
    }

    /**
     * The file that a subpath stands for in the map of exports.
     *
     * @param subpath {@code .} or {@code ./} and a path
     */
    Optional<String> exported(String subpath) {
        var exports = json.path("exports");
        boolean bySubpath =
                exports.isObject()
                        && exports.properties().stream().anyMatch(e -> e.getKey().startsWith("."));
        if (!bySubpath) {
            return subpath.equals(".") ? target(exports, "") : Optional.empty();
        }
        return exports.has(subpath)
                ? target(exports.path(subpath), "")
                : byPattern(exports, subpath);
    }

    /** The longest matching key with a star, or a folder, wins. */
    private static Optional<String> byPattern(JsonNode exports, String subpath) {
        return exports.properties().stream()
                .filter(e -> matches(e.getKey(), subpath))
                .max((a, b) -> Integer.compare(before(a.getKey()), before(b.getKey())))
                .flatMap(e -> target(e.getValue(), rest(e.getKey(), subpath)));
    }

    private static boolean matches(String key, String subpath) {
        int star = key.indexOf('*');
        if (star < 0) {
            return key.endsWith("/") && subpath.startsWith(key);
        }
        return subpath.length() >= key.length()
                && subpath.startsWith(key.substring(0, star))
                && subpath.endsWith(key.substring(star + 1));
    }

    private static int before(String key) {
        return key.contains("*") ? key.indexOf('*') : key.length();
    }

    private static String rest(String key, String subpath) {
        int star = key.indexOf('*');
        return star < 0
                ? subpath.substring(key.length())
                : subpath.substring(star, subpath.length() - (key.length() - star - 1));
    }

    private static Optional<String> target(JsonNode node, String rest) {
        return chosen(node, IMPORTED)
                .or(() -> chosen(node, REQUIRED))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(path -> path.endsWith("/") ? path + rest : path.replace("*", rest));
    }

    /** By the first condition in the file that holds; where null is the answer, that is one. */
    private static Optional<JsonNode> chosen(JsonNode node, Set<String> conditions) {
        if (node.isTextual() || node.isNull()) {
            return Optional.of(node);
        }
        if (node.isArray()) {
            return node.valueStream()
                    .flatMap(n -> chosen(n, conditions).stream())
                    .filter(JsonNode::isTextual)
                    .findFirst();
        }
        return node.propertyStream()
                .filter(e -> conditions.contains(e.getKey()))
                .flatMap(e -> chosen(e.getValue(), conditions).stream())
                .findFirst();
    }
}
