// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The search for the files of a project that are deployed. Folders behind links, those whose name
 * starts with a dot and {@code node_modules} are not entered, as by the official tools.
 */
@SuppressWarnings("null") // the interface says nothing about null
final class DeployedFiles extends SimpleFileVisitor<Path> {
    private final Path project;
    private final DclIgnore ignored;
    private final List<String> paths = new ArrayList<>();
    private final List<Manifest.Trouble> problems = new ArrayList<>();

    private DeployedFiles(Path project, DclIgnore ignored) {
        this.project = project;
        this.ignored = ignored;
    }

    /**
     * @throws IOException where the folder cannot be read
     */
    static DeployedFiles of(Path project) throws IOException {
        if (!Files.isDirectory(project)) {
            throw new IOException("There is no folder " + project + ".");
        }
        // The folder itself may be a link.
        var root = project.toRealPath();
        var search = new DeployedFiles(root, DclIgnore.of(root));
        Files.walkFileTree(root, search);
        Collections.sort(search.paths);
        return search;
    }

    /** The files' paths inside the project, with forward slashes, sorted. */
    List<String> paths() {
        return paths;
    }

    /** What could not be read. */
    List<Manifest.Trouble> problems() {
        return problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(project) || isEntered(folder)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    private boolean isEntered(Path folder) {
        var name = folder.getFileName().toString();
        return !name.startsWith(".") && !name.equals("node_modules");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var path = path(file);
        if (isEntered(file) && !ignored.ignores(path)) {
            add(file, path, attributes.isSymbolicLink());
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, String path, boolean isLink) {
        if (Files.isRegularFile(file)) {
            paths.add(path);
        }
        if (isLink && !leadsInside(file)) {
            tell(path, "Is a link that leads out of the project, or nowhere.");
        }
    }

    private boolean leadsInside(Path link) {
        try {
            return link.toRealPath().startsWith(project);
        } catch (IOException broken) {
            return false;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(project)) {
            throw failure;
        }
        problems.add(Manifest.Trouble.unreadable(path(file), failure));
        return FileVisitResult.CONTINUE;
    }

    private void tell(String path, String message) {
        problems.add(new Manifest.Trouble(path, message, false));
    }

    private String path(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }
}
