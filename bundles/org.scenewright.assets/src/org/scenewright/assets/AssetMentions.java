// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the components of a scene name files of its project: for each file the first entity and
 * field that do.
 */
public final class AssetMentions {
    private final Map<String, Mention> mentions = new HashMap<>();

    private record Mention(Entity entity, String field) {}

    private AssetMentions() {}

    /**
     * Problems with the entity and the field through which their file came into a scene, where they
     * name none of their own and one is to be found. Any thread; it looks at every field that can
     * hold a path.
     */
    public static List<Problem> name(List<Problem> problems, SceneSnapshot scene) {
        if (problems.stream().noneMatch(AssetMentions::isNameless)) {
            return problems;
        }
        var mentions = new AssetMentions();
        scene.componentNames().forEach(component -> mentions.read(scene, component));
        return problems.stream().map(mentions::named).toList();
    }

    private static boolean isNameless(Problem problem) {
        return problem.entity().isEmpty() && problem.field().isEmpty();
    }

    private Problem named(Problem problem) {
        var mention = mentions.get(key(problem.file()));
        return mention == null || !isNameless(problem)
                ? problem
                : new Problem(
                        problem.severity(),
                        problem.file(),
                        mention.entity().toString(),
                        mention.field(),
                        problem.line(),
                        problem.message());
    }

    private static String key(String path) {
        return LocalPath.key(path).orElse(path);
    }

    private void read(SceneSnapshot scene, String component) {
        if (PathFields.isIn(scene, component)) {
            scene.forEach(
                    component,
                    (entity, value) ->
                            new PathFields(component, (field, path) -> note(entity, field, path))
                                    .read(scene, value));
        }
    }

    private void note(Entity entity, String field, String path) {
        mentions.putIfAbsent(key(path), new Mention(entity, field));
    }
}
