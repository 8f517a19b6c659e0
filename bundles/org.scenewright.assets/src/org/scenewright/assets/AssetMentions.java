// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

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
        for (var type : scene.types().find(component).stream().toList()) {
            if (holdsPath(type.schema())) {
                scene.forEach(
                        component,
                        (entity, value) ->
                                new Walk(component, entity)
                                        .read(type.schema(), value, FieldPath.WHOLE));
            }
        }
    }

    private static boolean holdsPath(Schema schema) {
        return switch (schema) {
            case Schema.Text(var use) -> use == Schema.TextUse.ASSET_PATH;
            case Schema.Items(var element) -> holdsPath(element);
            case Schema.Struct(var fields) -> fields.stream().anyMatch(f -> holdsPath(f.schema()));
            case Schema.OneOf oneOf -> oneOf.cases().stream().anyMatch(f -> holdsPath(f.schema()));
            case Schema.Maybe(var inner) -> holdsPath(inner);
            case Schema.Flag f -> false;
            case Schema.Number n -> false;
            case Schema.Choice c -> false;
            case Schema.Mask m -> false;
            case Schema.Vector v -> false;
            case Schema.EntityReference e -> false;
            case Schema.Opaque o -> false;
        };
    }

    /** Goes through the value of one component of one entity. */
    private final class Walk {
        private final String component;
        private final Entity entity;

        Walk(String component, Entity entity) {
            this.component = component;
            this.entity = entity;
        }

        void read(Schema schema, Value value, FieldPath at) {
            switch (schema) {
                case Schema.Text(var use) -> text(use, value, at);
                case Schema.Items(var element) -> items(element, value, at);
                case Schema.Struct(var fields) -> fields.forEach(field -> part(field, value, at));
                case Schema.OneOf oneOf -> chosen(oneOf, value, at);
                case Schema.Maybe(var inner) -> read(inner, value, at);
                case Schema.Flag f -> {}
                case Schema.Number n -> {}
                case Schema.Choice c -> {}
                case Schema.Mask m -> {}
                case Schema.Vector v -> {}
                case Schema.EntityReference e -> {}
                case Schema.Opaque o -> {}
            }
        }

        private void text(Schema.TextUse use, Value value, FieldPath at) {
            if (use == Schema.TextUse.ASSET_PATH
                    && value instanceof Value.Text(var path)
                    && !path.isEmpty()) {
                String field = at.isEmpty() ? component : component + "." + at;
                mentions.putIfAbsent(key(path), new Mention(entity, field));
            }
        }

        private void items(Schema element, Value value, FieldPath at) {
            int index = 0;
            for (var item : value.items("")) {
                read(element, item, at.child(index++));
            }
        }

        private void part(Schema.Field field, Value whole, FieldPath at) {
            var part = whole.members().get(field.name());
            if (part != null) {
                read(field.schema(), part, at.child(field.name()));
            }
        }

        private void chosen(Schema.OneOf oneOf, Value value, FieldPath at) {
            oneOf.chosen(value)
                    .map(c -> new Schema.Field(oneOf.key(c.name()), c.schema(), c.fallback()))
                    .ifPresent(content -> part(content, value, at));
        }
    }
}
