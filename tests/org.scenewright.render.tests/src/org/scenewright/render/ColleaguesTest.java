// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a viewport shows of others who work at its scene. */
final class ColleaguesTest {
    private static final int RED = 0xff0000;
    private static final Colleague IDLE =
            new Colleague("Anna", RED, Set.of(), Optional.empty(), Optional.empty(), Set.of());

    private final Studio studio = Studio.of("crate at 8 0 8 box");

    private DrawList show(Colleague... colleagues) {
        studio.view.colleagues(List.of(colleagues));
        return studio.draw();
    }

    /** How many segments of a colour are seen that only colleagues have. */
    private static long segments(DrawList picture) {
        return picture.lines().stream()
                .flatMapToInt(
                        lines ->
                                IntStream.range(0, lines.count())
                                        .filter(i -> isRed(lines.vertices(), i * 14)))
                .count();
    }

    private static boolean isRed(float[] vertices, int at) {
        return vertices[at + 3] == 1 && vertices[at + 4] == 0 && vertices[at + 5] == 0;
    }

    private static Colleague looking(Vector3f from) {
        var line = new Colleague.Sightline(from, new Vector3f(8, 0, 8));
        return new Colleague("Anna", RED, Set.of(), Optional.of(line), Optional.empty(), Set.of());
    }

    private static Colleague choosing(Entity... entities) {
        return new Colleague(
                "Anna", RED, Set.of(entities), Optional.empty(), Optional.empty(), Set.of());
    }

    private static double light(int colour) {
        var light = Colors.linear(colour, 1);
        return 0.2126 * light.r() + 0.7152 * light.g() + 0.0722 * light.b();
    }

    /** As WCAG 2 has it, from 1 to 21. */
    private static double contrast(double light, double other) {
        return (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05);
    }

    /** People have colours that stand out from white and from what is nearly black. */
    private static double[] ofPeople() {
        return IntStream.range(0, 100)
                .mapToDouble(i -> i / 100.0)
                .filter(light -> contrast(light, 1) > 2.8 && contrast(light, 0.03) > 2.8)
                .toArray();
    }

    @Test
    void aLineOrItsEdgeStandsOutFromAnyGround() {
        assertTrue(ofPeople().length > 10);
        for (double light : ofPeople()) {
            for (double ground = 0; ground <= 1; ground += 0.01) {
                double best =
                        Math.max(contrast(light, ground), contrast(light(Colleagues.EDGE), ground));
                assertTrue(best > 1.9, light + " on " + ground + ": " + best);
            }
        }
    }

    @Test
    void everyLineOfSomebodyHasAWiderEdgeUnderIt() {
        var lines = show(choosing(studio.entity("crate"))).lines();
        int first =
                IntStream.range(0, lines.size())
                        .filter(i -> isRed(lines.get(i).vertices(), 0))
                        .findFirst()
                        .orElseThrow();
        var edge = lines.get(first - 1);
        assertEquals(lines.get(first).count(), edge.count());
        assertEquals(lines.get(first).pixels() + 1.5, edge.pixels());
        assertEquals(0x18 / 255f, edge.vertices()[3]);
    }

    /** How often a colour is in the picture of a name of somebody who has one. */
    private long pixels(int wanted, int colour) {
        var line = new Colleague.Sightline(new Vector3f(5, 2, 5), new Vector3f(8, 0, 8));
        var anna =
                new Colleague(
                        "Anna", colour, Set.of(), Optional.of(line), Optional.empty(), Set.of());
        var material = show(anna).onTop().getFirst().material();
        var rgba = material.maps().base().orElseThrow().bitmap().rgba();
        return IntStream.range(0, rgba.length / 4)
                .filter(
                        i ->
                                rgba[i * 4 + 3] == -1
                                        && (rgba[i * 4] & 255) == wanted >> 16
                                        && (rgba[i * 4 + 1] & 255) == (wanted >> 8 & 255)
                                        && (rgba[i * 4 + 2] & 255) == (wanted & 255))
                .count();
    }

