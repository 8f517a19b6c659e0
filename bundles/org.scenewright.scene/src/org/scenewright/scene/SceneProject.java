// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a scene and where its files are; holds only paths, which need not exist. */
public final class SceneProject {
    private static final String SCENE_JSON = "scene.json";
    private static final String ENDING = ".composite";
    private static final String BINARY_ENDING = ".composite.bin";
    private static final int FARTHEST_UP = 12;
    private static final List<String> MAIN = List.of("assets", "scene", "main.composite");

    private final Path directory;
    private final Path composite;

    private SceneProject(Path directory, Path composite) {
        this.directory = directory;
        this.composite = composite;
    }

    /**
     * The project of a folder, of a composite file or of any other file or folder inside a scene's
     * folder.
     */
    public static SceneProject of(Path place) {
        var path = place.toAbsolutePath().normalize();
        boolean isFile = !Files.isDirectory(path);
        var start = isFile ? path.resolveSibling("") : path;
        var directory = upwards(start).orElse(start);
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean isComposite = isFile && (name.endsWith(ENDING) || name.endsWith(BINARY_ENDING));
        return new SceneProject(directory, isComposite ? path : main(directory));
    }

    /** The project of exactly this folder, whatever is in it and above it. */
    public static SceneProject at(Path folder) {
        var directory = folder.toAbsolutePath().normalize();
        return new SceneProject(directory, main(directory));
    }

    /** The nearest folder from here up that has one of the two files that make a scene. */
    private static Optional<Path> upwards(Path start) {
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .limit(FARTHEST_UP)
                .filter(path -> isFile(existing(path, SCENE_JSON)) || isFile(main(path)))
                .findFirst();
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    private static Path main(Path directory) {
        var path = directory;
        for (var name : MAIN) {
            path = existing(path, name);
        }
        return path;
    }

    /**
     * The entry of a folder with a name whatever its case; the name as given where there is none.
     */
    private static Path existing(Path folder, String name) {
        var exact = folder.resolve(name);
        if (Files.exists(exact) || !Files.isDirectory(folder)) {
            return exact;
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(
                            entry -> String.valueOf(entry.getFileName()).equalsIgnoreCase(name))
                    .sorted()
                    .findFirst()
                    .orElse(exact);
        } catch (IOException | UncheckedIOException unreadable) {
            // A folder that may not be listed holds nothing that could be opened either.
            return exact;
        }
    }

    /** The folder that paths in the scene are relative to. */
    public Path directory() {
        return directory;
    }

    /**
     * The composite file that is edited, {@code assets/scene/main.composite} unless another one was
     * opened.
     */
    public Path composite() {
        return composite;
    }

    public Path sceneJson() {
        return existing(directory, SCENE_JSON);
    }

    /**
     * Whether the composite is the one that the SDK's tools edit; another one of its name elsewhere
     * in the project is not.
     */
    boolean isMain() {
        return relative(composite).equalsIgnoreCase(String.join("/", MAIN));
    }

    /** The file that what a conflict is about is written in. */
    public Path file(Conflict conflict) {
        return conflict.component().equals(Comparison.SETTINGS) ? sceneJson() : composite;
    }

    /** The TypeScript file with the names of entities, beside the composite. */
    Path entityNames() {
        return existing(composite.resolveSibling(""), "entity-names.ts");
    }

    /** A path as people read it: relative to the project, with forward slashes. */
    public String relative(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        var shown = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /**
     * All composite files of the project in the order of their paths, the main one first; without
     * those in {@code node_modules}, in folders whose name starts with a dot, and behind links.
     */
    public List<Path> composites() {
        var found = new ArrayList<>(new FileSearch(ENDING, false).below(directory));
        found.remove(composite);
        if (Files.exists(composite)) {
            found.addFirst(composite);
        }
        return found;
    }

    /** The composites that the SDK's build finds, in libraries too, in the order of their paths. */
    List<Path> compositesOfBuild() {
        return new FileSearch(ENDING, true).below(directory);
    }
}
