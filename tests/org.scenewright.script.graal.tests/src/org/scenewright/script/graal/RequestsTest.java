// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.Reflection;
import org.scenewright.script.wire.Source;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The worker's side of the conversation, in this process; its reflecting does as it is told. */
@Timeout(30)
class RequestsTest {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch cancelSent = new CountDownLatch(1);
    private WireChannel editor;
    private Thread worker;

    @BeforeEach
    void connect() throws IOException {
        try (var socket = WireSocket.open()) {
            var channel = new WireChannel(WireSocket.connect(socket.file()));
            editor = socket.accept();
            worker = new Thread(() -> serve(channel));
            worker.setDaemon(true);
            worker.start();
        }
        assertEquals(new FromWorker.Ready("test"), heard());
    }

    @AfterEach
    void theEndOfTheConnectionIsHeard() throws Exception {
        editor.close();
        ended.await();
        worker.interrupt();
        worker.join();
    }

    private void serve(WireChannel channel) {
        try {
            new Requests(channel, this::reflect).serve("test", ended::countDown);
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reflection reflect(ToWorker.Reflect request, Progress progress) {
        progress.at(0, 2, "a.ts");
        return switch (request.directory()) {
            case "well" -> reflection(request.directory());
            case "large" -> reflection("x".repeat(64 << 20));
            case "deep" -> deep(request, progress);
            case "long" -> goOn(progress);
            default -> throw new IllegalStateException("No such folder");
        };
    }

    private static Reflection reflection(String file) {
        return new Reflection(List.of(), List.of(), List.of(new Source(file, 1, 2)));
    }

    private Reflection deep(ToWorker.Reflect request, Progress progress) {
        return new Reflection(deep(request, progress).definitions(), List.of(), List.of());
    }

    /** Until it is told that it is in vain. */
    private Reflection goOn(Progress progress) {
        try {
            cancelSent.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i >= 0; i++) {
            progress.at(1, 2, "b.ts");
        }
        return reflection("never");
    }

    private void ask(int job, String directory) throws IOException {
        editor.send(new ToWorker.Reflect(job, directory, "", List.of()));
    }

    private FromWorker heard() throws IOException {
        return editor.nextFromWorker().orElseThrow();
    }

    /** What is heard after the first progress. */
    private void check(String directory, FromWorker expected) throws IOException {
        ask(7, directory);
        assertEquals(new FromWorker.Progress(7, 0, 2, "a.ts"), heard());
        assertEquals(expected, heard());
        ask(8, "well");
        assertEquals(new FromWorker.Progress(8, 0, 2, "a.ts"), heard());
        assertEquals(new FromWorker.Reflected(8, reflection("well")), heard());
    }

    @Test
    void aJobIsAnswered() throws IOException {
        check("well", new FromWorker.Reflected(7, reflection("well")));
    }

    @Test
    void aJobThatFailsIsAnswered() throws IOException {
        var message =
                "The components could not be read: java.lang.IllegalStateException: No such folder";
        check("ill", new FromWorker.Failed(7, message));
    }

    @Test
    void aJobThatGoesTooDeepIsAnswered() throws IOException {
        var message = "The components could not be read: java.lang.StackOverflowError";
        check("deep", new FromWorker.Failed(7, message));
    }

    @Test
    void anAnswerThatIsTooLargeIsARefusal() throws IOException {
        check("large", new FromWorker.Failed(7, "A message of more than 64 MB"));
    }

    @Test
    void aCancelIsHeardInTheMidstOfAJob() throws IOException {
        ask(1, "long");
        assertEquals(new FromWorker.Progress(1, 0, 2, "a.ts"), heard());
        editor.send(new ToWorker.Cancel(1));
        cancelSent.countDown();
        var next = heard();
        while (next.equals(new FromWorker.Progress(1, 1, 2, "b.ts"))) {
            next = heard();
        }
        assertEquals(new FromWorker.Failed(1, "Cancelled"), next);
    }

    @Test
    void aJobIsCancelledBeforeItsTurn() throws IOException {
        ask(1, "long");
        ask(2, "well");
        editor.send(new ToWorker.Cancel(2));
        editor.send(new ToWorker.Cancel(1));
        cancelSent.countDown();
        var next = heard();
        while (next instanceof FromWorker.Progress) {
            next = heard();
        }
        assertEquals(new FromWorker.Failed(1, "Cancelled"), next);
        assertEquals(new FromWorker.Failed(2, "Cancelled"), heard());
    }
}