    @Test
    void aNameStandsOnAPlateInTheColourOfWhoeverItIs() {
        assertTrue(pixels(RED, RED) > 2 * pixels(0, RED));
        assertTrue(pixels(Colleagues.EDGE, RED) > 0);
    }

    @Test
    void aNameIsDarkOnLightColoursAndLightOnDarkOnes() {
        assertTrue(pixels(0, 0xAD9907) > 0);
        assertEquals(0, pixels(0xffffff, 0xAD9907));
        assertTrue(pixels(0xffffff, 0x0278C7) > 0);
        assertEquals(0, pixels(0, 0x0278C7));
    }

    @Test
    void whoeverDoesNothingIsNotSeen() {
        assertEquals(0, segments(show(IDLE)));
        assertEquals(List.of(), show(IDLE).onTop());
    }

    @Test
    void aCameraIsAFrustumWithAName() {
        var picture = show(looking(new Vector3f(5, 2, 5)));
        assertEquals(10, segments(picture));
        assertEquals(1, picture.onTop().size());
    }

    @Test
    void aNameIsAsLargeFarAway() {
        float near = height(show(looking(new Vector3f(4, 4, 4))));
        float far = height(show(looking(new Vector3f(12, 2, 16))));
        assertTrue(far > near * 1.5, near + " and " + far);
    }

    private static float height(DrawList picture) {
        float[] matrix = picture.onTop().getFirst().transforms();
        return new Vector3f(matrix[1], matrix[5], matrix[9]).length();
    }

    @Test
    void whoLooksFromWhereIAmIsNotSeen() {
        var picture = show(looking(studio.camera.eye()));
        assertEquals(0, segments(picture));
        assertEquals(List.of(), picture.onTop());
    }

    @Test
    void aNameBehindMeIsNotDrawn() {
        var behind = studio.camera.eye().fma(-5, studio.camera.forward());
        assertEquals(List.of(), show(looking(behind)).onTop());
    }

    @Test
    void whatSomebodySelectedHasABoxThatShowsThrough() {
        var picture = show(choosing(studio.entity("crate")));
        assertEquals(24, segments(picture));
    }

    @Test
    void whatSomebodyDragsHasAStrongerBoxWithTheirName() {
        var picture = show(dragging(Set.of(studio.entity("crate"))));
        assertEquals(36, segments(picture));
        assertEquals(1, picture.onTop().size());
    }

    @Test
    void theNameOfWhoDragsMuchStandsThereOnce() {
        var yard = Studio.of("crate at 8 0 8 box", "lid at 8 3 8 box");
        var much = Set.of(yard.entity("crate"), yard.entity("lid"));
        yard.view.colleagues(List.of(dragging(much)));
        assertEquals(1, yard.draw().onTop().size());
    }

    private static Colleague dragging(Set<Entity> held) {
        return new Colleague("Anna", RED, held, Optional.empty(), Optional.empty(), held);
    }

    @Test
    void whatIsGoneHasNone() {
        assertEquals(0, segments(show(choosing(Entity.of(60_000, 0)))));
    }

    @Test
    void whatSomebodyPointsAtHasARayAndACircle() {
        var line = new Colleague.Sightline(new Vector3f(0, 3, 0), new Vector3f(8, 1, 8));
        var pointing =
                new Colleague("Anna", RED, Set.of(), Optional.empty(), Optional.of(line), Set.of());
        assertEquals(97, segments(show(pointing)));
    }

    @Test
    void aHostileNameIsALine() {
        var line = new Colleague.Sightline(new Vector3f(5, 2, 5), new Vector3f(8, 0, 8));
        var endless = "a\n".repeat(100_000);
        var picture =
                show(
                        new Colleague(
                                endless,
                                RED,
                                Set.of(),
                                Optional.of(line),
                                Optional.empty(),
                                Set.of()));
        assertEquals(1, picture.onTop().size());
    }

    @Test
    void whoLeftIsGone() {
        show(looking(new Vector3f(5, 2, 5)));
        assertEquals(0, segments(show()));
    }
}
