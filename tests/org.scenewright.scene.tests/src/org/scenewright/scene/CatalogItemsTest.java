// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.OfficialSdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The real items of the official packs, where the official packages were fetched. */
class CatalogItemsTest {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(assetPath|self|self:[^}]*|[0-9]+:[^}]*)}");

    @TempDir Path folder = Path.of("");

    private record Named(String name, SceneItem item) {}

    private static List<Named> items() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official packages were not fetched");
        var catalog =
                sdk.orElseThrow().home().resolve("node_modules/@dcl/asset-packs/catalog.json");
        var items = new ArrayList<Named>();
        for (var pack : ValueJson.parse(Files.readString(catalog)).items("assetPacks")) {
            for (var asset : pack.items("assets")) {
                var composite =
                        ValueJson.print(asset.members().getOrDefault("composite", Value.EMPTY));
                items.add(new Named(asset.text("name", ""), SceneItem.parse(composite)));
            }
        }
        return items;
    }

    private static Edit placed(Named item, Random random) {
        var at = new Pose.Vec(random.nextInt(160) / 10.0, 0, random.nextInt(160) / 10.0);
        var world = new Pose(at, Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
        var asset = Optional.of(new Placement.Asset(item.name(), "Official", false));
        return new Edit.Instance(
                item.item(),
                new Placement(item.name(), "assets/asset-packs/x", world, Edit.Place.TOP, asset));
    }

    private static Scene all() throws Exception {
        var scene = new Scene(SceneText.read(""));
        var random = new Random(6);
        for (var item : items()) {
            SceneCheck.accepted(scene, s -> placed(item, random));
        }
        return scene;
    }

    @Test
    void allOfThemFitAndLeaveNoPlaceholder() throws Exception {
        var scene = all();
        var now = scene.snapshot();
        var problems = new ArrayList<String>();
        for (var component : now.componentNames()) {
            var type = now.types().find(component).orElseThrow();
            now.forEach(
                    component,
                    (entity, value) -> {
                        String where = now.name(entity) + " " + component + ".";
                        new SchemaCheck(
                                        type,
                                        true,
                                        // Numbers in the network are none of entities here.
                                        e -> now.holds(e) || component.equals(NetworkIds.ENTITY),
                                        (field, what) -> problems.add(where + field + ": " + what))
                                .check(value);
                        PLACEHOLDER
                                .matcher(ValueJson.print(value))
                                .results()
                                .forEach(found -> problems.add(where + found.group()));
                    });
        }
        assertEquals(List.of(), problems);
        assertTrue(now.size() > 2_800, now.size() + " entities");
    }

    @Test
    void theirIdsAreUniqueAndTheirTriggersMeanThem() throws Exception {
        var now = all().snapshot();
        var ids = new ArrayList<>(PackIds.of(now).values());
        assertFalse(ids.isEmpty());
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(ids.size(), PackIds.counted(now));
        var triggers = new ArrayList<Long>();
        now.forEach(
                PackIds.TRIGGERS,
                (entity, value) -> triggers.addAll(PackIds.mentioned(now, entity)));
        assertFalse(triggers.isEmpty());
        assertTrue(ids.containsAll(triggers));
    }

    @Test
    void allOfThemAreTakenBackOneByOne() throws Exception {
        var scene = new Scene(SceneText.read("Box\n"));
        var start = SceneText.print(scene.snapshot());
        var random = new Random(7);
        for (var item : items().subList(0, 200)) {
            SceneCheck.accepted(scene, s -> placed(item, random));
        }
        while (scene.undo().isPresent()) {
            // Until nothing is left.
        }
        assertEquals(start, SceneText.print(scene.snapshot()));
    }

    @Test
    void theOfficialLoaderReadsThemAsWeDo() throws Exception {
        var scene = all();
        var file = CompositeCheck.file("{\"version\":1,\"components\":[]}");
        Files.writeString(folder.resolve("scene.json"), "{}");
        var composite = folder.resolve("assets/scene/main.composite");
        Files.createDirectories(composite.getParent());
        Files.write(composite, file.write(scene.snapshot()));
        var dump = StateDump.of(SceneProject.of(folder), CompositeCheck.CORE);
        assertEquals(List.of(), dump.notes());
        assertArrayEquals(OfficialBuildTest.built(folder), dump.toBytes());
    }

    @Test
    void whatIsBoundNamesAFieldThatHoldsAPath() throws Exception {
        var now = all().snapshot();
        var wrong = new ArrayList<Entity>();
        now.forEach(
                Placement.BINDING,
                (entity, value) -> {
                    for (var binding : value.items("bindings")) {
                        if (!path(now, entity, binding.text("field", "")).startsWith("assets/")) {
                            wrong.add(entity);
                        }
                    }
                });
        assertEquals(List.of(), wrong);
    }

    private static String path(SceneSnapshot scene, Entity entity, String field) {
        int dot = field.indexOf('.', field.indexOf("::"));
        return scene.value(entity, field.substring(0, dot))
                .map(value -> value.text(field.substring(dot + 1), ""))
                .orElse("");
    }

    @Test
    void itemsThatAreMadeOfThemBecomeTheSame() throws Exception {
        for (var item : items()) {
            var scene = new Scene(SceneText.read(""));
            SceneCheck.accepted(scene, s -> plain(item.name(), item.item(), "assets/x"));
            var top = scene.snapshot().children(Entity.ROOT).stream().filter(e -> !e.isReserved());
            var made = MadeItem.of(scene.snapshot(), top.toList(), path -> List.of());
            assertEquals(List.of(), made.losses());
            var again = new Scene(SceneText.read(""));
            var folder = folder(made);
            SceneCheck.accepted(again, s -> plain(item.name(), made.item(), folder));
            assertEquals(content(scene.snapshot()), content(again.snapshot()));
        }
    }

    private static Edit plain(String name, SceneItem item, String folder) {
        return new Edit.Instance(
                item, new Placement(name, folder, Pose.IDENTITY, Edit.Place.TOP, Optional.empty()));
    }

    /** Where the files of an item lay before. */
    private static String folder(MadeItem made) {
        return made.files().entrySet().stream()
                .map(
                        file ->
                                file.getValue()
                                        .substring(
                                                0,
                                                file.getValue().length()
                                                        - file.getKey().length()
                                                        - 1))
                .findFirst()
                .orElse("assets/x");
    }

    private static String content(SceneSnapshot scene) {
        // JSON within texts is printed anew.
        return new TreeMap<>(SceneInvariants.content(scene)).toString().replace(" ", "");
    }
}
