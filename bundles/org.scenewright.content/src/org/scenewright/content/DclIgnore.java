// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which files of a project stay at home when it is deployed: what its {@code .dclignore} says, by
 * the rules of git, and what the official tools never take. Any thread.
 */
public final class DclIgnore {
    /** The file of a project that says it. */
    public static final String NAME = ".dclignore";

    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> ALWAYS =
            List.of(
                    ".*",
                    "package.json",
                    "package-lock.json",
                    "yarn-lock.json",
                    "build.json",
                    "export",
                    "tsconfig.json",
                    "tslint.json",
                    "node_modules",
                    "dclcontext",
                    "**/*.ts",
                    "**/*.tsx",
                    "Dockerfile",
                    "thumbnails",
                    "dist",
                    "README.md",
                    "*.blend",
                    "*.fbx",
                    "*.zip",
                    "*.rar",
                    "*.map",
                    "node_modules/**",
                    "*.md");

    private final List<IgnoreRule> rules;

    private DclIgnore(List<IgnoreRule> rules) {
        this.rules = rules;
    }

    /** The rules of a file with this text. */
    public static DclIgnore of(String text) {
        // The official tools add theirs behind, where the same line does not stand before already.
        var lines = new LinkedHashSet<String>();
        Stream.concat(Stream.of(text.split("\n")), ALWAYS.stream()).forEach(lines::add);
        return new DclIgnore(
                lines.stream().map(IgnoreRule::parse).flatMap(Optional::stream).toList());
    }

    /**
     * The rules of a project.
     *
     * @throws IOException where it has such a file that cannot be read or has more than a megabyte
     */
    public static DclIgnore of(Path project) throws IOException {
        var file = project.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return of("");
        }
        return of(new String(new ProjectFile(file).bytes(MOST_BYTES), StandardCharsets.UTF_8));
    }

    /**
     * Whether a file is left out.
     *
     * @param path inside the project, with forward slashes
     */
    public boolean ignores(String path) {
        var names = List.of(path.split("/"));
        // A file is not taken back from a folder that is left out.
        return IntStream.rangeClosed(1, names.size())
                .anyMatch(depth -> isIgnored(names.subList(0, depth), depth < names.size()));
    }

    /** The last rule that fits decides. */
    private boolean isIgnored(List<String> names, boolean isFolder) {
        return rules.reversed().stream()
                .filter(rule -> rule.fits(names, isFolder))
                .findFirst()
                .map(rule -> !rule.takesBack())
                .orElse(false);
    }
}
