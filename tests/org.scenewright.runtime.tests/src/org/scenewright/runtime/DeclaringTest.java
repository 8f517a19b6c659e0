// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source file of the project is saved while a scene is open. */
class DeclaringTest {
    private static final String DOOR = "yard::Door";
    private static final String FIELD =
            "\"%s\":{\"type\":\"boolean\",\"serializationType\":\"boolean\"}";

    @TempDir Path directory;
    private final List<Change> heard = new ArrayList<>();

    private static String schema(String... names) {
        var fields = List.of(names).stream().map(FIELD::formatted).toList();
        return "{\"type\":\"object\",\"properties\":{%s},\"serializationType\":\"map\"}"
                .formatted(String.join(",", fields));
    }

    private static ComponentTypes door(String... names) {
        try {
            var json = new JsonMapper().readTree(schema(names));
            var all = new ArrayList<>(CoreComponents.load().all());
            all.add(ComponentType.defined(DOOR, json));
            return ComponentTypes.of(all);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Edit put(String json) {
        return new Edit.Put(BOX, DOOR, ValueJson.parse(json));
    }

    private static List<String> problems(SceneSession session) {
        return session.status().problems().stream()
                .filter(p -> p.field().startsWith(DOOR))
                .map(p -> p.field() + ":" + p.line())
                .toList();
    }

    private static String packed(OpenScene scene) {
        return scene.onDisk().replaceAll("\\s", "");
    }

    private void listen(SceneSession session) {
        session.link(
                new Link() {
                    @Override
                    public String name() {
                        return "test";
                    }

                    @Override
                    public void changed(SceneSnapshot snapshot, Changes changes) {
                        heard.addAll(changes.list());
                    }
                });
    }

    @BeforeEach
    void forget() {
        heard.clear();
    }

    @Test
    void linksHearOfItAndNothingIsDirty() throws IOException {
        try (var scene = new OpenScene(directory)) {
            listen(scene.session());
            now(scene.session().declare(door("open")));
            assertEquals(List.of(new Change.Declared(DOOR)), heard);
            assertTrue(scene.session().snapshot().types().find(DOOR).isPresent());
            assertFalse(scene.session().status().dirty());
        }
    }

    @Test
    void problemsComeWithTheTypesAndGoWithTheMigration() throws IOException {
        try (var scene = new OpenScene(directory)) {
            now(scene.session().declare(door("open")));
            now(scene.session().post(put("{\"open\":true}"), Origin.USER));
            now(scene.session().save());
            assertTrue(packed(scene).contains("\"jsonSchema\":" + schema("open")));
            String before = scene.onDisk();
            now(scene.session().declare(door("locked", "open")));
            assertEquals(List.of(DOOR + ".locked:0"), problems(scene.session()));
            now(scene.session().post(new Edit.Migrate(DOOR, Edit.Policy.KEEP), Origin.USER));
            assertEquals(List.of(), problems(scene.session()));
            now(scene.session().save());
            assertTrue(packed(scene).contains("\"jsonSchema\":" + schema("locked", "open")));
            assertTrue(packed(scene).contains("{\"json\":{\"locked\":false,\"open\":true}}"));
            now(scene.session().undo());
            now(scene.session().save());
            assertEquals(before, scene.onDisk());
        }
    }

    @Test
    void whatSomebodyWritesMeanwhileIsReadWithTheNewTypes() throws IOException {
        try (var scene = new OpenScene(directory)) {
            now(scene.session().declare(door("open")));
            now(scene.session().post(put("{\"open\":true}"), Origin.USER));
            now(scene.session().save());
            String before = scene.onDisk();
            now(scene.session().declare(door("open", "locked")));
            scene.somebodyWrites(before.replace("\"open\": true", "\"open\": false"));
            now(scene.session().takeIn());
            var type = scene.session().snapshot().types().find(DOOR).orElseThrow();
            assertEquals("{\"open\":false,\"locked\":false}", ValueJson.print(type.initial()));
            assertEquals(
                    ValueJson.parse("{\"open\":false}"),
                    scene.session().snapshot().value(BOX, DOOR).orElseThrow());
            assertFalse(scene.session().status().dirty());
            assertEquals(1, problems(scene.session()).size());
            now(scene.session().undo());
            now(scene.session().save());
            assertFalse(scene.onDisk().contains("true"));
        }
    }
}
