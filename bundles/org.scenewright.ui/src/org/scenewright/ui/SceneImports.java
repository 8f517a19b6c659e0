// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.AssetItem;
import org.scenewright.assets.BoundFile;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetFolder;
import org.scenewright.content.AssetImport;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.Resolution;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Placement;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneItem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.SchemaException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Places assets of the catalog in a scene, and brings their files to its project: in the
 * background, until when the catalog says what they look like. UI thread.
 */
final class SceneImports implements AutoCloseable {
    private final OpenScene scene;
    private final Runnable news;
    private final Path directory;
    private final Registration custom;
    private final CustomMaking making;
    private final Newest<SceneSnapshot> saved;
    // What files of assets are still to come to, so that no other asset goes there.
    private final Map<String, String> promised = new ConcurrentHashMap<>();
    private volatile List<Problem> problems = List.of();

    /**
     * @param news is run, on any thread, when there are other problems
     */
    SceneImports(OpenScene scene, Runnable news) {
        this.scene = scene;
        this.news = news;
        this.directory = scene.session().project().directory();
        this.making = new CustomMaking(scene);
        this.saved = new Newest<>("Importing assets of " + scene.title(), this::complete);
        this.custom = CatalogsFactory.of(PlatformUI.getWorkbench()).join(directory);
    }

    /** What the files of the project do not have that the scene is bound to; any thread. */
    List<Problem> problems() {
        return problems;
    }

    /** What makes items of the scene's entities. */
    CustomMaking making() {
        return making;
    }

    /** An asset, and where it is to stand in the world. */
    record Wish(AssetCatalog.Entry asset, Pose world) {
        String name() {
            return asset.asset().about().name();
        }
    }

    /** Places an asset as one step, selects it, and imports its files. */
    void place(AssetCatalog.Entry asset, Pose world, Edit.Place place) {
        place(List.of(new Wish(asset, world)), place);
    }

    /** Places assets as one step, selects them, and imports their files. */
    void place(List<Wish> wishes, Edit.Place place) {
        // Else files would be copied for what is not there.
        new SceneEdits(scene).refusal().ifPresentOrElse(scene::tell, () -> placeAll(wishes, place));
    }

    private void placeAll(List<Wish> wishes, Edit.Place place) {
        var fit = new LinkedHashMap<Wish, SceneItem>();
        for (var wish : wishes) {
            try {
                fit.put(wish, AssetItem.of(wish.asset().asset()));
            } catch (SchemaException unfit) {
                scene.say("\"" + wish.name() + "\" cannot be placed: " + unfit.getMessage() + ".");
            }
        }
        if (!fit.isEmpty()) {
            var snapshot = scene.snapshot();
            String names = fit.keySet().stream().map(Wish::name).collect(Collectors.joining(", "));
            start("Placing " + names, job -> post(fit, place, snapshot));
        }
    }

    private void post(Map<Wish, SceneItem> wishes, Edit.Place place, SceneSnapshot snapshot)
            throws IOException {
        var edits = new ArrayList<Edit>();
        var files = new ArrayList<AssetImport>();
        for (var wish : wishes.entrySet()) {
            var bound = promised(wish.getKey().asset(), snapshot);
            files.add(bound.files());
            var placement =
                    new Placement(
                            wish.getKey().name(),
                            bound.files().folder(),
                            wish.getKey().world(),
                            place,
                            Optional.of(bound.whose()));
            edits.add(new Edit.Instance(wish.getValue(), placement));
        }
        var edit =
                edits.size() == 1
                        ? edits.getFirst()
                        : new Edit.All("Place " + edits.size() + " assets", edits);
        scene.ui().execute(() -> scene.create(edit));
        files.forEach(this::bring);
    }

    /**
     * An asset of the catalog for the project.
     *
     * @param whose what fields are bound to
     */
    record Bound(AssetImport files, Placement.Asset whose) {}

    /** Finds out where the files of an asset go, which no other asset gets from now on; blocks. */
    Bound promised(AssetCatalog.Entry asset, SceneSnapshot snapshot) throws IOException {
        boolean isCustom = CustomFolder.isOne(asset);
        var folder = promised(asset, isCustom ? AssetFolder.CUSTOM : AssetFolder.PACKS, snapshot);
        var whose = new Placement.Asset(asset.asset().id(), asset.asset().pack(), isCustom);
        return new Bound(new AssetImport(directory, folder, asset), whose);
    }

