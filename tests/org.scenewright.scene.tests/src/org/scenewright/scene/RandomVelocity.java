// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random definitions of a component, and random edits of scenes that have it. */
final class RandomVelocity {
    private static final List<String> NAMES = List.of("x", "y", "z", "fast");
    private static final List<String> KINDS =
            List.of("number float32", "integer int32", "string utf8-string", "boolean boolean");

    private final Random random;

    RandomVelocity(Random random) {
        this.random = random;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Some fields of random kinds in a random order. */
    String[] fields() {
        var names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.stream()
                .limit(1 + random.nextInt(NAMES.size()))
                .map(name -> field(name, any(KINDS).split(" ")))
                .toArray(String[]::new);
    }

    private static String field(String name, String[] kind) {
        return Velocity.field(name, kind[0], kind[1]);
    }

    /** What the project defines; nothing now and then. */
    ComponentTypes project() {
        return random.nextInt(5) == 0 ? Velocity.CORE : Velocity.project(fields());
    }

    Edit edit(SceneSnapshot now) {
        var entity = Entity.of(512 + random.nextInt(3), 0);
        return switch (random.nextInt(8)) {
            case 0 -> new Edit.Migrate(Velocity.NAME, any(List.of(Edit.Policy.values())));
            case 1 -> new Edit.Remove(entity, Velocity.NAME);
            case 2 -> new Edit.Rename(entity, "Box" + random.nextInt(9));
            case 3 -> new Edit.Put(entity, Velocity.NAME, type(now).initial());
            default -> set(now, entity);
        };
    }

    private static Schema type(SceneSnapshot now) {
        return now.types()
                .find(Velocity.NAME)
                .map(ComponentType::schema)
                .orElse(new Schema.Opaque("unknown"));
    }

    private Edit set(SceneSnapshot now, Entity entity) {
        if (type(now) instanceof Schema.Struct(var fields)) {
            var field = any(fields);
            var path = FieldPath.of(field.name());
            return new Edit.Set(entity, Velocity.NAME, path, value(field.schema()));
        }
        return new Edit.Rename(entity, "Lid");
    }

    private Value value(Schema schema) {
        return switch (schema) {
            case Schema.Flag f -> Value.of(random.nextBoolean());
            case Schema.Number n -> Value.of(random.nextInt(100));
            case Schema.Text t -> Value.of("text " + random.nextInt(100));
            case Schema.Choice c -> schema.initial();
            case Schema.Mask m -> schema.initial();
            case Schema.Vector v -> schema.initial();
            case Schema.EntityReference e -> schema.initial();
            case Schema.Items i -> schema.initial();
            case Schema.Struct s -> schema.initial();
            case Schema.OneOf o -> schema.initial();
            case Schema.Maybe m -> schema.initial();
            case Schema.Opaque o -> schema.initial();
        };
    }
}
