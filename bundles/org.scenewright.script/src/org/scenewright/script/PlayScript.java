// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import com.fasterxml.jackson.databind.node.TextNode;

import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.SystemAnswer;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.ToScene;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A scene in a worker process, as the runtime sees it. Any thread; no method waits but those that
 * tell what was heard.
 */
final class PlayScript implements Script {
    private final int number;
    private final ScriptHost.Beginning beginning;
    private final ScriptHearing hearing;
    private final Patience patience;
    private final ReentrantLock telling = new ReentrantLock();
    private volatile Optional<PlayWorker> worker = Optional.empty();
    private volatile boolean isClosed;
    private volatile boolean isOver;

    PlayScript(
            int number, ScriptHost.Beginning beginning, ScriptHearing hearing, Patience patience) {
        this.number = number;
        this.beginning = beginning;
        this.hearing = hearing;
        this.patience = patience;
    }

    int number() {
        return number;
    }

    Patience patience() {
        return patience;
    }

    /** Whether nobody wants it to run any longer. */
    boolean isOver() {
        return isOver || isClosed;
    }

    /** Lets it run in a process. */
    void enter(PlayWorker home) {
        worker = Optional.of(home);
        var file = beginning.bundle().toAbsolutePath().toString();
        home.say(number, new ToScene.Start(file, beginning.hasEntities(), beginning.state()));
    }

    @Override
    public void tick(float seconds) {
        patience.begin();
        say(new ToScene.Tick(seconds));
    }

    @Override
    public void reply(ByteBuffer messages) {
        patience.begin();
        say(new ToScene.Reply(messages));
    }

    @Override
    public void answer(int call, SystemAnswer answer) {
        if (patience.answered(call)) {
            say(
                    switch (answer) {
                        case SystemAnswer.Fulfilled(var json, var bytes) ->
                                new ToScene.Answer(call, true, json, bytes);
                        case SystemAnswer.Rejected(var reason) ->
                                new ToScene.Answer(
                                        call, false, quoted(reason), ByteBuffer.allocate(0));
                    });
        }
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    @Override
    public void close() {
        isClosed = true;
        worker.ifPresentOrElse(
                home -> home.close(this),
                () -> Thread.ofVirtual().start(() -> end(new ScriptEnd.Closed())));
    }

    /** Whatever its end is, it is as if it had been closed. */
    void shut() {
        isClosed = true;
    }

    private void say(ToScene message) {
        if (!isOver()) {
            worker.ifPresent(home -> home.say(number, message));
        }
    }

    /** Tells what the process says about it. */
    void hear(FromScene message) {
        switch (message) {
            case FromScene.Started m -> {
                patience.rest();
                tell(ear -> ear.started(Duration.ofNanos(m.nanos())));
            }
            case FromScene.Sent m -> {
                patience.rest();
                tell(ear -> ear.sent(m.messages()));
            }
            case FromScene.Inspected m -> tell(ear -> ear.inspected(m.messages()));
            case FromScene.Ticked m -> {
                patience.rest();
                tell(ear -> ear.ticked(Duration.ofNanos(m.busyNanos()), m.heapBytes()));
            }
            case FromScene.Called m -> {
                patience.asks(m.call());
                tell(ear -> ear.called(call(m)));
            }
            case FromScene.Said m ->
                    tell(ear -> ear.said(level(m.level()), m.text(), spot(m.place())));
            case FromScene.Threw m -> hear(m);
            case FromScene.Ended m -> end(lastWord());
        }
    }

    private void hear(FromScene.Threw thrown) {
        if (patience.isLate()) {
            patience.was(thrown.stack());
            return;
        }
        switch (thrown.phase()) {
            case LOAD, START -> end(new ScriptEnd.Failed(thrown.message(), thrown.stack()));
            case UPDATE ->
                    tell(ear -> ear.threw(thrown.message(), thrown.stack(), spot(thrown.place())));
        }
    }

    /** What it means that the process has let go of it. */
    private ScriptEnd lastWord() {
        if (isClosed) {
            return new ScriptEnd.Closed();
        }
        return patience.isLate()
                ? new ScriptEnd.Killed(patience.sentence())
                : new ScriptEnd.Failed("The scene ended by itself.", "");
    }

    private static ScriptHearing.Call call(FromScene.Called m) {
        return new ScriptHearing.Call(m.call(), m.module(), m.function(), m.json(), m.bytes());
    }

    private static ScriptHearing.Level level(FromScene.Level level) {
        return switch (level) {
            case LOG -> ScriptHearing.Level.LOG;
            case WARNING -> ScriptHearing.Level.WARNING;
            case ERROR -> ScriptHearing.Level.ERROR;
        };
    }

    private static Optional<ScriptHearing.Spot> spot(Optional<Place> place) {
        return place.map(p -> new ScriptHearing.Spot(p.file(), p.line(), p.column()));
    }

    private void tell(Consumer<ScriptHearing> news) {
        telling.lock();
        try {
            if (!isOver()) {
                news.accept(hearing);
            }
        } finally {
            telling.unlock();
        }
    }

    /** Says once how it ended. */
    void end(ScriptEnd end) {
        telling.lock();
        try {
            if (!isOver) {
                isOver = true;
                hearing.ended(isClosed ? new ScriptEnd.Closed() : end);
            }
        } finally {
            telling.unlock();
        }
    }
}