    /** Begins to import the files of an asset; any thread. */
    void bring(AssetImport files) {
        start("Importing " + files.asset().asset().about().name(), job -> bring(files, job));
    }

    /** The folder for the files of an asset, which no other asset gets from now on. */
    private String promised(AssetCatalog.Entry asset, String above, SceneSnapshot snapshot)
            throws IOException {
        String id = asset.asset().id();
        var bound = new HashMap<String, String>();
        BoundFile.in(snapshot)
                .forEach(file -> wanted(file).ifPresent(w -> bound.put(w.folder(), file.asset())));
        var folders =
                new AssetFolder(
                        directory,
                        path ->
                                !id.equals(bound.getOrDefault(path, id))
                                        || !id.equals(promised.getOrDefault(path, id)));
        var folder = folders.choose(above, asset);
        while (!id.equals(Optional.ofNullable(promised.putIfAbsent(folder, id)).orElse(id))) {
            folder = folders.choose(above, asset);
        }
        return folder;
    }

    private static AssetCatalog catalog() {
        return CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
    }

    private Optional<AssetImport> wanted(BoundFile file) {
        return catalog()
                .find(file.asset())
                .flatMap(
                        entry ->
                                file.folder(entry.asset())
                                        .map(f -> new AssetImport(directory, f, entry)));
    }

    /** Brings all files that a saved scene is bound to, and marks which cannot be had. */
    void complete() {
        var snapshot = scene.snapshot();
        // What is marked although nothing is bound any more loses its mark.
        if (!BoundFile.in(snapshot).isEmpty() || !problems.isEmpty()) {
            saved.give(snapshot);
        }
    }

    private void complete(SceneSnapshot snapshot, IProgressMonitor job) {
        var lacks = new HashMap<AssetImport, String>();
        var missing = new ArrayList<Problem>();
        var bound = BoundFile.in(snapshot);
        bound.stream()
                .flatMap(f -> wanted(f).stream())
                .distinct()
                .forEach(one -> bring(one, job, lacks));
        var there = new ProjectFiles(directory);
        for (var file : bound) {
            if (there.resolve(file.path()) instanceof Resolution.Missing) {
                var why =
                        wanted(file).map(one -> lacks.getOrDefault(one, "it is not in the asset."));
                missing.add(problem(file, why.orElse("no catalog here has its asset.")));
            }
        }
        problems = List.copyOf(missing);
        news.run();
    }

    private Problem problem(BoundFile file, String why) {
        var project = scene.session().project();
        return new Problem(
                Problem.Severity.WARNING,
                project.relative(project.composite()),
                file.entity().toString(),
                file.field(),
                0,
                file.path() + " is not in the project yet: " + why);
    }

    private void bring(AssetImport wanted, IProgressMonitor job, Map<AssetImport, String> lacks) {
        try {
            bring(wanted, job);
        } catch (IOException failure) {
            lacks.put(wanted, String.valueOf(failure.getMessage()));
        }
    }

    private void bring(AssetImport wanted, IProgressMonitor job) throws IOException {
        var progress = SubMonitor.convert(job, wanted.files().size());
        var copied =
                wanted.copy(
                        new AssetImport.Watcher() {
                            @Override
                            public void copying(String path) {
                                progress.subTask(path);
                                progress.worked(1);
                            }

                            @Override
                            public boolean isCancelled() {
                                return job.isCanceled();
                            }
                        });
        if (!copied.isEmpty()) {
            Refresh.files(scene.session().project(), copied);
        }
    }

    /** Something to be done in the background, which may fail with a sentence. */
    private interface Work {
        void run(IProgressMonitor job) throws IOException;
    }

    private void start(String name, Work work) {
        ICoreRunnable running = job -> run(work, job);
        Job.create(name, running).schedule();
    }

    private void run(Work work, IProgressMonitor job) {
        try {
            work.run(job);
        } catch (IOException failure) {
            scene.ui().execute(() -> scene.say(String.valueOf(failure.getMessage())));
        }
    }

    /** The items of the project leave the catalog; what is being imported goes on. */
    @Override
    public void close() {
        custom.close();
    }
}
