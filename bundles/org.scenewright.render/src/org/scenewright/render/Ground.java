// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SpawnPoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The land that the scene stands on: a tile per parcel, the scene's border, and where visitors
 * enter.
 */
final class Ground {
    /** As little below zero as lets floors of the scene at zero cover it cleanly from afar. */
    private static final float DEPTH = -0.01f;

    private static final int BORDER = 0xf2f4f7;
    private static final int SPAWN = 0x7ee0a8;

    /** For each side of a parcel the way to its neighbour, then its two ends. */
    private static final int[][] SIDES = {
        {0, -1, 0, 0, 1, 0}, {0, 1, 0, 1, 1, 1}, {-1, 0, 0, 0, 0, 1}, {1, 0, 1, 0, 1, 1}
    };

    private final Stage stage;
    private final Vector3fc origin;
    private final Mesh tile = tile();
    private final Material soil = Material.pbr(Material.Rgba.WHITE, 0, 1);
    private final Node owner = Node.fixed(Entity.ROOT);
    private final LineBrush border = new LineBrush();
    private final LineBrush spawns = new LineBrush();
    private Bounds bounds = Bounds.EMPTY;

    /**
     * @param origin where the corner of the base parcel is in what is drawn
     */
    Ground(Stage stage, Vector3fc origin) {
        this.stage = stage;
        this.origin = origin;
        owner.world().translation(origin);
    }

    Bounds bounds() {
        return bounds;
    }

    void show(SceneSettings settings, int color) {
        var corners = corners(settings);
        stage.undress(owner);
        owner.pieces = pieces(corners, color);
        stage.dress(owner);
        bounds = around(corners);
        draw(corners);
        spawns.clear();
        settings.spawnPoints().forEach(this::draw);
    }

    /** The south-west corners of the parcels, in parcels from the base. */
    private static List<Parcel> corners(SceneSettings settings) {
        var base = settings.base();
        return settings.parcels().stream()
                .map(p -> new Parcel(p.x() - base.x(), p.y() - base.y()))
                .toList();
    }

    private List<Piece> pieces(List<Parcel> corners, int color) {
        var surface = new Surface(soil, Colors.linear(color, 1));
        var pieces = new ArrayList<Piece>();
        for (var corner : corners) {
            var place = new Matrix4x3f().translation(at(corner.x(), DEPTH, corner.y()));
            pieces.add(Piece.of(tile, surface).at(place));
        }
        return pieces;
    }

    private static Vector3f at(int column, float height, int row) {
        return new Vector3f(column * (float) Parcel.SIDE, height, row * (float) Parcel.SIDE);
    }

    private static Mesh tile() {
        var brush = new MeshBrush();
        var up = new Vector3f(0, 1, 0);
        float s = Parcel.SIDE;
        int a = brush.vertex(new Vector3f(0, 0, 0), up, 0, 1);
        int b = brush.vertex(new Vector3f(s, 0, 0), up, 1, 1);
        int c = brush.vertex(new Vector3f(s, 0, s), up, 1, 0);
        int d = brush.vertex(new Vector3f(0, 0, s), up, 0, 0);
        brush.quad(a, b, c, d);
        return brush.mesh();
    }

    private Bounds around(List<Parcel> corners) {
        var box = Bounds.EMPTY;
        for (var corner : corners) {
            var near = at(corner.x(), 0, corner.y()).add(origin);
            var far = at(corner.x() + 1, 0, corner.y() + 1).add(origin);
            box = box.union(new Bounds(near.x, near.y, near.z, far.x, far.y, far.z));
        }
        return box;
    }

    private void draw(List<Parcel> corners) {
        Set<Parcel> all = new HashSet<>(corners);
        border.clear();
        border.color(BORDER, 0.7);
        for (var p : corners) {
            for (int[] side : SIDES) {
                if (!all.contains(new Parcel(p.x() + side[0], p.y() + side[1]))) {
                    border.line(
                            at(p.x() + side[2], 0, p.y() + side[3]).add(origin),
                            at(p.x() + side[4], 0, p.y() + side[5]).add(origin));
                }
            }
        }
    }

    private void draw(SpawnPoint spawn) {
        var low = new Vector3f(from(spawn.x()), from(spawn.y()), from(spawn.z())).add(origin);
        var high = new Vector3f(to(spawn.x()), from(spawn.y()), to(spawn.z())).add(origin);
        spawns.color(SPAWN, spawn.isDefault() ? 0.9 : 0.5);
        spawns.line(low, new Vector3f(high.x, low.y, low.z));
        spawns.line(low, new Vector3f(low.x, low.y, high.z));
        spawns.line(high, new Vector3f(high.x, low.y, low.z));
        spawns.line(high, new Vector3f(low.x, low.y, high.z));
        var foot = low.add(high, new Vector3f()).div(2);
        spawns.circle(foot, new Vector3f(0.4f, 0, 0), new Vector3f(0, 0, 0.4f));
        var head = foot.add(0, 1.7f, 0, new Vector3f());
        spawns.line(foot, head);
        spawns.circle(head, new Vector3f(0.15f, 0, 0), new Vector3f(0, 0.15f, 0));
    }

    private static float from(SpawnPoint.Span span) {
        return (float) span.from();
    }

    private static float to(SpawnPoint.Span span) {
        return (float) span.to();
    }

    /** Takes all of it away. */
    void leave() {
        stage.undress(owner);
    }

    List<DrawList.Lines> lines(boolean icons) {
        var lines = new ArrayList<DrawList.Lines>();
        lines.add(border.lines(2, false));
        if (icons && !spawns.isEmpty()) {
            lines.add(spawns.lines(1.5f, false));
        }
        return lines;
    }
}
