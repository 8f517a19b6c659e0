// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.assets.GltfImages.Shown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What could be better about the pictures of a model; one sentence for each kind of fault. */
final class PictureReport {
    /** Longer sides are scaled down by Decentraland's own pipeline. */
    private static final int LONGEST_SIDE = 1024;

    /** In pixels per metre; at arm's length nobody sees more. */
    private static final double DENSE = 4096;

    private static final double ENOUGH = 1024;

    /** Nothing is won by making these smaller. */
    private static final int SMALL_SIDE = 64;

    private static final int MOST_NAMED = 3;

    private final List<Shown> pictures;
    private final Map<Bitmap, Triangles> surfaces = new IdentityHashMap<>();
    private final Map<Mesh, Triangles> firstSets = new IdentityHashMap<>();
    private final Map<Mesh, Triangles> secondSets = new IdentityHashMap<>();

    PictureReport(List<Shown> pictures, List<Model.Part> parts) {
        this.pictures = pictures;
        parts.forEach(this::measure);
    }

    private void measure(Model.Part part) {
        part.material().maps().base().ifPresent(texture -> measure(part, texture));
    }

    private void measure(Model.Part part, Texture texture) {
        // However many nodes show a mesh, it is measured once.
        var sets = texture.set() == 0 ? firstSets : secondSets;
        var whole =
                sets.computeIfAbsent(
                        part.mesh(),
                        mesh ->
                                Triangles.of(
                                        mesh, texture.set() == 0 ? mesh.uvs() : mesh.moreUvs()));
        double repeats = Math.abs((double) texture.scaleU() * texture.scaleV());
        surfaces.merge(
                texture.bitmap(),
                whole.stretched(stretch(part.transform()), repeats),
                Triangles::plus);
    }

    /** By how much areas grow, as a mean of all directions. */
    private static double stretch(float[] transform) {
        double sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += i % 4 == 3 ? 0 : (double) transform[i] * transform[i];
        }
        return sum / 3;
    }

    /** What there is to say about a picture that is a file of its own. */
    static List<String> sentences(PictureSize size) {
        return size.longest() > LONGEST_SIDE
                ? List.of("It has %s pixels; Decentraland shows 1024 x 1024.".formatted(size))
                : List.of();
    }

    void tell(Warnings warnings) {
        tell(
                warnings,
                picture -> picture.size().longest() > LONGEST_SIDE,
                "larger than the 1024 x 1024 pixels that Decentraland shows: %s.");
        tell(
                warnings,
                picture -> isLarge(picture) && !picture.size().isPowerOfTwo(),
                "with sides that are no powers of two, which Decentraland scales: %s.");
        tell(
                warnings,
                picture -> isLarge(picture) && isPlain(picture.bitmap()),
                "of one colour, for which the material's factor would do: %s.");
        duplicates(warnings);
        dense(warnings);
    }

    private void tell(Warnings warnings, Predicate<Shown> isMeant, String end) {
        var meant = pictures.stream().filter(isMeant).toList();
        if (!meant.isEmpty()) {
            var start = meant.size() == 1 ? "It has a picture " : "It has %d pictures ";
            var sentence = start.formatted(meant.size()) + end;
            warnings.add(sentence.formatted(named(meant)));
        }
    }

    private static String named(List<Shown> meant) {
        int more = meant.size() - MOST_NAMED;
        var first =
                meant.stream()
                        .limit(MOST_NAMED)
                        .map(picture -> picture.name() + " (" + picture.size() + ")")
                        .collect(Collectors.joining(", "));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Equal bytes have become one bitmap. */
    private void duplicates(Warnings warnings) {
        var first = new IdentityHashMap<Bitmap, Shown>();
        var again = new ArrayList<Shown>();
        for (var picture : pictures) {
            if (isLarge(picture) && first.putIfAbsent(picture.bitmap(), picture) != null) {
                again.add(picture);
            }
        }
        if (!again.isEmpty()) {
            warnings.add(
                    "It holds %d of its pictures more than once: %s."
                            .formatted(again.size(), named(again)));
        }
    }

    /** The one that wastes most. */
    private void dense(Warnings warnings) {
        pictures.stream()
                .filter(picture -> isLarge(picture) && !isPlain(picture.bitmap()))
                .filter(picture -> density(picture) > DENSE)
                .max((a, b) -> Double.compare(density(a), density(b)))
                .ifPresent(picture -> warnings.add(dense(picture)));
    }

    private String dense(Shown picture) {
        double density = density(picture);
        int halvings = (int) (Math.log(density / ENOUGH) / Math.log(2));
        return "Its picture %s has %s pixels, %d for each metre that it covers; %s would do."
                .formatted(
                        picture.name(),
                        picture.size(),
                        Math.round(density),
                        picture.size().halved(halvings));
    }

    /** In pixels per metre; 0 where it covers nothing. */
    private double density(Shown picture) {
        var surface = surfaces.getOrDefault(picture.bitmap(), Triangles.NONE);
        return surface.area() > 0
                ? Math.sqrt(surface.covered() * picture.size().pixels() / surface.area())
                : 0;
    }

    private static boolean isLarge(Shown picture) {
        return picture.size().longest() > SMALL_SIDE;
    }

    private static boolean isPlain(Bitmap bitmap) {
        var rgba = bitmap.rgba();
        for (int i = 4; i < rgba.length; i++) {
            if (rgba[i] != rgba[i - 4]) {
                return false;
            }
        }
        return true;
    }
}
