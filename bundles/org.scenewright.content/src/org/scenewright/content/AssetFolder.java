// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of a project to which assets of a catalog are imported, named as the official tools
 * do: by the name of the asset in lower case with underscores.
 */
public final class AssetFolder {
    /** Above the folders of assets of a catalog. */
    public static final String PACKS = "assets/asset-packs";

    /** Above the folders of items that people have made themselves. */
    public static final String CUSTOM = "assets/custom";

    private static final int MOST = 10_000;
    private static final int LONGEST = 60;
    private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9_.-]+");
    private static final Pattern EDGES = Pattern.compile("^[._]+|[._]+$");

    private final Path project;
    private final ProjectFiles files;
    private final Predicate<String> isTaken;

    /**
     * @param isTaken whether a folder, given by its path in the project, is to become that of
     *     another asset, whose files may not be there yet
     */
    public AssetFolder(Path project, Predicate<String> isTaken) {
        this.project = project;
        this.files = new ProjectFiles(project);
        this.isTaken = isTaken;
    }

    /** What the folder of something is called: letters, digits, dots, dashes and underscores. */
    public static String named(String name) {
        String spelled = name.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        String safe = UNSAFE.matcher(spelled).replaceAll("_");
        String cut = safe.substring(0, Math.min(LONGEST, safe.length()));
        String trimmed = EDGES.matcher(cut).replaceAll("");
        return trimmed.isEmpty() ? "asset" : PortableName.mended(trimmed);
    }

    /**
     * Chooses the folder for an asset: one that holds the same files already, as far as it holds
     * any, or else one that is not there. It reads files, and asks the provider for what cannot be
     * told by its hash.
     *
     * @param above {@link #PACKS} or {@link #CUSTOM}
     * @throws IOException with a sentence for people where there is none
     */
    public String choose(String above, AssetCatalog.Entry asset) throws IOException {
        String name = above + "/" + named(asset.asset().about().name());
        return Stream.iterate(1, number -> number + 1)
                .limit(MOST)
                .map(number -> number == 1 ? name : name + "_" + number)
                .filter(folder -> !isTaken.test(folder) && suits(folder, asset))
                .findFirst()
                .orElseThrow(() -> new IOException("There are too many folders " + name + "."));
    }

    private boolean suits(String folder, AssetCatalog.Entry asset) {
        var copy = new AssetImport(project, folder, asset);
        boolean isThere = Files.exists(project.resolve(folder));
        return !isThere || isEmpty(project.resolve(folder)) || copy.holdsSame(files);
    }

    private static boolean isEmpty(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException noFolder) {
            return false;
        }
    }
}
