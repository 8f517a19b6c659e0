// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files that imports mean, as bundlers of scenes do. */
final class Resolver {
    private static final List<String> ENDINGS =
            List.of("", ".ts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".json");
    private static final List<String> LOADED =
            List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx", ".json");

    private final Path project;
    private final SourceFiles files;
    private final Map<Path, PackageFile> packages = new HashMap<>();
    private final Map<Path, Boolean> folders = new HashMap<>();
    private final Map<String, Target> resolved = new HashMap<>();

    Resolver(Path project, SourceFiles files) {
        this.project = project;
        this.files = files;
    }

    /** What an import leads to. */
    sealed interface Target {
        /** A file to be loaded. */
        record File(Path path) implements Target {}

        /** What only a running scene has: the SDK and its runtime; it is stood in for. */
        record Sdk() implements Target {}

        /** Nothing. */
        record Missing() implements Target {}
    }

    Target resolve(String specifier, Path from) {
        return resolved.computeIfAbsent(
                from.getParent() + "\n" + specifier, key -> find(specifier, from.getParent()));
    }

    private Target find(String specifier, Path folder) {
        if (isOfTheSdk(specifier)) {
            return new Target.Sdk();
        }
        try {
            return path(specifier, folder)
                    .map(files::real)
                    .<Target>map(Target.File::new)
                    .orElseGet(Target.Missing::new);
        } catch (InvalidPathException e) {
            return new Target.Missing();
        }
    }

    private static boolean isOfTheSdk(String specifier) {
        return specifier.startsWith("@dcl/")
                || specifier.startsWith("~")
                || specifier.matches("react(/.*)?|.*\\.(css|png|svg|glb)");
    }

    private Optional<Path> path(String specifier, Path folder) {
        if (specifier.startsWith(".")) {
            return file(folder.resolve(specifier).normalize())
                    .filter(f -> isWithin(ground(folder), f));
        }
        if (specifier.startsWith("/") || specifier.contains("\\") || specifier.contains(":")) {
            return Optional.empty();
        }
        var own = isOutside(folder) ? Optional.<Path>empty() : byPaths(specifier);
        return own.isPresent() ? own : inPackage(specifier, folder);
    }

    /** What files may reach by a path: neither a project nor a package has business beside it. */
    private Path ground(Path folder) {
        return isOutside(folder)
                ? ancestors(folder)
                        .filter(Resolver::isInstalled)
                        .findFirst()
                        .orElseGet(() -> homeOf(folder))
                : project;
    }

    private static boolean isInstalled(Path folder) {
        var above = folder.getParent();
        return above != null
                && (above.endsWith("node_modules")
                                && !String.valueOf(folder.getFileName()).startsWith("@")
                        || above.getParent() != null
                                && above.getParent().endsWith("node_modules")
                                && above.getFileName().toString().startsWith("@"));
    }

    private static Stream<Path> ancestors(Path folder) {
        return Stream.iterate(folder, f -> f != null, Path::getParent);
    }

    /** Whether a file lies below a folder, also where names on the way are links. */
    boolean isWithin(Path ground, Path file) {
        return file.startsWith(ground) && files.real(file).startsWith(files.real(ground));
    }

    private boolean isOutside(Path folder) {
        return !folder.startsWith(project) || folder.startsWith(project.resolve("node_modules"));
    }

    /** The file of a path that may lack its ending, or be written with that of the build. */
    Optional<Path> file(Path base) {
        var plain = ENDINGS.stream().map(e -> base.resolveSibling(base.getFileName() + e));
        var index = ENDINGS.stream().skip(1).map(e -> base.resolve("index" + e));
        var built = base.toString().replaceFirst("\\.([cm]?)js(x?)$", ".$1ts$2");
        var source = Stream.of(built, built.replaceFirst("ts$", "tsx")).map(Path::of);
        return Stream.of(plain, source, index)
                .flatMap(paths -> paths)
                .filter(Resolver::isLoaded)
                .filter(files::isFile)
                .findFirst();
    }

    private static boolean isLoaded(Path path) {
        var name = path.toString();
        return LOADED.stream().anyMatch(name::endsWith);
    }

    private Optional<Path> byPaths(String specifier) {
        var options = settings(project.resolve("tsconfig.json")).json().path("compilerOptions");
        var base = project.resolve(options.path("baseUrl").asText("."));
        for (var entry : options.path("paths").properties()) {
            var key = entry.getKey();
            var star = key.indexOf('*');
            boolean fits =
                    star < 0 ? key.equals(specifier) : specifier.startsWith(key.substring(0, star));
            if (fits) {
                var rest = star < 0 ? "" : specifier.substring(star);
                var found =
                        entry.getValue()
                                .valueStream()
                                .map(to -> base.resolve(to.asText().replace("*", rest)).normalize())
                                .flatMap(to -> file(to).stream())
                                .filter(to -> isWithin(project, to))
                                .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return options.has("baseUrl")
                ? file(base.resolve(specifier).normalize()).filter(to -> isWithin(project, to))
                : Optional.empty();
    }

    private Optional<Path> inPackage(String specifier, Path folder) {
        var parts = specifier.split("/", specifier.startsWith("@") ? 3 : 2);
        int words = specifier.startsWith("@") ? 2 : 1;
        if (parts.length < words) {
            return Optional.empty();
        }
        var name = String.join("/", List.of(parts).subList(0, words));
        var subpath = parts.length > words ? parts[words] : "";
        return folderOf(name, folder).flatMap(home -> within(home, subpath));
    }

    /** What a file in the project's own folder gets from a package. */
    Optional<Path> offered(String packageName, String subpath) {
        return folderOf(packageName, project)
                .flatMap(home -> within(home, subpath))
                .map(files::real);
    }

    /** The folder of a package as seen from another folder. */
    Optional<Path> folderOf(String packageName, Path from) {
        return ancestors(from)
                .map(f -> f.resolve("node_modules").resolve(packageName))
                .filter(f -> f.getParent() != null && isFolder(f))
                .findFirst();
    }

    private boolean isFolder(Path folder) {
        return folders.computeIfAbsent(folder, java.nio.file.Files::isDirectory);
    }

    /** The file of a package that a subpath means, or the package's own without one. */
    Optional<Path> within(Path home, String subpath) {
        try {
            return found(home, subpath);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> found(Path home, String subpath) {
        var settings = packageOf(home);
        var main = subpath.isEmpty() ? settings.mains() : List.of(subpath);
        var candidates =
                settings.hasExports()
                        ? settings.exported(subpath.isEmpty() ? "." : "./" + subpath).stream()
                        : main.stream();
        return candidates
                .map(to -> home.resolve(to).normalize())
                .flatMap(to -> file(to).stream())
                .filter(file -> isWithin(home, file))
                .findFirst();
    }

    PackageFile packageOf(Path folder) {
        return settings(folder.resolve("package.json"));
    }

    private PackageFile settings(Path file) {
        var known = packages.get(file);
        if (known == null) {
            known =
                    java.nio.file.Files.isRegularFile(file)
                            ? files.text(file)
                                    .map(t -> PackageFile.parse(t.text()))
                                    .orElse(PackageFile.NONE)
                            : PackageFile.NONE;
            packages.put(file, known);
        }
        return known;
    }

    /** The name of the package that a file belongs to, nothing for the project itself. */
    String packageName(Path file) {
        var home = home(file);
        return home.equals(project) ? "" : name(home);
    }

    String projectName() {
        return name(project);
    }

    /** Whether the project has its name from its folder, which others may call otherwise. */
    boolean isNamedByFolder() {
        return packageOf(project).name().isEmpty();
    }

    private String name(Path home) {
        var name = packageOf(home).name();
        return name.isEmpty() ? String.valueOf(home.getFileName()) : name;
    }

    /** The folder of the package that a file belongs to. */
    Path home(Path file) {
        return isOutside(file) ? homeOf(file.getParent()) : project;
    }

    private Path homeOf(Path inner) {
        return ancestors(inner)
                .filter(folder -> !packageOf(folder).name().isEmpty())
                .findFirst()
                .orElse(inner);
    }
}
