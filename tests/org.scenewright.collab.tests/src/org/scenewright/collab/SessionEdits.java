// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** The edits of a {@link Company}, each followed to the documents of all others. */
final class SessionEdits {
    private static final int STEP = 2;

    private final Company company;
    private final int cells;
    private final LongConsumer latencies;
    private final List<Way> ways = new ArrayList<>();
    private double last;

    /** An edit on its way to somebody. */
    private record Way(Member to, int cell, double value, long at) {}

    SessionEdits(Company company, int cells, LongConsumer latencies) {
        this.company = company;
        this.cells = cells;
        this.latencies = latencies;
    }

    /** One edits after the other, so many milliseconds apart, for so long. */
    void run(long millis, int rest, Random random) {
        for (long now = 0; now < millis; now += STEP) {
            if (now % rest == 0) {
                int who = random.nextInt(company.members.size());
                edit(company.members.get(who), random.nextInt(cells));
            }
            company.pass(STEP);
            look();
        }
    }

    private static Entity box(int cell) {
        return Entity.of(Entity.FIRST_FREE_NUMBER + cell, 0);
    }

    private void edit(Member member, int cell) {
        member.scene()
                .apply(
                        new Edit.Set(
                                box(cell),
                                SceneSnapshot.TRANSFORM,
                                FieldPath.of("position", "x"),
                                Value.of(++last)),
                        Origin.USER);
        // Of those under way what is overwritten before it arrives is no news.
        ways.removeIf(way -> way.cell() == cell && way.to() == member);
        company.members.stream()
                .filter(other -> other != member)
                .forEach(other -> ways.add(new Way(other, cell, last, company.time.millis())));
    }

    private void look() {
        ways.removeIf(
                way -> {
                    double there = held(way.to(), way.cell());
                    boolean isThere = there == way.value();
                    if (isThere) {
                        latencies.accept(company.time.millis() - way.at());
                    }
                    return isThere || company.time.millis() - way.at() > 5000;
                });
    }

    private static double held(Member member, int cell) {
        return member.snapshot().pose(box(cell)).position().x();
    }

    /** In how many cells not all hold the same. */
    int divergences() {
        return (int)
                IntStream.range(0, cells)
                        .filter(
                                cell ->
                                        company.members.stream()
                                                        .map(member -> held(member, cell))
                                                        .distinct()
                                                        .count()
                                                > 1)
                        .count();
    }
}
