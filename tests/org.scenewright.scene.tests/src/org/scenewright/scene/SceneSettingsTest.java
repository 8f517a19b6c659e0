// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SceneSettingsTest {
    private static final String GOOD =
            """
            {
              "display": { "title": "Harbour" },
              "scene": { "parcels": [ "0,0", "0,1" ], "base": "0,1" },
              "spawnPoints": [
                { "name": "a", "default": true, "position": { "x": [3, 1], "y": 0, "z": [2] } }
              ]
            }
            """;

    private static SceneSettings settings(String json) {
        return SceneSettings.of(ValueJson.parse(json));
    }

    /**
     * GOOD with the part at a path replaced has exactly one problem, at a field and with some
     * words.
     */
    private static void checkProblem(String path, String json, String field, String message) {
        var wrong = ValueJson.parse(GOOD).with(FieldPath.parse(path), ValueJson.parse(json));
        var problems = SceneSettings.problems(wrong, "scene.json");
        assertEquals(
                List.of(field), problems.stream().map(Problem::field).toList(), problems::toString);
        assertEquals(
                1,
                problems.stream().filter(p -> p.message().contains(message)).count(),
                problems::toString);
    }

    @Test
    void everythingIsRead() {
        var settings = settings(GOOD);
        assertEquals("Harbour", settings.title());
        assertEquals(List.of(new Parcel(0, 0), new Parcel(0, 1)), settings.parcels());
        assertEquals(new Parcel(0, 1), settings.base());
        var spawn = settings.spawnPoints().getFirst();
        assertEquals(new SpawnPoint.Span(1, 3), spawn.x());
        assertEquals(new SpawnPoint.Span(0, 0), spawn.y());
        assertEquals(new SpawnPoint.Span(2, 2), spawn.z());
        assertEquals(Optional.empty(), spawn.cameraTarget());
        assertEquals(List.of(), SceneSettings.problems(ValueJson.parse(GOOD), "scene.json"));
    }

    @Test
    void aCameraTargetIsRead() {
        var settings = settings("{\"spawnPoints\":[{\"cameraTarget\":{\"x\":1,\"y\":2}}]}");
        assertEquals(
                Optional.of(new Pose.Vec(1, 2, 0)),
                settings.spawnPoints().getFirst().cameraTarget());
    }

    @Test
    void anEmptyFileHasOneParcel() {
        assertEquals(List.of(new Parcel(0, 0)), settings("{}").parcels());
        assertEquals(new Parcel(3, -4), settings("{\"scene\":{\"parcels\":[\"3,-4\"]}}").base());
        assertEquals(
                new Parcel(3, -4),
                settings("{\"scene\":{\"base\":\" 3 , -4\"}}").parcels().getFirst());
    }

    @Test
    void parcelsThatAreNoneAreLeftOutAndTold() {
        checkProblem("scene.parcels.2", "\"1;2\"", "scene.parcels.2", "is no parcel");
        checkProblem("scene.parcels.2", "5", "scene.parcels.2", "is no parcel");
        checkProblem("scene.parcels.2", "\"1,99999999999\"", "scene.parcels.2", "is no parcel");
        checkProblem("scene.parcels.2", "\"0,0\"", "scene.parcels.2", "listed twice");
        checkProblem("scene.parcels", "\"0,0\"", "scene.parcels", "should be a list");
        checkProblem("scene.parcels", "[]", "scene.parcels", "at least one");
    }

    @Test
    void aBaseThatIsNoneIsTold() {
        checkProblem("scene.base", "\"7,7\"", "scene.base", "not one of the parcels");
        checkProblem("scene.base", "\"x\"", "scene.base", "is no parcel");
        checkProblem("scene.base", "null", "scene.base", "should be a text");
    }

    @Test
    void otherWrongPartsAreTold() {
        checkProblem("display", "{}", "display.title", "missing");
        checkProblem("spawnPoints", "{}", "spawnPoints", "should be a list");
        checkProblem(
                "spawnPoints.0.position.x", "[1,2,3]", "spawnPoints.0.position.x", "a number or");
        checkProblem(
                "spawnPoints.0.position.x", "\"1\"", "spawnPoints.0.position.x", "a number or");
    }

    @Test
    void tooManyParcelsAreBounded() {
        String parcels =
                IntStream.range(0, 5000)
                        .mapToObj(i -> "\"0," + i + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        checkProblem("scene.parcels", parcels, "scene.parcels", "Only the first 4096");
        assertEquals(4096, settings("{\"scene\":{\"parcels\":" + parcels + "}}").parcels().size());
    }

    @Test
    void theFileIsWrittenLikeAnyOtherText() {
        var file = SettingsFile.of(GOOD.getBytes(StandardCharsets.UTF_8), "scene.json");
        var now = file.value().with(FieldPath.of("display", "title"), Value.of("Quay"));
        String written = new String(file.write(now).orElseThrow(), StandardCharsets.UTF_8);
        assertEquals(GOOD.replace("Harbour", "Quay"), written);
    }
}
