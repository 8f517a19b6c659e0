// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Edit;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

/** A synthetic scene of boxes for measurements; the same for the same number. */
@Command(
        name = "generate",
        description = "Writes a scene of N boxes into a new or empty folder.",
        mixinStandardHelpOptions = true)
final class Generate implements Callable<Integer> {
    private static final int MOST = 65_023;
    private static final int CHILDREN = 9;
    private static final double SPACING = 2;
    private static final int PARCEL = 16;

    @Parameters(index = "0", paramLabel = "N", description = "1 to " + MOST)
    int count;

    @Parameters(index = "1", paramLabel = "DIR")
    Path directory = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > MOST) {
            throw new CommandFailed("N must be between 1 and " + MOST + ".");
        }
        if (Files.exists(directory) && !isEmptyFolder()) {
            throw new CommandFailed(directory + " is not an empty folder.");
        }
        write();
        return 0;
    }

    /** Writes a scene of boxes into an empty folder. */
    static void boxes(int count, Path directory) throws IOException {
        var generate = new Generate();
        generate.count = count;
        generate.directory = directory;
        generate.write();
    }

    private void write() throws IOException {
        writeSkeleton();
        var loaded = LoadedScene.open(SceneProject.of(directory), CoreComponents.load());
        var scene = new Scene(loaded.snapshot());
        fill(scene);
        SceneFolder.save(loaded, scene.snapshot());
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }

    private int side() {
        return (int) Math.ceil(Math.sqrt(count));
    }

    private void writeSkeleton() throws IOException {
        int parcels = (int) Math.ceil(side() * SPACING / PARCEL);
        var list = new StringBuilder();
        for (int i = 0; i < parcels * parcels; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("\n      \"")
                    .append(i % parcels)
                    .append(',')
                    .append(i / parcels)
                    .append('"');
        }
        Files.createDirectories(directory.resolve("assets/scene"));
        Files.writeString(
                directory.resolve("scene.json"),
                """
                {
                  "ecs7": true,
                  "runtimeVersion": "7",
                  "display": {
                    "title": "%d boxes"
                  },
                  "main": "bin/index.js",
                  "scene": {
                    "base": "0,0",
                    "parcels": [%s
                    ]
                  }
                }
                """
                        .formatted(count, list));
        Files.writeString(
                directory.resolve("assets/scene/main.composite"),
                "{\n  \"version\": 1,\n  \"components\": []\n}");
    }

    private void fill(Scene scene) {
        var random = new Random(count);
        var parent = Entity.ROOT;
        for (int i = 0; i < count; i++) {
            boolean isParent = i % (CHILDREN + 1) == 0;
            var place = Edit.Place.under(isParent ? Entity.ROOT : parent);
            var spawned = spawn(scene, new Edit.Spawn("Box " + (i + 1), place, box(i, random)));
            parent = isParent ? spawned : parent;
        }
    }

    private static Entity spawn(Scene scene, Edit edit) {
        return switch (scene.apply(edit, Origin.USER)) {
            case Outcome.Accepted(var changes) ->
                    changes.list().stream()
                            .filter(Change.Spawned.class::isInstance)
                            .map(change -> ((Change.Spawned) change).entity())
                            .findFirst()
                            .orElseThrow();
            case Outcome.Refused(var reason) -> throw new CommandFailed(reason);
        };
    }

    /**
     * A parent stands on the ground; its children stand around it, so their positions are relative
     * to it.
     */
    private SequencedMap<String, Value> box(int index, Random random) {
        int head = index - index % (CHILDREN + 1);
        double x = cell(index % side()) - (index == head ? 0 : cell(head % side()));
        double z = cell(index / side()) - (index == head ? 0 : cell(head / side()));
        double y = index == head ? 0.5 : 0;
        var components = new LinkedHashMap<String, Value>();
        components.put(
                "core::Transform",
                parse(
                        """
                        {"position":{"x":%s,"y":%s,"z":%s},"scale":{"x":1,"y":1,"z":1},"rotation":{"x":0,"y":0,"z":0,"w":1},"parent":0}\
                        """
                                .formatted(x, y, z)));
        components.put(
                "core::MeshRenderer",
                parse(
                        """
                        {"mesh":{"$case":"box","box":{"uvs":[]}}}\
                        """));
        components.put(
                "core::Material",
                parse(
                        """
                        {"material":{"$case":"pbr","pbr":{"albedoColor":{"r":%s,"g":%s,"b":%s,"a":1}}}}\
                        """
                                .formatted(shade(random), shade(random), shade(random))));
        return components;
    }

    private static double cell(int number) {
        return SPACING / 2 + number * SPACING;
    }

    private static double shade(Random random) {
        return random.nextInt(101) / 100.0;
    }

    private static Value parse(String json) {
        return ValueJson.parse(json);
    }
}
