// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.assets.NamedPaths;
import org.scenewright.content.AssetFile;
import org.scenewright.content.FileKind;
import org.scenewright.content.GltfFiles;
import org.scenewright.content.LocalPath;
import org.scenewright.content.PortableName;
import org.scenewright.content.ProjectFile;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.Resolution;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of its project that a scene shows or plays: those that its components name, and those
 * that their models name. No other file goes from one participant to the other. Not thread-safe; it
 * asks the disk.
 */
final class NeededFiles {
    private static final System.Logger LOG = System.getLogger(NeededFiles.class.getName());
    private static final int MOST = 10_000;

    private final ProjectFiles files;
    private final Map<String, Model> models = new HashMap<>();

    /** What a model names, as its file was then. */
    private record Model(AssetFile file, List<String> named) {}

    NeededFiles(ProjectFiles files) {
        this.files = files;
    }

    /** Their paths by their keys, see {@link LocalPath#key}. */
    Map<String, String> of(SceneSnapshot scene) {
        var needed = new LinkedHashMap<String, String>();
        NamedPaths.of(scene).forEach(path -> add(needed, path));
        var named = List.copyOf(needed.values());
        models.keySet().retainAll(named);
        named.stream()
                .filter(FileKind.MODEL::fits)
                .flatMap(path -> named(path).stream())
                .forEach(path -> add(needed, path));
        return needed;
    }

    private static void add(Map<String, String> needed, String path) {
        LocalPath.names(path)
                .map(names -> String.join("/", names))
                .filter(plain -> needed.size() < MOST && isAsset(plain))
                .ifPresent(plain -> needed.putIfAbsent(plain.toLowerCase(Locale.ROOT), plain));
    }

    /** Whether a path is that of something to be seen or heard, and of nothing hidden. */
    static boolean isAsset(String path) {
        boolean isHidden =
                Stream.of(path.split("/"))
                        .anyMatch(name -> name.startsWith(".") || isPackages(name));
        return !isHidden && PortableName.pathFlaw(path).isEmpty() && isKind(path);
    }

    private static boolean isPackages(String name) {
        return name.equalsIgnoreCase("node_modules");
    }

    private static boolean isKind(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean isBuffer = lower.endsWith(".bin") && !lower.endsWith(".composite.bin");
        return isBuffer || FileKind.of(path).filter(kind -> kind != FileKind.COMPOSITE).isPresent();
    }

    private List<String> named(String model) {
        var found = found(model);
        if (found.isEmpty()) {
            return List.of();
        }
        var now = files.look(model);
        var known = Optional.ofNullable(models.get(model)).filter(m -> m.file.equals(now));
        var read = known.orElseGet(() -> new Model(now, read(model, found.get())));
        models.put(model, read);
        return read.named;
    }

    private static List<String> read(String path, ProjectFile file) {
        try (var in = Files.newInputStream(file.file())) {
            return GltfFiles.of(path, in);
        } catch (IOException unreadable) {
            // Whoever shows it says what is wrong with it.
            LOG.log(System.Logger.Level.DEBUG, "Not read: " + path, unreadable);
            return List.of();
        }
    }

    /** The file at a path, where there is one. */
    Optional<ProjectFile> found(String path) {
        return files.resolve(path) instanceof Resolution.Found found
                        && found.content() instanceof ProjectFile file
                ? Optional.of(file)
                : Optional.empty();
    }

    /** Whether nothing is at a path, and something could be. */
    boolean isMissing(String path) {
        return files.resolve(path) instanceof Resolution.Missing;
    }
}
