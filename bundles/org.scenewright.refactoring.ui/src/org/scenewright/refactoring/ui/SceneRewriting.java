// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.scenewright.assets.FileUse;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Saved;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Texts of an open scene that are to say something else: one edit, one step to undo. */
record SceneRewriting(SceneSession session, Map<FileUse, String> said) {
    private static final int PATIENCE_SECONDS = 60;

    /**
     * Does it and waits; saves a scene that had nothing unsaved.
     *
     * @return why it could not be done
     */
    Optional<String> objection() {
        boolean isClean = !session.status().dirty();
        var edits = edits(session.snapshot());
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        var edit = new Edit.All("Update References", edits);
        return await(session.post(edit, Origin.RELOCATION).thenApply(SceneRewriting::refusal))
                .or(
                        () ->
                                isClean
                                        ? await(session.save().thenApply(this::unsaved))
                                        : Optional.empty());
    }

    /** What says something else by now is left alone. */
    private List<Edit> edits(SceneSnapshot now) {
        return said.entrySet().stream()
                .flatMap(e -> edit(now, e.getKey(), Value.of(e.getValue())).stream())
                .toList();
    }

    private static Optional<Edit> edit(SceneSnapshot now, FileUse use, Value value) {
        var before = Optional.<Value>of(Value.of(use.text()));
        if (use.component().isEmpty()) {
            return now.settings().at(use.field()).equals(before)
                    ? Optional.of(new Edit.Configure(use.field(), value))
                    : Optional.empty();
        }
        return Entity.parse(use.entity())
                .filter(
                        entity ->
                                now.value(entity, use.component())
                                        .flatMap(v -> v.at(use.field()))
                                        .equals(before))
                .map(entity -> new Edit.Set(entity, use.component(), use.field(), value));
    }

    private static Optional<String> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> Optional.empty();
            case Outcome.Refused(var reason) -> Optional.of(reason);
        };
    }

    private Optional<String> unsaved(Saved saved) {
        return switch (saved) {
            case Saved.Written written -> Optional.empty();
            case Saved.ChangedOnDisk(var files, var reasons) ->
                    Optional.of(
                            String.join(", ", files) + " changed on disk and could not be saved.");
            case Saved.Failed(var message) -> Optional.of(message);
        };
    }

    private static Optional<String> await(CompletableFuture<Optional<String>> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("The change of the open scene was interrupted.");
        } catch (ExecutionException | TimeoutException failure) {
            return Optional.of("The open scene could not be changed: " + failure);
        }
    }
}
