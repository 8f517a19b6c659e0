// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.FileUse.Certainty;
import org.scenewright.assets.Relocations;
import org.scenewright.scene.SceneProject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files and folders of one scene that go elsewhere, and what then has to say something else. */
final class Moving {
    private static final int MOST_WARNINGS = 20;

    private final SceneProject scene;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> leaving = new ArrayList<>();
    private List<FileUse> uses = List.of();

    Moving(SceneProject scene) {
        this.scene = scene;
    }

    /** Of another scene nothing is said here. */
    void add(IResource resource, IResource to) {
        Spot.of(resource)
                .filter(spot -> spot.scene().directory().equals(scene.directory()))
                .ifPresent(
                        spot -> {
                            passages.add(new Passage(resource, to));
                            add(spot.path(), to);
                        });
    }

    private void add(String from, IResource to) {
        Spot.of(to)
                .filter(now -> now.scene().directory().equals(scene.directory()))
                .ifPresentOrElse(now -> paths.put(from, now.path()), () -> leaving.add(from));
    }

    /** What cannot be updated, or not surely. */
    RefactoringStatus check() {
        var found = UseShelf.ofWorkbench().all(scene);
        uses = found.uses();
        var status = new RefactoringStatus();
        var moved = new Relocations(paths);
        hindrances(moved).limit(MOST_WARNINGS).forEach(status::addFatalError);
        leaving.forEach(path -> warn(status, path, path + " leaves the scene, but is used:"));
        uses.stream()
                .filter(use -> moved.respelled(use).isEmpty())
                .filter(use -> paths.keySet().stream().anyMatch(p -> isMaybe(use, p)))
                .limit(MOST_WARNINGS)
                .forEach(
                        use ->
                                status.addWarning(
                                        Words.of(use) + " stays as it is, but may mean it."));
        found.troubles().stream().limit(MOST_WARNINGS).forEach(status::addWarning);
        return status;
    }

    private Stream<String> hindrances(Relocations moved) {
        var readOnly =
                uses.stream()
                        .filter(use -> moved.respelled(use).isPresent())
                        .map(FileUse::file)
                        .distinct()
                        .filter(
                                path ->
                                        Spot.file(scene, path)
                                                .filter(Moving::isReadOnly)
                                                .isPresent())
                        .map(path -> path + " is read-only, but has to name the new place.");
        return Stream.concat(
                passages.stream().flatMap(passage -> passage.hindrance().stream()), readOnly);
    }

    private static boolean isReadOnly(IFile file) {
        return Optional.ofNullable(file.getResourceAttributes())
                .filter(ResourceAttributes::isReadOnly)
                .isPresent();
    }

    private static boolean isMaybe(FileUse use, String path) {
        return use.of(path) == Certainty.POSSIBLE && use.named().stream().noneMatch(path::equals);
    }

    private void warn(RefactoringStatus status, String path, String sentence) {
        Words.list(uses, path, sentence).ifPresent(status::addWarning);
    }

    /** The change that goes before; nothing where all stays as it is. */
    Change change() {
        var moved = new Relocations(paths);
        var byFile = new LinkedHashMap<String, List<UseChange>>();
        for (var use : uses) {
            moved.respelled(use)
                    .ifPresent(
                            now ->
                                    byFile.computeIfAbsent(use.file(), f -> new ArrayList<>())
                                            .add(change(use, now)));
        }
        var changes = new Respelling();
        byFile.forEach(
                (path, list) ->
                        Spot.file(scene, path)
                                .map(file -> new FileChange(scene, file, path, list))
                                .ifPresent(changes::add));
        return changes;
    }

    /** What is not sure has to be ticked. */
    private UseChange change(FileUse use, String now) {
        var change = new UseChange(use, now);
        boolean isSure =
                use.way().isRelative()
                        || paths.keySet().stream()
                                .anyMatch(path -> use.of(path) == Certainty.CERTAIN);
        change.setEnabled(isSure);
        return change;
    }
}
