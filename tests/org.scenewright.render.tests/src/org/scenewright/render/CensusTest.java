// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class CensusTest {
    private static final String RED =
            "Material={\"material\":{\"$case\":\"pbr\",\"pbr\":{\"metallic\":0.1}}}";
    private static final String BLUE =
            "Material={\"material\":{\"$case\":\"pbr\",\"pbr\":{\"metallic\":0.9}}}";

    private final Census census = new Census(new AssetLibrary(Path.of("no-such-folder")));

    private Studio of(String... lines) {
        var studio = Studio.of(lines);
        census.reset(studio.scene.snapshot());
        return studio;
    }

    private void apply(Studio studio, Edit edit) {
        apply(studio, edit, census);
    }

    private static void apply(Studio studio, Edit edit, Census census) {
        var changes = studio.apply(edit);
        census.show(studio.scene.snapshot(), changes);
    }

    private void land(Studio studio, String... parcels) {
        var list = Value.of(List.of(parcels).stream().map(Value::of).toList());
        apply(studio, new Edit.Configure(FieldPath.of("scene", "parcels"), list));
        apply(studio, new Edit.Configure(FieldPath.of("scene", "base"), Value.of(parcels[0])));
    }

    private double now(Limit limit) {
        return census.amounts(0).get(limit.ordinal()).now();
    }

    private void check(Studio studio, String sentences) {
        var told =
                census.strays().first().stream()
                        .map(stray -> stray.sentence(studio.scene.snapshot().name(stray.entity())))
                        .collect(Collectors.joining("\n"));
        assertEquals(sentences, told);
    }

    @ParameterizedTest
    @CsvSource({
        "TRIANGLES, 3, 30000",
        "ENTITIES, 20, 4000",
        "BODIES, 4, 1200",
        "MATERIALS, 1, 20",
        "MATERIALS, 3, 40",
        "TEXTURES, 6, 28",
        "HEIGHT, 9, 66",
        "SIZE, 2, 30",
        "SIZE, 100, 300"
    })
    void limitsAreThoseOfTheTable(Limit limit, int parcels, long most) {
        assertEquals(most, limit.most(parcels));
    }

    @Test
    void amountsComeInTheOrderOfTheLimits() {
        var order = census.amounts(0).stream().map(Amount::limit).toList();
        assertEquals(List.of(Limit.values()), order);
    }

    @ParameterizedTest
    @CsvSource({"79, FINE", "80, NEAR", "100, NEAR", "101, OVER"})
    void anAmountIsFineUntilItIsNearAndThenOver(int now, Amount.Level level) {
        assertEquals(level, new Amount(Limit.BODIES, now, 100).level());
    }

    @Test
    void boxesHaveTwelveTrianglesAndAreBodies() {
        of("a at 1 1 1 box", "b at 4 1 1 box", "c at 8 1 1");
        assertEquals(24, now(Limit.TRIANGLES));
        assertEquals(2, now(Limit.BODIES));
        assertEquals(3, now(Limit.ENTITIES));
    }

    @Test
    void equalMaterialsCountOnce() {
        of("a at 1 1 1 box " + RED, "b at 4 1 1 box " + RED, "c at 8 1 1 box " + BLUE);
        assertEquals(2, now(Limit.MATERIALS));
    }

    @Test
    void oneTextureOfManyMaterialsCountsOnce() {
        var texture =
                "Material={\"material\":{\"$case\":\"pbr\",\"pbr\":{\"metallic\":%s,\"texture\":"
                        + "{\"tex\":{\"$case\":\"texture\",\"texture\":{\"src\":\"a.png\"}}}}}}";
        of("a at 1 1 1 box " + texture.formatted(0.1), "b at 4 1 1 box " + texture.formatted(0.9));
        assertEquals(1, now(Limit.TEXTURES));
        assertEquals(2, now(Limit.MATERIALS));
    }

    @Test
    void whatPlayersDoNotSeeIsOnlyAnEntity() {
        of("a at 1 1 1 box VisibilityComponent={\"visible\":false}");
        assertEquals(0, now(Limit.TRIANGLES));
        assertEquals(1, now(Limit.ENTITIES));
    }

    @Test
    void theHeightIsThatOfTheHighestBox() {
        var studio = of("a at 1 9 1 box", "b at 4 3 1 box");
        assertEquals(9.5, now(Limit.HEIGHT), 1e-4);
        apply(studio, new Edit.Despawn(List.of(studio.entity("a"))));
        assertEquals(3.5, now(Limit.HEIGHT), 1e-4);
    }

    @Test
    void whatReachesOverTheBorderIsTold() {
        check(of("a at 17 1 8 box", "b at 8 1 8 box"), "a reaches 1.5 m east of the parcels.");
    }

    @Test
    void whatReachesHigherThanAllowedIsTold() {
        check(of("a at 8 25 8 box"), "a reaches 5.5 m above the height of 20 m.");
    }

    @Test
    void whatStandsExactlyAtTheBorderIsInside() {
        check(of("a at 15.5 0.5 0.5 box", "b at 8 0 8 scale 16 1 16 box"), "");
    }

    @Test
    void aChildIsJudgedByWhereItIsInTheWorld() {
        check(of("a at 12 1 8", "b in a at 8 0 0 box"), "b reaches 4.5 m east of the parcels.");
    }

    @Test
    void aMissingParcelOfAnAngleIsNotItsOwn() {
        var studio = of("a at 24 1 24 box", "b at 8 1 24 box", "c at 24 1 8 box");
        land(studio, "5,5", "5,6", "6,5");
        check(studio, "a reaches 1.0 m into a parcel that is not its own.");
    }

    @Test
    void whatCoversTheMissingParcelOfAnAngleReachesAsDeepAsThat() {
        var studio = of("a at 16 1 16 scale 28 1 28 box");
        land(studio, "5,5", "5,6", "6,5");
        check(studio, "a reaches 14 m into a parcel that is not its own.");
    }

    @Test
    void whatIsMovedBackIsToldNoMore() {
        var studio = of("a at 17 1 8 box");
        apply(studio, move(studio.entity("a"), 8));
        check(studio, "");
    }

    @Test
    void aScaleBeyondAllNumbersIsNowhere() {
        check(of("p at 8 1 8 scale 1e38 1 1", "a in p scale 1e38 1 1 box"), "");
    }

    @Test
    void whatIsOutOfAllReasonIsToldInKilometres() {
        check(of("a at 8 1 8 scale 1e38 1 1 box"), "a reaches over 10 km west of the parcels.");
    }

    @Test
    void ofVeryManyTheFirstAreMarkedAndAllAreCounted() {
        var lines = new String[Strays.MOST + 20];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "e" + i + " at -5 1 8 box";
        }
        of(lines);
        assertEquals(lines.length, census.strays().count());
        assertEquals(Strays.MOST, census.strays().entities().size());
    }

    @Test
    void theHeaviestComesFirst() {
        of("a at 1 1 1 box", "b at 4 1 1 box", "c at 8 1 1 sphere");
        var heaviest = census.heaviest(9);
        assertEquals(List.of("sphere", "box"), heaviest.stream().map(Heavy::name).toList());
        assertEquals(2, heaviest.getLast().entities());
        assertEquals(24, heaviest.getLast().triangles());
    }

    @Test
    void theEntitiesOfAShapeAreFound() {
        var studio = of("a at 1 1 1 box", "b at 4 1 1 sphere", "c at 8 1 1 box");
        assertEquals(List.of(studio.entity("a"), studio.entity("c")), census.users("box"));
    }

    /** A census of a scene whose models are all loaded. */
    private static Census loaded(Studio studio, AssetLibrary library) {
        var census = new Census(library);
        census.reset(studio.scene.snapshot());
        library.settled().join();
        census.reset(studio.scene.snapshot());
        return census;
    }

    @Test
    void aModelThatNobodyShowsAnyMoreIsNotKept(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("a.glb"), SampleRig.glb());
        Files.write(folder.resolve("b.glb"), SampleRig.glb());
        var studio =
                Studio.of(
                        "one at 1 1 1 GltfContainer={\"src\":\"a.glb\"}",
                        "two at 4 1 1 GltfContainer={\"src\":\"a.glb\"}",
                        "three at 8 1 1 GltfContainer={\"src\":\"b.glb\"}");
        try (var library = new AssetLibrary(folder)) {
            var models = loaded(studio, library);
            assertEquals(2, models.models());
            var one = new Edit.Despawn(List.of(studio.entity("one"), studio.entity("three")));
            apply(studio, one, models);
            assertEquals(1, models.models());
            var other = new Edit.Remove(studio.entity("two"), Looks.MODEL);
            apply(studio, other, models);
            assertEquals(0, models.models());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsKeptInStepIsWhatIsCountedFromScratch(long seed) {
        var random = new Random(seed);
        var studio = of("a at 1 1 1 box " + RED, "b in a at 4 1 1 sphere", "c at 40 1 1 box");
        for (int i = 0; i < 150; i++) {
            apply(studio, edit(random, studio.scene.snapshot().entities(), i));
            var fresh = new Census(new AssetLibrary(Path.of("no-such-folder")));
            fresh.reset(studio.scene.snapshot());
            assertEquals(fresh.amounts(7), census.amounts(7));
            assertEquals(fresh.strays(), census.strays());
        }
    }

    private static Edit edit(Random random, List<Entity> all, int step) {
        var others = all.stream().filter(e -> !e.isReserved()).toList();
        var name = "e" + step;
        var transform = pose(random).toValue();
        if (others.size() < 3) {
            return spawn(name, Entity.ROOT, transform);
        }
        var one = others.get(random.nextInt(others.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> spawn(name, one, transform);
            case 2 -> new Edit.Despawn(List.of(one));
            case 3 -> new Edit.Put(one, "core::VisibilityComponent", hidden(random));
            case 4 -> new Edit.Put(one, Looks.MESH, shape(random.nextBoolean() ? "plane" : "box"));
            default -> new Edit.Put(one, "core::Transform", transform);
        };
    }

    private static Pose pose(Random random) {
        var place = new Pose.Vec(random.nextInt(20), random.nextInt(9), random.nextInt(20));
        return new Pose(place, new Pose.Quat(0, 0, 0, 1), new Pose.Vec(1, 1, 1));
    }

    private static Edit spawn(String name, Entity parent, Value transform) {
        var components = new LinkedHashMap<String, Value>();
        components.put("core::Transform", transform);
        components.put(Looks.MESH, shape("cylinder"));
        return new Edit.Spawn(name, Edit.Place.under(parent), components);
    }

    private static Value hidden(Random random) {
        return ValueJson.parse(
                "{\"visible\":%s,\"propagateToChildren\":%s}"
                        .formatted(random.nextBoolean(), random.nextBoolean()));
    }

    private static Value shape(String name) {
        return ValueJson.parse("{\"mesh\":{\"$case\":\"%1$s\",\"%1$s\":{}}}".formatted(name));
    }

    @Test
    void anEditAmongTenThousandEntitiesLooksAtNoneOfTheOthers() {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < 10_000; i++) {
            var place = new Pose.Vec(i % 100, 1, i / 100);
            var pose = new Pose(place, new Pose.Quat(0, 0, 0, 1), new Pose.Vec(1, 1, 1));
            edits.add(spawn("e" + i, Entity.ROOT, pose.toValue()));
        }
        var studio = of();
        apply(studio, new Edit.All("Many", edits));
        assertEquals(10_000, now(Limit.ENTITIES));
        long before = census.measurements();
        for (int i = 0; i < 100; i++) {
            apply(studio, move(new Entity(512 + i), 20 + i));
            census.strays();
        }
        assertEquals(100, census.measurements() - before);
    }

    private static Edit move(Entity entity, double x) {
        return new Edit.Set(entity, "core::Transform", FieldPath.of("position", "x"), Value.of(x));
    }
}
