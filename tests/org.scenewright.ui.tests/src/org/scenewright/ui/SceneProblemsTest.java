// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** What is wrong with a scene and the models in it, gathered in the background. */
@Timeout(60)
class SceneProblemsTest {
    private final Path folder = OpenEditor.temporary();
    private final List<Problem> others = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Flaws> told = new LinkedBlockingQueue<>();
    private SceneSession session;
    private AssetLibrary assets;
    private SceneProblems problems;

    @BeforeEach
    void open() throws IOException {
        new SceneSeed(folder, "Models").write();
        session = SceneSession.open(SceneProject.of(folder)).join();
        assets = new AssetLibrary(folder);
        problems = new SceneProblems(session, assets, () -> List.copyOf(others), Runnable::run);
        problems.watch(told::add);
    }

    @AfterEach
    void close() {
        problems.close();
        assets.close();
        session.close();
    }

    private Entity spawn(String model) {
        var components = new LinkedHashMap<String, Value>();
        components.put("core::GltfContainer", Value.fields("src", Value.of(model)));
        session.post(new Edit.Spawn("Tree", Edit.Place.TOP, components), Origin.USER).join();
        return session.snapshot().entities().getLast();
    }

    /** As the viewport does with all that it shows. */
    private void show(String model) {
        assets.model(AssetSource.of(model));
    }

    private void check(Set<String> files, Set<Entity> flawed) throws InterruptedException {
        var next = told.take();
        assertEquals(files, Set.copyOf(next.problems().stream().map(Problem::file).toList()));
        assertEquals(flawed, next.entities());
    }

    private Problem wrong(String entity) {
        return new Problem(Problem.Severity.WARNING, "main.composite", entity, "", 0, "It leans.");
    }

    @Test
    void whatIsWrongWithAModelGoesWithItAndComesBackWithUndo() throws InterruptedException {
        var tree = spawn("tree.glb");
        show("tree.glb");
        check(Set.of("tree.glb"), Set.of(tree));
        session.post(new Edit.Despawn(List.of(tree)), Origin.USER).join();
        check(Set.of(), Set.of());
        session.undo().join();
        check(Set.of("tree.glb"), Set.of(tree));
    }

    @Test
    void whileItRunsAnyModelCounts() throws InterruptedException {
        problems.played(true);
        show("rock.glb");
        check(Set.of("rock.glb"), Set.of());
        problems.played(false);
        check(Set.of(), Set.of());
    }

    @Test
    void anEntityIsFoundByNumberAndByName() throws InterruptedException {
        var tree = spawn("");
        others.add(wrong("Tree"));
        problems.look();
        check(Set.of("main.composite"), Set.of(tree));
        others.set(0, wrong(tree.toString()));
        problems.look();
        check(Set.of("main.composite"), Set.of(tree));
        others.set(0, wrong("Bush"));
        problems.look();
        check(Set.of("main.composite"), Set.of());
    }

    @Test
    void aThousandModelsAreToldAFewTimes() throws InterruptedException {
        int many = 1000;
        problems.played(true);
        for (int i = 0; i < many; i++) {
            show(i + ".glb");
        }
        int times = 1;
        while (told.take().problems().size() < many) {
            times++;
        }
        // Far fewer than models, however slow the machine is.
        assertEquals(0, times / 100, times + " times");
    }

    @Test
    void afterTheEndNobodyIsTold() {
        problems.close();
        show("rock.glb");
        assets.settled().join();
        assertEquals(Flaws.NONE, problems.now());
    }
}
