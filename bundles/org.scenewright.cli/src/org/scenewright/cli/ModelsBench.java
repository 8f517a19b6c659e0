// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.render.Camera;
import org.scenewright.render.SceneView;
import org.scenewright.render.ViewOptions;
import org.scenewright.render.jogl.GlUnavailableException;
import org.scenewright.render.jogl.JoglDevice;
import org.scenewright.scene.LoadedScene;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Measures how long it takes from a model's file to the first whole picture of it. */
@Command(
        name = "models",
        description = {
            "Measures the time from a GLB to the first whole picture of it, warm, beside three.js"
                    + " and Babylon.js in Chromium on the same OpenGL.",
            "Then it measures how a scene of many models opens: the frames of the thread that"
                    + " draws, what each sends to the graphics card, and memory.",
            "Without a GLB one of about 9 MB is made. Where Chromium or the packages are not there,"
                    + " their fields are null."
        },
        mixinStandardHelpOptions = true)
final class ModelsBench implements Callable<Integer> {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int WARMING_RUNS = 2;
    private static final double SETTLED_SECONDS = 1;
    private static final List<String> OF_OTHERS =
            List.of("threeMs", "babylonMs", "threeVersion", "babylonVersion", "glRenderer");

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "GLB")
    Optional<Path> glb = Optional.empty();

    @Option(names = "--runs", defaultValue = "5", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--many",
            defaultValue = "500",
            description =
                    "how many models of 1 MB appear one after the other in one scene, by default"
                            + " ${DEFAULT-VALUE}; 0 leaves that out")
    int many;

    @Override
    public Integer call() throws IOException, InterruptedException {
        glb.ifPresent(SceneFolder::requireFile);
        try (var scratch = ScratchFolder.create()) {
            var model = scratch.path().resolve("assets/model.glb");
            var scene = scene(scratch.path(), model);
            var medians = new Medians("models");
            try (var device = JoglDevice.open()) {
                for (int run = -WARMING_RUNS; run < Math.max(1, runs); run++) {
                    double ms = picture(scene, device);
                    if (run >= 0) {
                        medians.add(Value.fields("firstPictureMs", Value.of(ms)));
                    }
                }
            } catch (GlUnavailableException noGl) {
                throw new CommandFailed(noGl.getMessage());
            }
            Value line =
                    medians.values(List.of("firstPictureMs"))
                            .with(FieldPath.of("modelBytes"), Value.of(Files.size(model)));
            line = withMany(withOthers(line, model));
            spec.commandLine().getOut().println(ValueJson.print(line));
        }
        return 0;
    }

    private Value withMany(Value line) throws IOException {
        if (many < 1) {
            return line;
        }
        try (var scratch = ScratchFolder.create();
                var device = JoglDevice.open()) {
            var models = new ManyModels(many);
            models.write(scratch.path());
            var scene = SceneFolder.of(scratch.path()).open();
            return line.with(FieldPath.of("many"), new Arrival(models, device).measure(scene));
        }
    }

    private LoadedScene scene(Path folder, Path model) throws IOException {
        Files.createDirectories(folder.resolve("assets/scene"));
        if (glb.isPresent()) {
            Files.copy(glb.get(), model);
        } else {
            Files.write(model, BenchModel.LARGE.glb());
        }
        Files.writeString(
                folder.resolve("scene.json"),
                "{\"scene\":{\"base\":\"0,0\",\"parcels\":[\"0,0\"]}}");
        Files.writeString(
                folder.resolve("assets/scene/main.composite"),
                """
                {"version":1,"components":[
                  {"name":"core::Transform","data":{"512":{"json":{}}}},
                  {"name":"core::GltfContainer","data":{"512":{"json":{"src":"assets/model.glb"}}}}]}\
                """);
        return SceneFolder.of(folder).open();
    }

    private static double picture(LoadedScene scene, JoglDevice device) {
        var watch = new Stopwatch();
        try (var assets = new AssetLibrary(scene.project().directory())) {
            var view = new SceneView(assets);
            view.options(ViewOptions.LIGHT.withIcons(false));
            view.reset(scene.snapshot());
            Render.settle(view, assets);
            var eye = new Camera();
            eye.home(view.bounds());
            eye.tick(SETTLED_SECONDS);
            Render.picture(view, device, eye, new int[] {WIDTH, HEIGHT});
        }
        double ms = watch.milliseconds();
        // What the last run left is no part of the next.
        device.sweep();
        device.sweep();
        return ms;
    }

    private Value withOthers(Value line, Path model) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("scenewright.models", ""));
        var chromium = Path.of(System.getProperty("scenewright.chromium", ""));
        var script = home.resolve("measure.mjs");
        var whole = line;
        Value told = Value.EMPTY;
        if (Files.isRegularFile(script) && Files.isExecutable(chromium)) {
            told =
                    Peer.run(
                            script,
                            chromium.toString(),
                            model.toString(),
                            Integer.toString(Math.max(1, runs)),
                            WIDTH + "x" + HEIGHT);
        } else {
            spec.commandLine()
                    .getErr()
                    .println(
                            "bench: Chromium or the renderers of the web are not there; left out.");
        }
        for (var field : OF_OTHERS) {
            whole =
                    whole.with(
                            FieldPath.of(field),
                            told.members().getOrDefault(field, new Value.Nothing()));
        }
        return whole;
    }
}
