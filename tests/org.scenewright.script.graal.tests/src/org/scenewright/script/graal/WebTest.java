// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a scene has of the web, which it asks the editor for. */
@Timeout(60)
class WebTest {
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

    private void start(String code) throws IOException {
        worker.start(1, "exports.onStart = async () => {" + code + "};");
    }

    private void checkCalled(String module, String function, String json) throws IOException {
        var called = worker.next(1, FromScene.Called.class);
        assertEquals(
                List.of(module, function, json),
                List.of(called.module(), called.function(), called.json()));
    }

    private void answer(int call, String json) throws IOException {
        worker.send(1, new ToScene.Answer(call, true, json, PlayedWorker.NOTHING));
    }

    private void refuse(int call, String reason) throws IOException {
        worker.send(1, new ToScene.Answer(call, false, reason, PlayedWorker.NOTHING));
    }

    private void checkSaid(String... lines) throws IOException {
        assertEquals(List.of(lines), worker.said(1));
    }

    @Test
    void whatIsFetchedIsRead() throws IOException {
        start(
                """
                const got = await fetch('https://a.b/c', { method: 'POST', body: 'x' });
                const again = await got.json();
                console.log(got.ok, got.status, got.headers.get('X-Y'), got.headers.has('z'), await got.text(), again.d);
                """);
        checkCalled(
                "Fetch", "fetch", "{\"method\":\"POST\",\"body\":\"x\",\"url\":\"https://a.b/c\"}");
        answer(1, "{\"status\":201,\"headers\":{\"x-Y\":\"1\"},\"body\":\"{\\\"d\\\":2}\"}");
        checkSaid("true 201 1 false {\"d\":2} 2");
    }

    @Test
    void anAnswerThatSaysNoIsNotOk() throws IOException {
        start("const got = await fetch('a'); console.log(got.ok, await got.text() === '')");
        worker.next(1, FromScene.Called.class);
        answer(1, "{\"status\":404}");
        checkSaid("false true");
    }

    @Test
    void whatMayNotBeFetchedRejects() throws IOException {
        start("await fetch('a').catch((e) => console.log(e.message))");
        worker.next(1, FromScene.Called.class);
        refuse(1, "\"It is off\"");
        checkSaid("It is off");
    }

    @Test
    void aSocketTellsWhatItReceives() throws IOException {
        start(
                """
                const socket = new WebSocket('wss://a', 'p');
                console.log(socket.readyState, WebSocket.OPEN);
                await new Promise((resolve) => {
                    socket.onopen = () => console.log('open', socket.readyState, socket.protocol);
                    socket.onmessage = ({ data }) => console.log('message', data);
                    socket.addEventListener('close', ({ code, reason, wasClean }) => {
                        console.log('close', code, reason, wasClean, socket.readyState);
                        resolve();
                    });
                });
                """);
        worker.next(1, FromScene.Called.class);
        worker.next(1, FromScene.Said.class);
        answer(1, "{\"protocol\":\"p\"}");
        worker.next(1, FromScene.Said.class);
        checkCalled("WebSocket", "receive", "{\"id\":1}");
        answer(2, "{\"type\":\"message\",\"data\":\"hello\"}");
        assertEquals("message hello", worker.next(1, FromScene.Said.class).text());
        checkCalled("WebSocket", "receive", "{\"id\":1}");
        answer(3, "{\"type\":\"close\",\"code\":1001,\"reason\":\"bye\"}");
        checkSaid("close 1001 bye true 3");
    }

    @Test
    void aSocketSendsAndIsClosed() throws IOException {
        start(
                """
                const socket = new WebSocket('wss://a');
                await new Promise((resolve) => (socket.onopen = resolve));
                socket.send('text');
                socket.close();
                console.log(socket.readyState);
                """);
        checkCalled("WebSocket", "open", "{\"id\":1,\"url\":\"wss://a\",\"protocols\":[]}");
        answer(1, "{}");
        checkCalled("WebSocket", "receive", "{\"id\":1}");
        checkCalled("WebSocket", "send", "{\"id\":1,\"data\":\"text\"}");
        checkCalled("WebSocket", "close", "{\"id\":1,\"code\":1000,\"reason\":\"\"}");
        checkSaid("2");
    }

    @Test
    void aSocketThatMayNotBeOpenedIsClosed() throws IOException {
        start(
                """
                const socket = new WebSocket('wss://a');
                await new Promise((resolve) => {
                    socket.onerror = ({ message }) => console.log(message);
                    socket.onclose = ({ code }) => { console.log(code); resolve() };
                });
                """);
        worker.next(1, FromScene.Called.class);
        refuse(1, "\"It is off\"");
        checkSaid("It is off", "1006");
    }

    @Test
    void aSocketThatIsNotOpenDoesNotSend() throws IOException {
        start("try { new WebSocket('wss://a').send('x') } catch (e) { console.log(e.message) }");
        worker.next(1, FromScene.Called.class);
        checkSaid("The WebSocket is not open");
    }
}
