// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.Stream;

/** A person at the workbench shares a scene again that they shared before. */
class GoingOnTest extends Yard {
    private SharedScenes scenes() {
        return SharedScenesFactory.of(PlatformUI.getWorkbench());
    }

    private SessionLink link() {
        return scenes().of(mine).orElseThrow().session().link();
    }

    private SessionLink shareFirst() {
        var link = share();
        var composite = mine.project().composite();
        hands.until("it is kept", () -> scenes().own().of(composite).isPresent());
        return link;
    }

    private void leave() {
        command("leave");
        hands.until("it is shared no more", () -> deeds().startsWith("<a>Share"));
    }

    private void shareAgain() {
        hands.start();
        hands.rest(await(Link.class, "deeds"));
        hands.click(await(Link.class, "deeds"), 12, 8, "1");
        hands.until("all was answered", hands::areDone);
    }

    private void press(String button) {
        hands.click(hands.button(button).orElseThrow());
    }

    private static void lift(SceneSession scene, double y) {
        var path = FieldPath.of("position", "y");
        var edit = new Edit.Set(Colleague.BOX, SceneSnapshot.TRANSFORM, path, Value.of(y));
        scene.post(edit, Origin.USER).join();
    }

    private static double y(SceneSession scene) {
        return scene.snapshot().pose(Colleague.BOX).position().y();
    }

    @Test
    void theOldLinkLeadsBackAndWhatBothDidMeanwhileIsMerged() {
        var link = shareFirst();
        ann.join(link);
        awaitState(TWO);
        hands.then(() -> hands.isActive("Leave the Shared Scene"), () -> press("Leave"));
        hands.start();
        leave();
        hands.until("she is alone", () -> ann.session().status().stage() == Stage.OFFLINE);
        Colleague.move(ann.scene(), 5);
        lift(mine, 6);
        hands.then(() -> hands.isActive("Share the Scene"), () -> hands.x("key", "Return"));
        shareAgain();
        hands.until("it is shared", () -> scenes().of(mine).isPresent());
        ann.session().reconnect();
        awaitState(TWO);
        hands.until("hers is here", () -> Colleague.x(mine) == 5);
        hands.until("mine is there", () -> y(ann.scene()) == 6);
        assertEquals(link, link());
        assertEquals(TWO, status());
        assertTrue(ann.scene().sharing().shelf().all().isEmpty());
    }

    @Test
    void aNewSessionBeginsWhereThatIsWanted() {
        var link = shareFirst();
        leave();
        hands.then(() -> hands.isActive("Share the Scene"), () -> hands.x("key", "alt+g"));
        hands.then(
                () -> choice().filter(box -> !box.getSelection()).isPresent(),
                () -> hands.x("key", "Return"));
        shareAgain();
        awaitState(ALONE);
        assertNotEquals(link.session(), link().session());
        assertNotEquals(link.connection(), link().connection());
    }

    private Optional<Button> choice() {
        return hands.find(Button.class, "goOn");
    }

    @Test
    void aPlaceThatIsTakenIsToldBeforeAnythingBegins() throws IOException {
        var link = shareFirst();
        int port = room(link).port();
        leave();
        var other = new ServerSocket();
        hands.until("the room has ended", () -> isBound(other, port));
        hands.then(() -> hands.isActive("Share the Scene"), () -> hands.x("key", "Return"));
        hands.then(
                () -> says("No room can be opened at 127.0.0.1:" + port),
                () -> {
                    assertFalse(scenes().of(mine).isPresent());
                    close(other);
                    hands.x("key", "Return");
                });
        shareAgain();
        awaitState(ALONE);
        assertEquals(link, link());
    }

    private LastShare.Room room(SessionLink link) {
        return scenes().own()
                .of(mine.project().composite())
                .filter(last -> last.session().equals(link.session()))
                .flatMap(LastShare::room)
                .orElseThrow();
    }

    private static boolean isBound(ServerSocket socket, int port) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            // The room is there still.
            return false;
        }
        return true;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException open) {
            throw new AssertionError(open);
        }
    }

    private static boolean says(String words) {
        return Stream.ofNullable(Display.getCurrent().getActiveShell())
                .flatMap(GoingOnTest::all)
                .anyMatch(c -> c instanceof Text text && text.getText().strip().startsWith(words));
    }

    private static Stream<Control> all(Composite parent) {
        return Stream.of(parent.getChildren())
                .flatMap(
                        child ->
                                child instanceof Composite inner
                                        ? Stream.concat(Stream.of(child), all(inner))
                                        : Stream.of(child));
    }
}
