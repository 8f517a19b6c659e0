// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetMentions;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.render.SceneView;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.wire.Reflection;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scene consists of, and what is wrong with it. */
@Command(
        name = "info",
        description =
                "Counts entities, components, models, triangles and textures, and lists problems.",
        mixinStandardHelpOptions = true)
final class Describe implements Callable<Integer> {
    private static final String MODEL = "core::GltfContainer";

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR")
    Path directory = Path.of("");

    @Option(names = "--json", description = "one line of JSON")
    boolean json;

    @Override
    public Integer call() {
        var folder = SceneFolder.of(directory);
        var sources = sources(folder.project());
        var types = ProjectTypes.of(CoreComponents.load(), sources);
        var loaded = folder.open(types.types());
        var ofComponents = new ArrayList<>(ComponentProblems.of(types, loaded));
        ofComponents.addAll(ComponentProblems.of(sources.findings()));
        try (var assets = new AssetLibrary(loaded.project().directory())) {
            var view = new SceneView(assets);
            view.reset(loaded.snapshot());
            // Those of hidden entities too, which no picture asks for.
            sources(loaded.snapshot()).forEach(assets::model);
            Render.settle(view, assets);
            var facts = facts(loaded, ofComponents, view, assets);
            spec.commandLine().getOut().println(json ? ValueJson.print(facts) : text(facts));
        }
        return 0;
    }

    private Reflection sources(SceneProject project) {
        var err = spec.commandLine().getErr();
        return SourceTypes.orNone(project.directory(), w -> err.println("scenewright: " + w));
    }

    private static Value facts(
            LoadedScene loaded, List<Problem> more, SceneView view, AssetLibrary assets) {
        var scene = loaded.snapshot();
        var facts = new LinkedHashMap<String, Value>();
        facts.put("entities", Value.of(ownEntities(scene)));
        facts.put("components", components(scene));
        facts.put("models", Value.of(models(scene, assets)));
        facts.put("triangles", Value.of(view.tally().triangles()));
        facts.put("textures", Value.of(view.tally().textures()));
        var broken = AssetMentions.name(assets.problems(), scene);
        facts.put(
                "problems",
                Value.of(
                        Stream.of(loaded.problems(), more, broken)
                                .flatMap(List::stream)
                                .map(Describe::problem)
                                .toList()));
        return new Value.Fields(facts);
    }

    /** Those of the scene's author; the root, the player and the camera are there in any scene. */
    private static long ownEntities(SceneSnapshot scene) {
        return scene.entities().stream().filter(entity -> !entity.isReserved()).count();
    }

    private static Value components(SceneSnapshot scene) {
        var counts = new LinkedHashMap<String, Value>();
        for (var name : scene.componentNames()) {
            var count = new int[1];
            scene.forEach(name, (entity, value) -> count[0]++);
            counts.put(name, Value.of(count[0]));
        }
        return new Value.Fields(counts);
    }

    private static List<Value> models(SceneSnapshot scene, AssetLibrary assets) {
        var models = new ArrayList<Value>();
        for (var source : sources(scene)) {
            var loading = assets.model(source);
            int triangles =
                    loading instanceof Loading.Ready<?>(Model model) ? model.triangles() : 0;
            var facts = new LinkedHashMap<String, Value>();
            facts.put("path", Value.of(source.path()));
            facts.put("triangles", Value.of(triangles));
            facts.put("loaded", Value.of(loading instanceof Loading.Ready<?>));
            models.add(new Value.Fields(facts));
        }
        return models;
    }

    private static Set<AssetSource> sources(SceneSnapshot scene) {
        var order = Comparator.comparing(AssetSource::path).thenComparing(AssetSource::assetId);
        var sources = new TreeSet<>(order);
        scene.forEach(
                MODEL, (entity, value) -> sources.add(AssetBindings.source(scene, entity, MODEL)));
        sources.removeIf(source -> source.path().isEmpty());
        return sources;
    }

    private static Value problem(Problem problem) {
        var facts = new LinkedHashMap<String, Value>();
        facts.put("file", Value.of(problem.file()));
        facts.put("entity", Value.of(problem.entity()));
        facts.put("field", Value.of(problem.field()));
        facts.put("message", Value.of(problem.message()));
        return new Value.Fields(facts);
    }

    private static String text(Value facts) {
        var lines = new ArrayList<String>();
        facts.members().forEach((name, value) -> add(lines, name, value));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String name, Value value) {
        switch (value) {
            case Value.Items(var items) -> {
                lines.add(name + ": " + items.size());
                items.forEach(item -> lines.add("  " + sentence(item)));
            }
            case Value.Fields(var fields) -> {
                lines.add(name + ": " + fields.size());
                fields.forEach((key, count) -> lines.add("  " + key + ": on " + entities(count)));
            }
            case Value.Num n -> lines.add(name + ": " + plain(n));
            case Value.Text t -> lines.add(name + ": " + plain(t));
            case Value.Flag f -> lines.add(name + ": " + plain(f));
            case Value.Nothing n -> lines.add(name);
        }
    }

    private static String entities(Value count) {
        return plain(count) + (count.equals(Value.of(1)) ? " entity" : " entities");
    }

    private static String sentence(Value item) {
        return item.members().containsKey("path") ? modelLine(item) : problemLine(item);
    }

    private static String modelLine(Value model) {
        int triangles = (int) model.number("triangles", 0);
        String size = triangles == 1 ? "1 triangle" : triangles + " triangles";
        return model.text("path", "") + ": " + (model.flag("loaded", false) ? size : "not loaded");
    }

    private static String problemLine(Value problem) {
        var entity = problem.text("entity", "");
        var place =
                Stream.of(
                                problem.text("file", ""),
                                entity.isEmpty() ? "" : "entity " + entity,
                                problem.text("field", ""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return place + ": " + problem.text("message", "");
    }

    private static String plain(Value value) {
        return value instanceof Value.Text(var text) ? text : ValueJson.print(value);
    }
}
