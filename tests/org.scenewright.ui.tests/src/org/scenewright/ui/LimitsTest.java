// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Limit;
import org.scenewright.scene.Edit;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The limits of a scene, and what leaves its space, in the real workbench. */
class LimitsTest {
    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "limits").ready();
        robot.until("all is counted", () -> now(Limit.TRIANGLES) == 24);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        open.close();
    }

    private double now(Limit limit) {
        return open.scene().limits().now().amounts().stream()
                .filter(amount -> amount.limit() == limit)
                .mapToDouble(amount -> amount.now())
                .sum();
    }

    private void moveTo(Entity entity, double x) {
        open.scene()
                .post(
                        new Edit.Set(
                                entity,
                                "core::Transform",
                                FieldPath.of("position", "x"),
                                Value.of(x)));
    }

    private Image icon(String name) {
        var root = open.tree().getItem(0);
        return robot.await(
                        "a row " + name,
                        () ->
                                Arrays.stream(root.getItems())
                                        .filter(item -> item.getText().equals(name))
                                        .findFirst())
                .getImage();
    }

    private Set<Entity> outside() {
        return open.scene().limits().now().strays().entities();
    }

    private Stream<String> markers() {
        try {
            var file = Workspace.files(open.file()).findFirst().orElseThrow();
            return Arrays.stream(
                            file.findMarkers(MarkerWriting.TYPE, true, IResource.DEPTH_INFINITE))
                    .map(marker -> marker.getAttribute(IMarker.MESSAGE, ""));
        } catch (CoreException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Canvas meter() {
        return robot.await("the meter", () -> Robot.find(Canvas.class, "limits"));
    }

    @Test
    void theMeterTellsAllLimits() {
        robot.until("the size is known", () -> now(Limit.SIZE) > 0);
        var tip = Objects.requireNonNull(meter().getToolTipText());
        assertTrue(tip.contains("Triangles: 24 of "), tip);
        assertTrue(tip.contains("Entities: 2 of 200"), tip);
        assertTrue(tip.contains("Size: 0.0 of 15 MB"), tip);
    }

    /** What stands for a model that is missing is drawn, but nothing that a player would load. */
    @Test
    void theToolbarCountsAsTheLimitsDo() {
        var missing = Value.fields("src", Value.of("models/ghost.glb"));
        open.scene().post(new Edit.Put(BLUE, "core::GltfContainer", missing));
        robot.until("it is missed", () -> markers().anyMatch(m -> m.contains("ghost")));
        open.scene().post(new Edit.Duplicate(List.of(GREEN)));
        var label = robot.await("figures", () -> Robot.find(Label.class, "figures"));
        robot.until(
                () -> "figures are " + label.getToolTipText(),
                () -> "36 triangles \u00b7 3 entities".equals(label.getToolTipText()));
        assertEquals(36, now(Limit.TRIANGLES));
    }

    @Test
    void whatIsMovedOutIsMarkedUntilItIsBack() {
        var plain = icon("Blue");
        moveTo(BLUE, 30);
        robot.until("Blue is outside", () -> outside().equals(Set.of(BLUE)));
        robot.until("its row is marked", () -> icon("Blue") != plain);
        robot.until(
                "it has a marker",
                () -> markers().anyMatch(m -> m.contains("Blue reaches") && m.contains("east")));
        moveTo(BLUE, 8);
        robot.until("Blue is back", () -> outside().isEmpty());
        robot.until("its row is plain", () -> icon("Blue") == plain);
        robot.until("its marker is gone", () -> markers().noneMatch(m -> m.contains("reaches")));
    }

    @Test
    void aClickOnTheMeterShowsWhatWeighsMostAndADoubleClickSelectsIt() {
        var area = meter().getSize();
        robot.click(meter(), new Point(area.x / 2, area.y / 2));
        var words = robot.await("a limit", () -> Robot.find(Label.class, "limit.ENTITIES"));
        assertEquals("2 of 200", words.getText());
        assertEquals("", Objects.requireNonNullElse(meter().getToolTipText(), ""));
        var models = robot.await("the models", () -> Robot.find(Table.class, "limits.models"));
        robot.until("the boxes are there", () -> models.getItemCount() == 1);
        assertEquals("24", models.getItem(0).getText(2));
        var event = new Event();
        event.item = models.getItem(0);
        models.notifyListeners(SWT.DefaultSelection, event);
        robot.until("both are selected", () -> open.selected().equals(List.of(GREEN, BLUE)));
    }
}
