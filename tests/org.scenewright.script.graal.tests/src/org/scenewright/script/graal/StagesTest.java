// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.ToWorker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is said to a worker beside the ordinary. */
@Timeout(60)
class StagesTest {
    private static final SceneEngine ENGINE = new SceneEngine();

    @TempDir Path folder;
    private PlayedWorker worker;

    @BeforeEach
    void connect() throws IOException {
        worker = new PlayedWorker(folder, ENGINE);
    }

    @AfterEach
    void disconnect() throws IOException {
        worker.close();
    }

    /** What is heard of a scene until it has started or ended. */
    private void check(String code, String... expected) throws IOException {
        worker.start(1, code);
        assertEquals(List.of(expected), worker.said(1));
    }

    @Test
    void componentsAreReadByAnotherWorker() throws IOException {
        var request = new ToWorker.Reflect(3, "", "", List.of());
        assertEquals(
                new FromWorker.Failed(3, "This worker only plays scenes"), worker.ask(request));
    }

    @Test
    void aNumberThatIsTakenEndsTheConnection() throws IOException {
        check("exports.onUpdate = () => {}");
        worker.start(1, "exports.onUpdate = () => {}");
        assertThrows(Exception.class, this::hearTwice);
    }

    /** The scene that runs may still say that it is over, and nothing after that. */
    private void hearTwice() throws IOException {
        worker.next(1);
        worker.next(1);
    }

    /** Says so many things in one frame, and then that there are no more. */
    private static String talker(int things) {
        return "exports.onUpdate = () => { for (let i = 0; i < %d; i++)".formatted(things)
                + " __dclDebugTransport(new Uint8Array([i & 255, i >> 8])) }";
    }

    @Test
    void aSceneThatSaysMoreThanIsTakenInWaitsAndThoseBesideItDoNot() throws IOException {
        worker.start(1, talker(500));
        worker.start(2, "exports.onUpdate = () => {}");
        assertEquals(List.of(), worker.said(1));
        assertEquals(List.of(), worker.said(2));
        worker.tick(1);
        for (int i = 0; i < 300; i++) {
            worker.tick(2);
            worker.next(2, FromScene.Ticked.class);
        }
        assertTrue(worker.waits(1) <= Lead.MOST_MESSAGES, worker.waits(1) + " wait");
        for (int i = 0; i < 500; i++) {
            var said = worker.next(1, FromScene.Inspected.class).messages();
            assertEquals(i, (said.get(0) & 0xFF) + (said.get(1) << 8));
        }
        worker.next(1, FromScene.Ticked.class);
    }

    @Test
    void aSceneThatWaitsToBeHeardCanBeStopped() throws IOException {
        worker.start(1, talker(500));
        assertEquals(List.of(), worker.said(1));
        worker.tick(1);
        worker.send(1, new ToScene.Stop());
        while (!(worker.next(1) instanceof FromScene.Ended)) {
            assertTrue(worker.waits(1) <= Lead.MOST_MESSAGES);
        }
    }

    @Test
    void whatComesForASceneThatIsOverIsIgnored() throws IOException {
        check("exports.onStart = () => { throw 'no' }", "START no", "ended");
        worker.tick(1);
        worker.send(1, new ToScene.Stop());
        worker.start(2, "exports.onUpdate = () => {}");
        assertEquals(List.of(), worker.said(2));
    }
}
