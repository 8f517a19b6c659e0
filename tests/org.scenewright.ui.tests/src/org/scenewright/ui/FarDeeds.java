// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a test in another process can have done at this workbench; UI thread. */
final class FarDeeds {
    private static final int REACH = 6;
    private static final int STEPS = 8;
    private static final double NEAR = 1e-4;

    private final Robot robot = new Robot();
    private Optional<OpenEditor> opened = Optional.empty();
    private Optional<Harbour> harbour = Optional.empty();
    private Point hand = new Point(0, 0);

    /**
     * Does it.
     *
     * @param words the deed and what it is done with
     * @return what came of it
     * @throws AssertionError when it does not come to pass for long
     */
    String obey(String... words) {
        return switch (words[0]) {
            case "open" -> done(() -> open(Path.of(words[1])));
            case "moor" -> done(this::moor);
            case "place the boat" -> done(this::placeBoat);
            case "sees the boat" -> done(this::seesBoat);
            case "share" -> share();
            case "join" -> done(() -> join(words[1]));
            case "reads" -> done(() -> reads(words[1]));
            case "others" -> others();
            case "choose" -> done(() -> choose(entity(words[1])));
            case "grasp" -> done(() -> grasp(entity(words[1])));
            case "pull" -> done(() -> pull(Integer.parseInt(words[1])));
            case "let go" -> done(this::letGo);
            case "type" -> done(() -> type(words[1], words[2]));
            case "number" -> String.valueOf(number(entity(words[1]), words[2]));
            case "moved" -> done(() -> moved(entity(words[1]), Double.parseDouble(words[2])));
            case "has" -> done(() -> has(entity(words[1]), words[2], words[3]));
            case "sees" -> done(() -> sees(entity(words[1]), color(words[2])));
            case "sees no more" -> done(() -> seesNoMore(entity(words[1]), color(words[2])));
            case "save" -> done(this::save);
            case "document" -> open().snapshot().revision() + " " + open().scene().isDirty();
            case "played" -> play().value(words[1], words[2]);
            case "stands" -> play().standing() + "; " + play().value(words[1], words[2]);
            case "play", "lit", "click", "stop" -> play().obey(words);
            default -> throw new IllegalArgumentException("no deed is called " + words[0]);
        };
    }

    private static String done(Runnable deed) {
        deed.run();
        return "";
    }

    private static Entity entity(String number) {
        return Entity.of(Integer.parseInt(number), 0);
    }

    private OpenEditor open() {
        return opened.orElseThrow();
    }

    /** Opens a scene in place of any other; in a new folder it makes one of three boxes. */
    private void open(Path folder) {
        opened.ifPresent(OpenEditor::close);
        var there = folder.resolve("assets/scene/main.composite");
        var composite = Files.exists(there) ? there : boxes().write(folder);
        opened = Optional.of(new OpenEditor(robot, composite).ready());
    }

    private FarPlay play() {
        return new FarPlay(robot, open());
    }

    private static SceneText boxes() {
        return SceneText.boxes().box(514, "White", "14, 1, 3", "1, 1, 1");
    }

