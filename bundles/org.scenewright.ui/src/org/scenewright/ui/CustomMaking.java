// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.BoundFile;
import org.scenewright.content.Content;
import org.scenewright.content.ContentProvider;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.CustomItem;
import org.scenewright.content.FileKind;
import org.scenewright.content.GltfFiles;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.Resolution;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.MadeItem;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes items of the selection that people can place again; UI thread. */
final class CustomMaking {
    private static final long LARGEST = 512L << 20;

    private final OpenScene scene;

    CustomMaking(OpenScene scene) {
        this.scene = scene;
    }

    /** Asks for a name and makes an item of what is selected. */
    void ask() {
        var entities = scene.editable();
        var dialog =
                new InputDialog(
                        PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                        "Create Custom Item",
                        "Name of the item:",
                        scene.snapshot().name(entities.getFirst()),
                        name -> name.isBlank() ? "An item needs a name." : null);
        if (dialog.open() == Window.OK) {
            make(dialog.getValue().strip(), entities);
        }
    }

    /** Makes an item in the background. */
    void make(String name, List<Entity> entities) {
        var snapshot = scene.snapshot();
        ICoreRunnable making = job -> make(new Order(name, entities), snapshot);
        Job.create("Creating the item " + name, making).schedule();
    }

    private record Order(String name, List<Entity> entities) {}

    private void make(Order order, SceneSnapshot snapshot) {
        var project = scene.session().project().directory();
        var sources = new Sources(snapshot, project);
        var made = MadeItem.of(snapshot, order.entities(), sources::needs);
        var losses = new ArrayList<>(made.losses());
        var files = new LinkedHashMap<String, Content>();
        made.files()
                .forEach(
                        (inItem, inProject) ->
                                sources.find(inProject)
                                        .ifPresentOrElse(
                                                content -> files.put(inItem, content),
                                                () -> losses.add(inProject + " is missing.")));
        try {
            var picture = thumbnail().of(snapshot, order.entities());
            var folder =
                    new CustomItem(order.name(), made.item().toJson(), picture, files)
                            .write(project.resolve(CustomFolder.NAME));
            written(project.relativize(folder), files.keySet().stream().toList());
            say("Created the item " + order.name() + ". " + String.join(" ", losses));
        } catch (IOException failure) {
            say("The item was not created: " + failure.getMessage());
        }
    }

    private CustomThumbnail thumbnail() {
        var workbench = PlatformUI.getWorkbench();
        var studio = new PortraitStudio(() -> GraphicsFactory.of(workbench));
        return new CustomThumbnail(scene.assets(), studio);
    }

    private void written(Path folder, List<String> files) {
        var all = new ArrayList<>(files);
        all.addAll(List.of("data.json", "composite.json", "thumbnail.png"));
        var root = folder.toString().replace('\\', '/') + "/";
        Refresh.files(scene.session().project(), all.stream().map(root::concat).toList());
        scene.ui().execute(CatalogsFactory.of(PlatformUI.getWorkbench())::refresh);
    }

    private void say(String sentence) {
        scene.ui().execute(() -> scene.say(sentence.strip()));
    }

    /** Where the files are that a scene names: in the project, or still in the catalog. */
    private static final class Sources {
        private final ProjectFiles project;
        private final Map<String, ContentProvider> bound = new HashMap<>();

        Sources(SceneSnapshot snapshot, Path directory) {
            project = new ProjectFiles(directory);
            var catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
            for (var file : BoundFile.in(snapshot)) {
                catalog.find(file.asset())
                        .ifPresent(entry -> bound.put(file.path(), entry.provider()));
            }
        }

        Optional<Content> find(String path) {
            return found(project.resolve(path))
                    .or(
                            () ->
                                    Optional.ofNullable(bound.get(path))
                                            .flatMap(provider -> found(provider.resolve(path))));
        }

        private static Optional<Content> found(Resolution resolution) {
            return resolution instanceof Resolution.Found found
                    ? Optional.of(found.content())
                    : Optional.empty();
        }

        List<String> needs(String path) {
            var content = FileKind.MODEL.fits(path) ? find(path) : Optional.<Content>empty();
            try {
                var needs =
                        content.isPresent()
                                ? GltfFiles.of(path, content.get().bytes(LARGEST))
                                : List.<String>of();
                var provider = Optional.ofNullable(bound.get(path));
                provider.ifPresent(p -> needs.forEach(need -> bound.putIfAbsent(need, p)));
                return needs;
            } catch (IOException unreadable) {
                // It is told as missing when it is copied.
                return List.of();
            }
        }
    }
}
