// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.ValidateEditChecker;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.FileUse.Certainty;
import org.scenewright.assets.Relocations;
import org.scenewright.scene.SceneProject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    RefactoringStatus check(CheckConditionsContext context) {
        var found = UseShelf.ofWorkbench().all(scene);
        uses = found.uses();
        var status = new RefactoringStatus();
        var moved = new Relocations(paths);
        discover(moved, status);
        hindrances(moved).limit(MOST_WARNINGS).forEach(status::addFatalError);
        ask(context, moved);
        doubtful(moved)
                .filter(Moving::isReadOnly)
                .limit(MOST_WARNINGS)
                .forEach(
                        file ->
                                status.addWarning(
                                        file.getFullPath().makeRelative()
                                                + " is read-only and stays as it is."));
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

    /** Else what is new would name the old place, and nobody would know. */
    private void discover(Relocations moved, RefactoringStatus status) {
        try {
            for (var use : uses) {
                var now = moved.respelled(use);
                if (now.isPresent() && Spot.file(scene, use.file()).isEmpty()) {
                    for (var file : Spot.files(scene, use.file()).toList()) {
                        Spot.discover(file);
                    }
                }
            }
        } catch (CoreException unseen) {
            status.addWarning("Not all files could be looked at: " + unseen.getMessage());
        }
    }

    private Stream<String> hindrances(Relocations moved) {
        var changed = naming(moved, this::isSure).flatMap(Moving::unread);
        return Stream.concat(
                passages.stream().flatMap(passage -> passage.hindrance().stream()), changed);
    }

    private static Stream<String> unread(IFile file) {
        return OpenText.of(file)
                .flatMap(OpenText::hindrance)
                .map(why -> file.getFullPath().makeRelative() + " cannot be changed: " + why + ".")
                .stream();
    }

    /** Whoever keeps files from being written may let it happen, and else says so. */
    private void ask(CheckConditionsContext context, Relocations moved) {
        Optional.ofNullable(context.getChecker(ValidateEditChecker.class))
                .ifPresent(
                        checker ->
                                naming(moved, this::isSure)
                                        .filter(Moving::isReadOnly)
                                        .forEach(checker::addFile));
    }

    /** The files in which no use is sure that would say something else. */
    private Stream<IFile> doubtful(Relocations moved) {
        var sure = naming(moved, this::isSure).toList();
        return naming(moved, use -> true).filter(file -> !sure.contains(file));
    }

    /** The files with such uses that would say something else. */
    private Stream<IFile> naming(Relocations moved, Predicate<FileUse> uses) {
        return this.uses.stream()
                .filter(use -> moved.respelled(use).isPresent())
                .filter(uses)
                .map(FileUse::file)
                .distinct()
                .flatMap(path -> Spot.file(scene, path).stream());
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
        change.setEnabled(isSure(use));
        return change;
    }

    private boolean isSure(FileUse use) {
        return use.way().isRelative()
                || paths.keySet().stream().anyMatch(path -> use.of(path) == Certainty.CERTAIN);
    }
}