    /** As {@link #open}, with a boat in the catalog of the project. */
    private void moor() {
        opened.ifPresent(OpenEditor::close);
        try {
            harbour = Optional.of(new Harbour(robot, boxes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        opened = harbour.map(Harbour::open);
    }

    /** Drags the boat from the catalog onto the ground. */
    private void placeBoat() {
        var there = harbour.orElseThrow();
        there.drop(there.assets(new ArrayList<>(), there.boat()), new Point(20, 20));
        there.placed("Boat");
        seesBoat();
    }

    /** Until the viewport shows the sail of the boat. */
    private void seesBoat() {
        robot.untilStarted(
                () -> "the boat is seen",
                () -> open().glimpse().of(Pixels.near(0xff00ff, 30)).size() > 300);
    }

    /** Shares the scene as the dialog proposes, and takes the link from the People view. */
    private String share() {
        robot.within("Share the Scene", () -> robot.press("Return"));
        open().command("org.scenewright.collab.ui.share");
        reads("Shared");
        var copy = robot.await("the link", () -> Robot.find(Link.class, "deeds"));
        robot.until("it can be copied", () -> copy.getText().contains("Copy Link"));
        copied("");
        robot.click(copy, new Point(12, copy.getSize().y / 2));
        return robot.await("what was copied", FarDeeds::copied);
    }

    private static void copied(String text) {
        var clipboard = new Clipboard(Display.getCurrent());
        var content = text.isEmpty() ? "nothing yet" : text;
        clipboard.setContents(new Object[] {content}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private static Optional<String> copied() {
        var clipboard = new Clipboard(Display.getCurrent());
        var content = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return content instanceof String text && text.contains("#session=")
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Joins by the link, which somebody has copied before the dialog opens. */
    private void join(String link) {
        copied(link);
        robot.within("Join a Shared Scene", () -> robot.press("Return"));
        open().command("org.scenewright.collab.ui.join");
    }

    /** Until the status line says how the session stands. */
    private void reads(String words) {
        Supplier<String> read =
                () -> Robot.find(Label.class, "collaboration").map(Label::getText).orElse("");
        robot.untilStarted(
                () -> "the status line says “" + read.get() + "”, not “" + words + "”",
                () -> read.get().startsWith(words));
    }

    /** Who else is there, each with the colour. */
    private String others() {
        return open().scene().session().sharing().awareness().others().stream()
                .map(other -> other.name() + " " + Integer.toHexString(other.color()))
                .collect(Collectors.joining(", "));
    }

    /** Selects an entity by its row in the Outline. */
    private void choose(Entity entity) {
        var row = row(entity).getBounds();
        robot.click(open().tree(), new Point(row.x + 20, row.y + row.height / 2));
        robot.until("it is selected", () -> open().selected().equals(List.of(entity)));
    }

    private TreeItem row(Entity entity) {
        return List.of(open().tree().getItem(0).getItems()).stream()
                .filter(row -> entity.equals(row.getData()))
                .findFirst()
                .orElseThrow();
    }

    /** Selects an entity, another than before, and presses on its handle of the X axis. */
    private void grasp(Entity entity) {
        open().activate();
        open().scene().select(List.of());
        // Others may have the colour of the handle, but they are there already.
        var before = new HashSet<>(handles());
        choose(entity);
        robot.await("a handle", () -> newest(before));
        handles();
        hand = newest(before).orElseThrow();
        robot.pull(open().canvas(), hand);
    }

    private Optional<Point> newest(Set<Point> before) {
        return open().glimpse().of(Pixels.X_HANDLE).stream()
                .filter(point -> !before.contains(point))
                .max(Comparator.comparingInt(point -> point.x))
                .map(tip -> new Point(tip.x - 4, tip.y));
    }

    /** What has the colour of the handle, once the picture is at its best. */
    private List<Point> handles() {
        robot.settle();
        robot.until("a fine picture", () -> picture().filter(Picture::fine).isPresent());
        return open().glimpse().of(Pixels.X_HANDLE);
    }

    private Optional<Picture> picture() {
        return open().desk().pane().flatMap(pane -> pane.canvas().picture());
    }

    /** Goes on to the right with what was grasped, as fast as hands do. */
    private void pull(int pixels) {
        int from = hand.x;
        for (int step = 1; step <= STEPS; step++) {
            hand = new Point(from + pixels * step / STEPS, hand.y);
            robot.move(open().canvas(), hand);
        }
    }

    /** Lets go, and waits until the drag has ended: only the handle at hand was seen so far. */
    private void letGo() {
        robot.up(1);
        robot.until("all handles are back", () -> !handles().isEmpty());
    }

    private void moved(Entity entity, double x) {
        robot.until(
                () -> entity + " has moved away from " + x,
                () -> Math.abs(number(entity, "position.x") - x) > NEAR);
    }

    /** Types into a field of what is selected. */
    private void type(String path, String text) {
        var field = robot.await("the field " + path, () -> Robot.field(Text.class, path));
        robot.focus(field);
        robot.press("ctrl+a");
        robot.type(text);
        robot.press("Return");
    }

    private double number(Entity entity, String path) {
        var value = open().snapshot().value(entity, SceneSnapshot.TRANSFORM);
        return value.orElse(Value.EMPTY).number(path, Double.NaN);
    }

    private void has(Entity entity, String path, String number) {
        double wanted = Double.parseDouble(number);
        robot.until(
                () -> path + " of " + entity + " is " + number(entity, path) + ", not " + number,
                () -> Math.abs(number(entity, path) - wanted) < NEAR);
    }

    private static int color(String rgb) {
        return Integer.parseInt(rgb, 16);
    }

    /** Until the screen shows that somebody has selected an entity. */
    private void sees(Entity entity, int color) {
        robot.until(() -> "a dot in the row of " + entity, () -> isDotted(entity, color));
        robot.until(() -> "a box around " + entity, () -> isBoxed(entity, color));
    }

    private void seesNoMore(Entity entity, int color) {
        robot.until(() -> "no dot in the row of " + entity, () -> !isDotted(entity, color));
        robot.until(() -> "no box around " + entity, () -> !isBoxed(entity, color));
    }

    private boolean isDotted(Entity entity, int color) {
        var cell = row(entity).getBounds(0);
        var right = new Rectangle(cell.x + cell.width - 12, cell.y, 12, cell.height);
        var pixels = screen(open().tree(), right);
        var dot = Pixels.near(color, 10);
        return IntStream.range(0, right.width * right.height)
                        .filter(i -> pixels.is(dot, i % right.width, i / right.width))
                        .count()
                > 10;
    }

    /** Whether lines of a colour are seen around the pixels of a box. */
    private boolean isBoxed(Entity entity, int color) {
        var canvas = open().canvas();
        var all = screen(canvas, canvas.getClientArea());
        var box = all.of(Pixels.near(boxColor(entity), 30));
        if (box.isEmpty()) {
            return false;
        }
        var bounds = bounds(box);
        return all.of(Pixels.near(color, 20)).stream().filter(bounds::contains).count() > 30;
    }

    private static int boxColor(Entity entity) {
        return switch (entity.number()) {
            case 512 -> 0x00ff00;
            case 513 -> 0x0000ff;
            default -> 0xffffff;
        };
    }

    private static Rectangle bounds(List<Point> points) {
        var bounds = new Rectangle(points.getFirst().x, points.getFirst().y, 1, 1);
        points.forEach(point -> bounds.add(new Rectangle(point.x, point.y, 1, 1)));
        return new Rectangle(
                bounds.x - REACH,
                bounds.y - REACH,
                bounds.width + 2 * REACH,
                bounds.height + 2 * REACH);
    }

    /** What the screen shows of a control. */
    private static Pixels screen(Control control, Rectangle area) {
        var image = new Image(control.getDisplay(), area.width, area.height);
        var gc = new GC(control);
        gc.copyArea(image, area.x, area.y);
        gc.dispose();
        var pixels = Pixels.of(image);
        image.dispose();
        return pixels;
    }

    private void save() {
        open().activate();
        robot.press("ctrl+s");
        robot.until("it is saved", () -> !open().scene().isDirty());
    }
}
