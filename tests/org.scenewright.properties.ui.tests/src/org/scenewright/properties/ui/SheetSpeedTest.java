// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** How long the UI thread works from a selection to the painted sheet. */
class SheetSpeedTest extends SheetOnScene {
    private static final int ROUNDS = 25;

    private boolean painted;

    /** The heading of the first section is painted with all the rest. */
    @BeforeEach
    void watch() {
        show(BOX);
        field(Text.class, "position.x")
                .getParent()
                .getParent()
                .getParent()
                .addListener(SWT.Paint, e -> painted = true);
    }

    private List<EntityHandle> copies(int count) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < count; i++) {
            int number = i;
            var components = new LinkedHashMap<String, Value>();
            for (var name :
                    List.of(
                            "core::Transform",
                            "core::MeshRenderer",
                            "core::Material",
                            "my::Thing")) {
                components.put(name, session().snapshot().value(BOX, name).orElseThrow());
            }
            components.computeIfPresent(
                    "core::Transform",
                    (name, pose) -> pose.with(FieldPath.parse("position.x"), Value.of(number)));
            components.put("core::GltfContainer", ValueJson.parse("{\"src\":\"" + i + ".glb\"}"));
            edits.add(new Edit.Spawn("Copy", Edit.Place.TOP, components));
        }
        await(session().post(new Edit.All("many", edits), Origin.USER));
        return session().snapshot().entities().stream()
                .filter(e -> !e.equals(BOX) && !e.equals(LAMP) && !e.isReserved())
                .map(e -> new EntityHandle(session(), e))
                .toList();
    }

    /** The work of this thread, in milliseconds: other programs have their share of the clock. */
    private double work(List<EntityHandle> handles) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        sheet().show(handles);
        settle();
        painted = false;
        shell.redraw(0, 0, shell.getSize().x, shell.getSize().y, true);
        pump(() -> painted);
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private double median(List<List<EntityHandle>> selections) {
        var times =
                IntStream.range(0, ROUNDS)
                        .mapToDouble(i -> work(selections.get(i % selections.size())))
                        .skip(5)
                        .sorted()
                        .toArray();
        return times[times.length / 2];
    }

    private void check(String what, double most, List<List<EntityHandle>> selections) {
        double median = median(selections);
        System.getLogger("speed").log(System.Logger.Level.INFO, what + " " + median + " ms");
        assertTrue(median <= most, what + " took " + median + " ms");
    }

    @Test
    void oneEntityAfterAnotherIsShownAtOnce() {
        var all = copies(20);
        check("one entity", 50, all.stream().map(List::of).toList());
    }

    @Test
    void aThousandAreShownAtOnce() {
        var all = copies(2000);
        check("1,000 entities", 100, List.of(all.subList(0, 1000), all.subList(1000, 2000)));
    }

    @Test
    void aLongListIsShownAtOnce() {
        var items = IntStream.range(0, 50_000).mapToObj(i -> Value.of("tag " + i)).toList();
        set(BOX, "my::Thing", "tags", Value.of(items));
        var box = List.of(new EntityHandle(session(), BOX));
        check("50,000 items", 50, List.of(box, List.of(new EntityHandle(session(), LAMP))));
    }
}
