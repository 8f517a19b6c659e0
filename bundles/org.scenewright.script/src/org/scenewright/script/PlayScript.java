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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A scene in a worker process, as the runtime sees it. Any thread; no method waits: what was heard
 * is told on a thread of this scene alone.
 */
final class PlayScript implements Script {
    private static final System.Logger LOG = System.getLogger(PlayScript.class.getName());

    /** The process may be ahead of us by several times as much. */
    private static final int SOME = 16;

    private static final long SOME_BYTES = 8L << 20;

    private final int number;
    private final ScriptHost.Beginning beginning;
    private final ScriptHearing hearing;
    private final Patience patience;
    private final Errands errands;
    private final AtomicBoolean isEnding = new AtomicBoolean();
    private volatile Optional<PlayWorker> worker = Optional.empty();
    private volatile boolean isClosed;
    // Of the thread of the errands.
    private int taken;
    private long takenBytes;

    PlayScript(
            int number, ScriptHost.Beginning beginning, ScriptHearing hearing, Patience patience) {
        this.number = number;
        this.beginning = beginning;
        this.hearing = hearing;
        this.patience = patience;
        this.errands = new Errands("scene " + number, this::failed);
    }

    int number() {
        return number;
    }

    Patience patience() {
        return patience;
    }

    /** Whether nobody wants it to run any longer. */
    boolean isOver() {
        return isEnding.get() || isClosed;
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

    /** Tells what the process says about it, without waiting for whoever is told. */
    void hear(FromScene message) {
        switch (message) {
            case FromScene.Started m -> {
                patience.rest();
                tell(m, ear -> ear.started(Duration.ofNanos(m.nanos())));
            }
            case FromScene.Sent m -> {
                patience.rest();
                tell(m, ear -> ear.sent(m.messages()));
            }
            case FromScene.Inspected m -> tell(m, ear -> ear.inspected(m.messages()));
            case FromScene.Ticked m -> {
                patience.rest();
                tell(m, ear -> ear.ticked(Duration.ofNanos(m.busyNanos()), m.heapBytes()));
            }
            case FromScene.Called m -> {
                patience.asks(m.call());
                tell(m, ear -> ear.called(call(m)));
            }
            case FromScene.Said m ->
                    tell(m, ear -> ear.said(level(m.level()), m.text(), spot(m.place())));
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
            case UPDATE -> {
                var where = spot(thrown.place());
                tell(thrown, ear -> ear.threw(thrown.message(), thrown.stack(), where));
            }
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

    private void tell(FromScene message, Consumer<ScriptHearing> news) {
        if (!isOver()) {
            errands.add(
                    () -> {
                        if (!isClosed) {
                            news.accept(hearing);
                            taken(message.weight());
                        }
                    });
        }
    }

    /** Lets the process know from time to time how much of what it said is taken in. */
    private void taken(int weight) {
        taken++;
        takenBytes += weight;
        if (taken >= SOME || takenBytes >= SOME_BYTES) {
            say(new ToScene.Taken(taken));
            taken = 0;
            takenBytes = 0;
        }
    }

    /** Says once how it ended, after all that was heard before. */
    void end(ScriptEnd end) {
        if (isEnding.compareAndSet(false, true)) {
            errands.addLast(() -> hearing.ended(isClosed ? new ScriptEnd.Closed() : end));
        }
    }

    /** It ends like this, and what runs in the process is of no use any more. */
    private void failed(Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "What a scene said could not be taken in", error);
        end(new ScriptEnd.Failed("What the scene said could not be taken in.", error.toString()));
        worker.ifPresent(home -> home.close(this));
    }
}
