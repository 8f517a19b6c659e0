// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Real scenes, where they lie beside the repository. */
class SampleScenesTest {
    private static final ComponentTypes CORE = CoreComponents.load();

    private static List<Path> scenes() throws IOException {
        var shared =
                Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared/scenes"))
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeTrue(shared.isPresent(), "there are no real scenes here");
        try (var list = Files.list(shared.orElseThrow())) {
            return list.sorted().toList();
        }
    }

    @Test
    void realScenesHaveNoProblemsAndKeepEveryByte() throws IOException {
        assertEquals(5, scenes().size());
        for (var folder : scenes()) {
            var scene = LoadedScene.open(SceneProject.of(folder), CORE);
            assertEquals(List.of(), scene.problems());
            assertNotEquals(1, scene.snapshot().size());
            assertEquals(new SaveResult.Written(List.of()), scene.save(scene.snapshot()));
            byte[] settings = Files.readAllBytes(folder.resolve("scene.json"));
            var text = JsonText.parse(settings);
            assertArrayEquals(settings, text.with(text.value()));
            for (var file : scene.project().composites()) {
                byte[] bytes = Files.readAllBytes(file);
                var composite = CompositeFile.of(bytes, "x", CORE);
                assertArrayEquals(
                        bytes, composite.write(composite.fill(SceneSnapshot.empty(CORE))));
            }
        }
    }

    @Test
    void oneNumberOfARealSceneChangesOneLine() throws IOException {
        for (var folder : scenes()) {
            var scene = LoadedScene.open(SceneProject.of(folder), CORE);
            byte[] bytes = Files.readAllBytes(scene.project().composite());
            var file = CompositeFile.of(bytes, "x", CORE);
            var snapshot = file.fill(SceneSnapshot.empty(CORE));
            var entity = snapshot.entities().getLast();
            var transform = snapshot.value(entity, SceneSnapshot.TRANSFORM).orElse(Value.EMPTY);
            assumeTrue(!transform.equals(Value.EMPTY) || entity.number() == 512);
            var moved = transform.with(FieldPath.parse("position.x"), Value.of(12345.5));
            byte[] written =
                    file.write(snapshot.with(entity, SceneSnapshot.TRANSFORM, Optional.of(moved)));
            assertEquals(1, changedLines(bytes, written));
        }
    }

    private static int changedLines(byte[] before, byte[] after) {
        var old = new String(before, StandardCharsets.UTF_8).split("\n", -1);
        var now = new String(after, StandardCharsets.UTF_8).split("\n", -1);
        assertEquals(old.length, now.length);
        int changed = 0;
        for (int i = 0; i < old.length; i++) {
            changed += old[i].equals(now[i]) ? 0 : 1;
        }
        return changed;
    }

    @Test
    void realScenesTakeAnyEdits() throws IOException {
        for (var folder : scenes()) {
            var random = new Random(folder.getFileName().toString().hashCode());
            byte[] bytes = Files.readAllBytes(SceneProject.of(folder).composite());
            var file = CompositeFile.of(bytes, "x", CORE);
            var start = file.fill(SceneSnapshot.empty(CORE));
            for (int i = 0; i < 20; i++) {
                var now = edited(start, random);
                var again = CompositeFile.of(file.write(now), "x", CORE);
                assertSame(now, again.fill(SceneSnapshot.empty(CORE)));
            }
        }
    }

    private static SceneSnapshot edited(SceneSnapshot start, Random random) {
        var now = start;
        var entities = new ArrayList<>(start.entities());
        for (int i = 0; i < 10; i++) {
            var entity = entities.get(random.nextInt(entities.size()));
            var names = now.components(entity);
            if (!names.isEmpty()) {
                String name = names.get(random.nextInt(names.size()));
                boolean isFree = !List.of(SceneSnapshot.TRANSFORM, TreeOrder.NODES).contains(name);
                now = isFree ? edited(now, entity, name, random) : now;
            }
        }
        return now;
    }

    private static SceneSnapshot edited(
            SceneSnapshot now, Entity entity, String name, Random random) {
        var value = now.value(entity, name).orElseThrow();
        return switch (random.nextInt(3)) {
            case 0 -> now.with(entity, name, Optional.empty());
            case 1 -> now.with(entity, name, Optional.of(RandomJson.value(random, 0)));
            default -> now.with(entity, name, Optional.of(altered(value, random)));
        };
    }

    private static Value altered(Value value, Random random) {
        var names = new ArrayList<>(value.members().keySet());
        return names.isEmpty()
                ? RandomJson.value(random, 1)
                : value.with(
                        FieldPath.of(names.get(random.nextInt(names.size()))),
                        RandomJson.value(random, 1));
    }

    private static void assertSame(SceneSnapshot expected, SceneSnapshot actual) {
        assertEquals(expected.entities(), actual.entities());
        for (var entity : expected.entities()) {
            for (var name : expected.componentNames()) {
                // An entity that lost all it had keeps an entry in the editor's list.
                if (!name.equals(TreeOrder.NODES)) {
                    assertEquals(expected.value(entity, name), actual.value(entity, name));
                }
            }
        }
    }
}
