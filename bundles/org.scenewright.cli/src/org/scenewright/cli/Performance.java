// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.CrdtReader;
import org.scenewright.runtime.PlayHearing;
import org.scenewright.runtime.PlayState;
import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.SystemAnswer;
import org.scenewright.runtime.Traffic;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One scene in a {@link Rehearsal}: lets its script run so many frames and no more, and counts what
 * the two say to each other. Any thread.
 */
final class Performance implements PlayHearing {

    /** What it waits for. */
    enum Standing {
        /** Its script, or that this is loaded. */
        BUSY,
        /** The answer to what its script has sent. */
        ASKING,
        /** Nothing: all its frames are over, or it is over itself. */
        AT_REST
    }

    /** Hears what people are to read. */
    interface Audience {
        /** A line of output, or what went wrong. */
        void said(String line);

        /** It may stand otherwise now. */
        void news();
    }

    private final int most;
    private final Audience audience;
    private final ReentrantLock lock = new ReentrantLock();
    private final SentState state = new SentState();
    private final Questions questions = new Questions();
    private final List<Duration> ticks = new ArrayList<>();
    private Traffic sent = Traffic.NONE;
    private Traffic received = Traffic.NONE;
    private Optional<String> unplayable = Optional.empty();
    private int begun;
    private int unanswered;
    private int errors;
    private boolean isCast;
    private boolean isOver;

    /**
     * @param most how many frames its script runs
     */
    Performance(int most, Audience audience) {
        this.most = most;
        this.audience = audience;
    }

    /** What it came to. */
    record Outcome(int ticks, Traffic sent, Traffic received, int errors, List<Duration> busy) {}

    Outcome outcome() {
        lock.lock();
        try {
            return new Outcome(ticks.size(), sent, received, errors, List.copyOf(ticks));
        } finally {
            lock.unlock();
        }
    }

    /** What the script has written, once it is at rest. */
    SentState state() {
        return state;
    }

    /** Why there was nothing that could be run, as a sentence. */
    Optional<String> unplayable() {
        lock.lock();
        try {
            return unplayable;
        } finally {
            lock.unlock();
        }
    }

    Standing standing() {
        lock.lock();
        try {
            if (isOver || ticks.size() == most && begun > 0 && unanswered == 0) {
                return Standing.AT_REST;
            }
            return unanswered > 0 && !questions.areOpen() ? Standing.ASKING : Standing.BUSY;
        } finally {
            lock.unlock();
        }
    }

    /** Has a host run its script. */
    Script on(ScriptHost host, ScriptHost.Beginning beginning, ScriptHearing hearing) {
        change(() -> isCast = true);
        return new Prompted(host.start(beginning, new Ears(hearing)));
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        audience.news();
    }

    /** Whether its script may run one more frame. */
    private boolean begins() {
        lock.lock();
        try {
            begun++;
            return begun <= most;
        } finally {
            lock.unlock();
            audience.news();
        }
    }

    private void failed(PlayState.Failed failure) {
        boolean isLocated = !failure.stack().isBlank();
        audience.said(isLocated ? failure.reason() + "\n" + failure.stack() : failure.reason());
        errors++;
        if (!isCast) {
            unplayable = Optional.of(failure.reason());
        }
    }

    @Override
    public void state(PlayState now) {
        change(
                () -> {
                    isOver = now.isOver();
                    if (now instanceof PlayState.Failed failure) {
                        failed(failure);
                    }
                });
    }

    @Override
    public void said(ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {
        audience.said(text + at(where));
    }

    @Override
    public void threw(String message, String stack, Optional<ScriptHearing.Spot> where) {
        audience.said(stack.isBlank() ? message + at(where) : stack);
        change(() -> errors++);
    }

    private static String at(Optional<ScriptHearing.Spot> where) {
        return where.map(spot -> " (%s:%d)".formatted(spot.file(), spot.line())).orElse("");
    }

    private static Traffic traffic(ByteBuffer messages) {
        var reader = new CrdtReader(messages);
        long count = 0;
        while (reader.next()) {
            count++;
        }
        return new Traffic(count, messages.remaining());
    }

    /** The script, which is told to run only as often as it shall. */
    private final class Prompted implements Script {
        private final Script script;

        Prompted(Script script) {
            this.script = script;
        }

        @Override
        public void tick(float seconds) {
            if (begins()) {
                script.tick(seconds);
            }
        }

        @Override
        public void reply(ByteBuffer messages) {
            var more = traffic(messages);
            change(
                    () -> {
                        received = received.plus(more);
                        unanswered--;
                    });
            script.reply(messages);
        }

        @Override
        public void answer(int call, SystemAnswer answer) {
            change(() -> questions.answer(call, answer, script));
        }

        @Override
        public void close() {
            script.close();
        }
    }

    /** Counts what is heard of the script, and passes it on. */
    private final class Ears implements ScriptHearing {
        private final ScriptHearing next;

        Ears(ScriptHearing next) {
            this.next = next;
        }

        @Override
        public void started(Duration load) {
            next.started(load);
        }

        @Override
        public void sent(ByteBuffer messages) {
            var more = traffic(messages);
            state.merge(messages.duplicate());
            next.sent(messages);
            // Only now, as a frame that began before would not find it.
            change(
                    () -> {
                        sent = sent.plus(more);
                        unanswered++;
                    });
        }

        @Override
        public void inspected(ByteBuffer messages) {
            next.inspected(messages);
        }

        @Override
        public void ticked(Duration busy, long heapBytes) {
            change(() -> ticks.add(busy));
            next.ticked(busy, heapBytes);
        }

        @Override
        public void called(Call call) {
            change(() -> questions.ask(call.number()));
            next.called(call);
        }

        @Override
        public void said(Level level, String text, Optional<Spot> where) {
            next.said(level, text, where);
        }

        @Override
        public void threw(String message, String stack, Optional<Spot> where) {
            next.threw(message, stack, where);
        }

        @Override
        public void ended(ScriptEnd end) {
            if (end instanceof ScriptEnd.NoHost(var why)) {
                change(() -> unplayable = Optional.of(why));
            }
            next.ended(end);
        }
    }
}
