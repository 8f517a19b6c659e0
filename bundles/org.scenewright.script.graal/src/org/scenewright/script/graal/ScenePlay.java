// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromScene.Phase;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.ToScene;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A running scene: it loads, starts, and then runs one frame after the other, each from a {@link
 * ToScene.Tick} to its {@link FromScene.Ticked}; a tick that comes in the midst of a frame waits. A
 * frame that throws is over too: it has {@link FromScene.Threw} before {@link FromScene.Ticked}.
 * For one thread, but for {@link #close}.
 */
final class ScenePlay implements AutoCloseable {
    private final SceneEngine engine;
    private final SceneBundle bundle;
    private final Consumer<FromScene> out;
    private final Traces traces;
    private final SceneConsole console;
    private final SceneContext context;
    private final Queue<ToScene.Tick> ticks = new ArrayDeque<>();

    /** What the scene is in the midst of. */
    private Optional<Phase> phase = Optional.empty();

    private boolean isSettled;
    private Optional<Fault> fault = Optional.empty();
    private boolean isOver;
    private Optional<FromScene.Threw> lastWords = Optional.empty();
    private long nanos;

    /** When the code of the scene was entered last. */
    private long entered;

    private Optional<Source> source = Optional.empty();

    ScenePlay(
            SceneEngine engine,
            SceneBundle bundle,
            ToScene.Start beginning,
            Consumer<FromScene> out) {
        this.engine = engine;
        this.bundle = bundle;
        this.out = out;
        traces = new Traces(bundle, SceneEngine.HEAD.length());
        console = new SceneConsole(out, traces);
        context = new SceneContext(engine, new SceneHost(beginning, out, console, this::settle));
    }

    /** Whether it has failed for good, or was cancelled. */
    boolean isOver() {
        return isOver;
    }

    /**
     * Begins.
     *
     * @param isKept whether the same code will be played again
     */
    void load(boolean isKept) {
        phase = Optional.of(Phase.LOAD);
        source = Optional.of(isKept ? engine.kept(bundle) : SceneEngine.source(bundle));
        run(() -> source.ifPresent(context::load));
    }

    void hear(ToScene message) {
        switch (message) {
            case ToScene.Tick tick -> ticks.add(tick);
            case ToScene.Reply reply -> run(() -> context.reply(reply.messages()));
            case ToScene.Answer answer -> run(() -> context.answer(answer));
            case ToScene.Stop stop -> isOver = true;
            case ToScene.Taken taken -> {}
            case ToScene.Start again -> throw new IllegalStateException("It has begun already");
        }
        if (phase.isEmpty() && !isOver && !ticks.isEmpty()) {
            phase = Optional.of(Phase.UPDATE);
            nanos = 0;
            float seconds = ticks.remove().seconds();
            run(() -> context.update(seconds));
        }
    }

    private void settle(Optional<Fault> how) {
        isSettled = true;
        fault = how;
    }

    /** Enters the code of the scene in its turn, and goes on from what is over when it is back. */
    private void run(Runnable work) {
        engine.turns().run(() -> enter(work));
        if (isSettled && !isOver) {
            isSettled = false;
            phase.ifPresent(this::over);
        }
    }

    private void enter(Runnable work) {
        long since = System.nanoTime();
        entered = since;
        try {
            work.run();
        } catch (PolyglotException e) {
            escaped(e);
        }
        nanos += System.nanoTime() - since;
    }

    /**
     * What our own JavaScript did not catch: the code does not parse, or something is exhausted.
     */
    private void escaped(PolyglotException error) {
        if (error.isCancelled() || error.isInterrupted() || error.isExit()) {
            isOver = true;
            lastWords = phase.map(where -> threw(where, Fault.ofStop(error, seen())));
        } else {
            settle(Optional.of(Fault.of(error)));
        }
    }

    private String seen() {
        return source.map(code -> engine.sightings().frames(Thread.currentThread(), entered, code))
                .orElse("");
    }

    /** Where it was when it was ended in the midst of something. */
    Optional<FromScene.Threw> lastWords() {
        return lastWords;
    }

    private void over(Phase ended) {
        fault.ifPresent(what -> out.accept(threw(ended, what)));
        phase = Optional.empty();
        switch (ended) {
            case LOAD -> next(Phase.START);
            case START -> next(Phase.UPDATE);
            case UPDATE -> ticked();
        }
    }

    private void next(Phase following) {
        isOver = fault.isPresent();
        if (isOver) {
            return;
        }
        if (following == Phase.START) {
            phase = Optional.of(Phase.START);
            run(context::start);
        } else {
            console.turn();
            out.accept(new FromScene.Started(nanos));
        }
    }

    private void ticked() {
        console.turn();
        var machine = Runtime.getRuntime();
        out.accept(new FromScene.Ticked(nanos, machine.totalMemory() - machine.freeMemory()));
    }

    private FromScene.Threw threw(Phase where, Fault what) {
        Optional<Place> place = traces.place(what.stack());
        return new FromScene.Threw(where, what.message(), traces.inSources(what.stack()), place);
    }

    /** Ends what it is in the midst of; any thread. */
    void interrupt() {
        context.interrupt();
    }

    @Override
    public void close() {
        context.close();
    }
}
