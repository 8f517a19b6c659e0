// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides what of a draw list is drawn, in which order and by which shaders; asks for what is not
 * uploaded yet.
 */
final class Casting {
    private static final int NUMBER_BITS = 24;
    private static final int DISTANCE_BITS = 28;

    private final Stock stock;
    private final Instances instances;
    private final DrawList list;
    private final LampReach lamps;

    Casting(Stock stock, Instances instances, DrawList list) {
        this.stock = stock;
        this.instances = instances;
        this.list = list;
        this.lamps = new LampReach(list.lighting().lamps());
    }

    /** Surfaces that hide each other: grouped by shader, and within it the nearest first. */
    List<Draw> nearestFirst(List<Batch> batches) {
        var draws = new ArrayList<Draw>();
        var ranks = new long[Math.multiplyExact(batches.size(), 2)];
        for (var batch : batches) {
            var mesh = stock.find(batch.mesh());
            if (mesh.isPresent()) {
                var ordered = instances.addOrdered(batch, list.view().view(), lamps);
                for (var draw : split(batch, mesh.get(), ordered)) {
                    ranks[draws.size()] = rank(draw.variant(), ordered.nearest(), draws.size());
                    draws.add(draw);
                }
            }
        }
        Arrays.sort(ranks, 0, draws.size());
        return Arrays.stream(ranks, 0, draws.size())
                .mapToObj(rank -> draws.get(number(rank)))
                .toList();
    }

    /** Surfaces whose order is that of the list. */
    List<Draw> asGiven(List<Batch> batches) {
        var draws = new ArrayList<Draw>();
        for (var batch : batches) {
            stock.find(batch.mesh()).flatMap(mesh -> whole(batch, mesh)).ifPresent(draws::add);
        }
        return draws;
    }

    private Optional<Draw> whole(Batch batch, GpuMesh mesh) {
        var run = instances.add(batch);
        int variant =
                variant(batch.material(), mesh) | (isLit(batch, run.count()) ? Variant.LAMPS : 0);
        return run.count() == 0
                ? Optional.empty()
                : Optional.of(new Draw(batch, mesh, run, variant));
    }

    private boolean isLit(Batch batch, int count) {
        boolean lit = false;
        for (int i = 0; i < count && !lit && !batch.material().unlit(); i++) {
            lit = lamps.reaches(batch.bounds(), batch.transforms(), i * 12);
        }
        return lit;
    }

    /** Those instances that a lamp reaches, and those that can do with a shader without lamps. */
    private List<Draw> split(Batch batch, GpuMesh mesh, Instances.Ordered ordered) {
        int variant = variant(batch.material(), mesh);
        int lit = batch.material().unlit() ? 0 : ordered.lit();
        var draws = new ArrayList<Draw>(2);
        if (lit > 0) {
            draws.add(new Draw(batch, mesh, ordered.run().first(lit), variant | Variant.LAMPS));
        }
        if (lit < ordered.run().count()) {
            draws.add(new Draw(batch, mesh, ordered.run().after(lit), variant));
        }
        return draws;
    }

    private int variant(Material material, GpuMesh mesh) {
        int flags = material.unlit() ? Variant.UNLIT : 0;
        flags |= mesh.colored() ? Variant.VERTEX_COLORS : 0;
        flags |= material.alpha() == Alpha.MASK ? Variant.MASK : 0;
        flags |= glows(material) ? Variant.GLOW : 0;
        for (var slot : Slot.ALL) {
            boolean matters = slot == Slot.BASE || !material.unlit();
            var texture = slot.of(material);
            if (matters && texture.flatMap(known -> stock.find(slot, known)).isPresent()) {
                flags |= slot.variant();
                flags |= texture.filter(Places::isTurned).isPresent() ? Variant.TURNED : 0;
            }
        }
        return flags;
    }

    private static boolean glows(Material material) {
        var glow = material.emissive();
        return !material.unlit() && glow.r() + glow.g() + glow.b() > 0;
    }

    /** A number that sorts by shader, then by distance, and ends in the draw's own number. */
    private static long rank(int variant, float nearest, int number) {
        // The bits of a positive float sort as the float does; those below 2^-8 of its size do not
        // matter here.
        long distance = Float.floatToIntBits(Math.max(nearest, 0)) >>> 32 - DISTANCE_BITS;
        return (long) variant << NUMBER_BITS + DISTANCE_BITS | distance << NUMBER_BITS | number;
    }

    private static int number(long rank) {
        return (int) (rank & (1 << NUMBER_BITS) - 1);
    }
}
