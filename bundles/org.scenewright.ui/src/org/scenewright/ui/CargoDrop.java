// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.AssetItem;
import org.scenewright.content.AssetImport;
import org.scenewright.content.FileImport;
import org.scenewright.content.FileKind;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Placement;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneItem;
import org.scenewright.schema.SchemaException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Places what was dropped: imports what is not in the project yet, in the background, and then
 * makes one step of it. Undo takes the entities back and leaves the files: by then something else
 * may use them. UI thread.
 *
 * @param world where it is placed, the next ones beside it
 * @param place where it hangs in the tree
 */
record CargoDrop(OpenScene scene, Pose world, Edit.Place place) {
    private static final String TITLE = "Import Files";
    private static final long LONGEST = 16 << 20;

    /** Begins. */
    void take(Cargo cargo) {
        if (!cargo.assets().isEmpty()) {
            takeAssets(cargo.assets());
        }
        if (!cargo.files().isEmpty()) {
            CargoShape.objection(cargo.files())
                    .ifPresentOrElse(
                            scene::say,
                            () -> start("Looking at files", job -> look(cargo.files())));
        }
    }

    private void takeAssets(List<String> ids) {
        var catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
        var wishes = new ArrayList<SceneImports.Wish>();
        double x = 0;
        for (var id : ids) {
            var at = beside(x);
            catalog.find(id)
                    .ifPresentOrElse(
                            entry -> wishes.add(new SceneImports.Wish(entry, at)),
                            () -> scene.say("No catalog here has the asset " + id + "."));
            x = CargoShape.next(x, 1, 1);
        }
        scene.imports().place(wishes, place);
    }

    private Pose beside(double x) {
        var there =
                new Pose(new Pose.Vec(x, 0, 0), Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
        return world.times(there);
    }

    /** Something to be done in the background, which may fail with a sentence. */
    private interface Work {
        void run(IProgressMonitor job) throws IOException;
    }

    private void start(String name, Work work) {
        ICoreRunnable running =
                job -> {
                    try {
                        work.run(job);
                    } catch (IOException failure) {
                        scene.ui().execute(() -> scene.say(sentence(failure)));
                    }
                };
        Job.create(name, running).schedule();
    }

    private static String sentence(IOException failure) {
        return "Nothing was imported: " + failure.getMessage();
    }

    private void look(List<Path> files) throws IOException {
        var wanted = new FileImport(scene.session().project().directory(), files);
        var clashes = wanted.clashes();
        scene.ui().execute(() -> ask(wanted, clashes));
    }

    private void ask(FileImport wanted, List<String> clashes) {
        answer(clashes)
                .ifPresent(answer -> start("Importing files", job -> copy(wanted, answer, job)));
    }

    /** What to do with files that differ, for all of them at once; nothing to leave it. */
    private static Optional<FileImport.Clash> answer(List<String> clashes) {
        if (clashes.isEmpty()) {
            return Optional.of(FileImport.Clash.KEEP_BOTH);
        }
        String more = clashes.size() == 1 ? "" : " and " + (clashes.size() - 1) + " more";
        int button =
                MessageDialog.open(
                        MessageDialog.QUESTION,
                        PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                        TITLE,
                        "The project has " + clashes.getFirst() + more + " with other content.",
                        0,
                        "Replace",
                        "Keep Both",
                        "Cancel");
        return button == 0 || button == 1
                ? Optional.of(FileImport.Clash.values()[button])
                : Optional.empty();
    }

    private void copy(FileImport wanted, FileImport.Clash answer, IProgressMonitor job)
            throws IOException {
        var progress = SubMonitor.convert(job).setWorkRemaining(1_000);
        var watcher =
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
                };
        var paths = wanted.run(answer, watcher);
        wanted.brought().forEach(scene.assets()::forget);
        if (!wanted.brought().isEmpty()) {
            Refresh.files(scene.session().project(), wanted.brought());
        }
        if (paths.isPresent()) {
            place(paths.get());
        }
    }

    private void place(List<String> paths) throws IOException {
        var things = new ArrayList<CompletableFuture<Thing>>();
        for (var path : paths) {
            things.add(thing(path));
        }
        var all = CompletableFuture.allOf(things.toArray(CompletableFuture[]::new));
        scene.ui()
                .then(
                        all.thenApply(
                                done -> things.stream().map(CompletableFuture::join).toList()),
                        this::create);
    }

    /** A file of the project and what it becomes. */
    private record Thing(String path, SceneItem item) {
        String name() {
            String file = path.substring(path.lastIndexOf('/') + 1);
            int dot = file.lastIndexOf('.');
            return dot > 0 ? file.substring(0, dot) : file;
        }

        /** What the placeholder of the item stands for. */
        String folder() {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
    }

    private CompletableFuture<Thing> thing(String path) throws IOException {
        return switch (FileKind.of(path).orElseThrow()) {
            case COMPOSITE -> CompletableFuture.completedFuture(new Thing(path, composite(path)));
            case PICTURE ->
                    new PictureShape(scene.assets())
                            .of(path)
                            .thenApply(aspect -> new Thing(path, item(path, aspect)));
            case MODEL, SOUND, VIDEO, PLAYLIST ->
                    CompletableFuture.completedFuture(new Thing(path, item(path, 1)));
        };
    }

    private static SceneItem item(String path, double aspect) {
        return AssetItem.file(path, file -> aspect).orElseThrow();
    }

    private SceneItem composite(String path) throws IOException {
        var file = scene.session().project().directory().resolve(path);
        if (Files.size(file) > LONGEST) {
            throw new IOException(path + " is too long.");
        }
        try {
            return SceneItem.parse(Files.readString(file));
        } catch (SchemaException unfit) {
            throw new IOException(path + " cannot be placed: " + unfit.getMessage() + ".", unfit);
        }
    }

    private void create(List<Thing> things) {
        var edits = new ArrayList<Edit>();
        double x = 0;
        double before = 0;
        for (var thing : things) {
            double width = CargoShape.width(thing.path, scene);
            x = before == 0 ? 0 : CargoShape.next(x, before, width);
            before = width;
            edits.add(
                    new Edit.Instance(
                            thing.item,
                            new Placement(
                                    thing.name(),
                                    thing.folder(),
                                    beside(x),
                                    place,
                                    Optional.empty())));
        }
        scene.create(
                edits.size() == 1
                        ? edits.getFirst()
                        : new Edit.All("Place " + edits.size() + " files", edits));
    }
}
