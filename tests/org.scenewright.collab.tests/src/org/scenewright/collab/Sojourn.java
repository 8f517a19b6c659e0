// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.Assertions;
import org.scenewright.collab.SessionStore.Part;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.content.ContentCache;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Difference;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Somebody with a scene on disk who opens it, shares it and loses the process, again and again:
 * what is on the disk then is all that is left.
 */
final class Sojourn {
    private static final ConnectionString NOWHERE = ConnectionString.parse("simulator:nowhere");

    final OwnIdentity identity = OwnIdentity.generate();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Adapters adapters;
    private final Path disk;
    private final Path project;
    private final Path composite;
    private Optional<SceneSession> scene = Optional.empty();
    private Optional<SharedSession> session = Optional.empty();
    private Optional<SessionLink> link = Optional.empty();

    Sojourn(Path disk, Adapters adapters) throws IOException {
        this.adapters = adapters;
        this.disk = disk;
        this.project = disk.resolve("project");
        this.composite = project.resolve("assets/scene/main.composite");
        Workplace.furnish(project);
        open();
    }

    /** Whether the box stands somewhere. */
    static Predicate<SceneSnapshot> at(double x, double y) {
        return s ->
                s.pose(Workplace.BOX).position().x() == x
                        && s.pose(Workplace.BOX).position().y() == y;
    }

    SharedSession session() {
        return session.orElseThrow();
    }

    SceneSession scene() {
        return scene.orElseThrow();
    }

    List<String> told() {
        return told;
    }

    void open() {
        scene = Optional.of(now(SceneSession.open(SceneProject.of(project))));
    }

    private SharedSession.Access access() {
        return new SharedSession.Access(
                adapters,
                identity,
                new Profile(String.valueOf(disk.getFileName()), 0xFF0000),
                new ContentCache(disk.resolve("cache"), 1 << 20),
                Optional.of(disk.resolve("sessions")));
    }

    void share(SessionLink by) {
        link = Optional.of(by);
        begin(now(SharedSession.share(scene(), by, access(), Role.EDITOR)));
        awaitLive();
    }

    void join(SessionLink by) {
        link = Optional.of(by);
        begin(now(SharedSession.join(scene(), by, access())));
        awaitLive();
    }

    void rejoin() {
        join(link.orElseThrow());
    }

    /** Goes on with what one shared before. */
    void goOn(SessionLink by) {
        link = Optional.of(by);
        begin(now(SharedSession.goOn(scene(), by, access())));
        awaitLive();
    }

    /** Joins where nobody is. */
    void rejoinUnheard() {
        var here = link.orElseThrow();
        joinUnheard(new SessionLink(NOWHERE, here.session(), here.owner(), Optional.empty()));
    }

    void joinUnheard(SessionLink there) {
        begin(now(SharedSession.join(scene(), there, access())));
        Workplace.await(session(), status -> status.stage() == Stage.JOINING);
    }

    /** Shares the same scene as the same session once more, as if it had never been. */
    void shareAnew() {
        leave();
        share(link.orElseThrow());
    }

    private void begin(SharedSession begun) {
        begun.onNotice(told::add);
        session = Optional.of(begun);
    }

    private void awaitLive() {
        Workplace.await(session(), status -> status.stage() == Stage.LIVE);
    }

    /** Goes where nobody hears anything. */
    void cut() {
        session().move(NOWHERE);
    }

    void awaitOffline() {
        Workplace.await(session(), status -> status.stage() == Stage.OFFLINE);
    }

    void awaitAlone() {
        Workplace.awaitPeople(session(), 1);
    }

    void leave() {
        session().close();
        now(session().ended());
        session = Optional.empty();
    }

    /** Loses the process: nothing that it would do on leaving is done. */
    void kill() {
        var left = disk.resolveSibling("left of " + disk.getFileName());
        awaitTrue(() -> Folders.isCopied(disk, left), "the disk is copied");
        end();
        Folders.delete(disk);
        Folders.copy(left, disk);
        Folders.delete(left);
    }

    void end() {
        session.ifPresent(s -> s.move(NOWHERE));
        session.ifPresent(SharedSession::close);
        session.ifPresent(s -> now(s.ended()));
        session = Optional.empty();
        scene.ifPresent(SceneSession::close);
        scene.ifPresent(s -> now(s.ended()));
        scene = Optional.empty();
    }

    Outcome move(String axis, double to) {
        return edit(
                new Edit.Set(
                        Workplace.BOX,
                        SceneSnapshot.TRANSFORM,
                        FieldPath.of("position", axis),
                        Value.of(to)));
    }

    /** Lets the box show a model. */
    Outcome show(String model) {
        return edit(
                new Edit.Put(
                        Workplace.BOX,
                        "core::GltfContainer",
                        Value.fields("src", Value.of(model))));
    }

    /** Makes something; whether there was a number for it. */
    boolean spawn(String name) {
        var made = edit(new Edit.Spawn(name, Edit.Place.TOP, new LinkedHashMap<>()));
        return made instanceof Outcome.Accepted;
    }

    /** Waits until there are numbers for new entities. */
    void awaitNumbers() {
        awaitTrue(() -> now(scene().sharing().leases().unspent()) > 0, "numbers come");
    }

    Outcome edit(Edit edit) {
        return now(scene().post(edit, Origin.USER));
    }

    void save() {
        now(scene().save());
    }

    /** Changes the file while nobody has it open. */
    void rewrite(String from, String to) throws IOException {
        String text = Files.readString(composite);
        Assertions.assertTrue(text.contains(from), text);
        int at = text.indexOf(from);
        Files.writeString(
                composite, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    void await(Predicate<SceneSnapshot> wanted) {
        Workplace.await(scene(), wanted);
    }

    /** Waits until somebody else has what was written here last, or else the disk. */
    void awaitKept(Sojourn other) {
        var me = now(scene().sharing().author()).orElseThrow();
        long last = now(scene().sharing().heard()).last().getOrDefault(me, 0L);
        awaitTrue(
                () ->
                        last == 0
                                || left().keptLast(me) >= last
                                || now(other.scene().sharing().heard()).covers(me, last),
                "edits are kept");
    }

    /** Goes back to where the others are. */
    void comeBack() {
        session().move(link.orElseThrow().connection());
    }

    /** Waits until so many edits that nobody heard are on the disk. */
    void awaitKept(int count) {
        awaitTrue(() -> left().kept() == count, "edits are kept");
    }

    /** Waits until the session is on the disk, with all that is edited by now. */
    void awaitCopied() {
        awaitTrue(() -> copied().filter(this::isCopied).isPresent(), "the session is copied");
    }

    private Optional<Reach> copied() {
        return left().read(Part.COPY).map(Sojourn::reach);
    }

    private static Reach reach(byte[] copy) {
        try {
            return StoredCopy.read(copy).state().reach();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private boolean isCopied(Reach reach) {
        return now(scene().sharing().heard()).last().entrySet().stream()
                .allMatch(e -> reach.covers(e.getKey(), e.getValue()));
    }

    /** Waits until the person is told something. */
    void awaitTold(String words) {
        awaitTrue(() -> told.stream().anyMatch(t -> t.contains(words)), words);
    }

    /** Waits until what the scene has to keep is on the disk. */
    void awaitSceneKept() {
        var keeping = scene().sharing().keeping();
        awaitTrue(
                () -> {
                    var now = now(keeping.now(identity.address()));
                    var wanted = keeping.encoded(now).orElseThrow();
                    return left().read(Part.SCENE)
                            .filter(is -> Arrays.equals(is, wanted))
                            .isPresent();
                },
                "the scene is kept");
    }

    private static void awaitTrue(BooleanSupplier holds, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < end, what);
            Thread.onSpinWait();
        }
    }

    Leftovers left() {
        return new Leftovers(
                new SessionStore(
                        disk.resolve("sessions"),
                        link.orElseThrow(),
                        identity.address(),
                        SceneProject.of(project).composite()));
    }

    /** What is open to decide. */
    List<String> offered() {
        return scene().sharing().shelf().all().stream()
                .flatMap(aside -> aside.differences().stream())
                .map(Sojourn::text)
                .toList();
    }

    private static String text(Difference difference) {
        return difference.path()
                + " = "
                + difference.after().map(ValueJson::print).orElse("nothing");
    }
}
