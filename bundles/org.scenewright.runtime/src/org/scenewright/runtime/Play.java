// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One scene whose code runs: a fork of its document that the script changes, which nothing is left
 * of in the end; usable from any thread.
 *
 * <p>It goes on with the frames of its {@link FrameSchedule}. What people edit in the document
 * meanwhile the fork and the script follow.
 */
public final class Play implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Play.class.getName());

    /** Where edits of {@link #keep} come from: what the script wrote itself it need not hear. */
    public static final Origin KEPT = Origin.link(Origin.Kind.USER, "play");

    private final PlayPlan plan;
    private final PlayHearing hearing;
    private final Surroundings surroundings;
    private final Links links = new Links();
    private final Turn turn;
    private final Tally tally;
    private final Reception reception;
    private final Intake intake;
    private final ConcurrentLinkedQueue<Edited> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicReference<PlayState> state =
            new AtomicReference<>(new PlayState.Starting());
    private final ReentrantLock starting = new ReentrantLock();
    private final Registration registration;
    private volatile Optional<RunningScene> running = Optional.empty();
    private Optional<Script> script = Optional.empty();
    private boolean isBegun;

    /** A change of the document, which the fork has to follow. */
    private record Edited(SceneSnapshot document, Changes changes) {}

    /** Hears of the document. */
    private final class Following implements Link {
        @Override
        public String name() {
            return KEPT.source();
        }

        @Override
        public void changed(SceneSnapshot snapshot, Changes changes) {
            inbox.add(new Edited(snapshot, changes));
        }
    }

    Play(PlayPlan plan, PlayHearing hearing, Surroundings surroundings) {
        this.plan = plan;
        this.hearing = hearing;
        this.surroundings = surroundings;
        this.turn = new Turn(surroundings.clock(), plan.pace());
        this.tally = new Tally(surroundings.clock());
        this.reception = new Reception(tally, hearing, surroundings.news());
        this.intake = new Intake(reception.arrivals());
        this.registration = plan.session().link(new Following());
    }

    /** Makes the fork and loads the script. */
    void start() {
        plan.session()
                .sharing()
                .start()
                .thenAcceptAsync(this::begin, work -> Thread.ofVirtual().name("play").start(work))
                .whenComplete(
                        (begun, failure) -> {
                            if (failure != null) {
                                failed(failure);
                            }
                        });
    }

    private void begin(SceneSharing.Start start) {
        var scene = new RunningScene(start, plan, surroundings.viewer().get(), links);
        starting.lock();
        try {
            if (!state().isOver()) {
                running = Optional.of(scene);
                script = Optional.of(surroundings.host().start(scene.beginning(), new Ears()));
            }
        } finally {
            starting.unlock();
        }
    }

    private void failed(Throwable failure) {
        var cause = Failures.cause(failure);
        if (!(cause instanceof SceneFormatException)) {
            LOG.log(System.Logger.Level.ERROR, "a scene cannot be played", cause);
        }
        end(new PlayState.Failed("The scene cannot be played: " + cause.getMessage(), ""));
    }

    /** The script, once it was asked to begin. */
    private Optional<Script> script() {
        starting.lock();
        try {
            return script;
        } finally {
            starting.unlock();
        }
    }

    /** What is heard of the script. */
    private final class Ears implements ScriptHearing {
        @Override
        public void started(Duration load) {
            become(new PlayState.Playing());
            script().ifPresent(turn::ready);
        }

        @Override
        public void sent(ByteBuffer messages) {
            hearing.received(messages.asReadOnlyBuffer());
            reception.take(messages, true, this::types);
        }

        @Override
        public void inspected(ByteBuffer messages) {
            hearing.inspected(messages.asReadOnlyBuffer());
            reception.take(messages, false, this::types);
        }

        private ComponentTypes types() {
            return snapshot().types();
        }

        @Override
        public void ticked(Duration busy, long heapBytes) {
            hearing.ticked(tally.ticked(busy, heapBytes));
            script().ifPresent(turn::ready);
        }

        @Override
        public void called(Call call) {
            plan.calls()
                    .call(call, answer -> script().ifPresent(s -> s.answer(call.number(), answer)));
        }

        @Override
        public void said(Level level, String text, Optional<Spot> where) {
            hearing.said(level, text, where);
        }

        @Override
        public void threw(String message, String stack, Optional<Spot> where) {
            hearing.threw(message, stack, where);
        }

        @Override
        public void ended(ScriptEnd end) {
            end(
                    switch (end) {
                        case ScriptEnd.Closed c -> new PlayState.Stopped();
                        case ScriptEnd.Failed(var why, var stack) ->
                                new PlayState.Failed(why, stack);
                        case ScriptEnd.Killed(var why) -> new PlayState.Failed(why, "");
                        case ScriptEnd.NoHost(var why) -> new PlayState.Failed(why, "");
                    });
        }
    }

    private boolean become(PlayState next) {
        var before = state.getAndUpdate(now -> now.isOver() ? now : next);
        boolean isNews = !before.isOver() && !before.equals(next);
        if (isNews) {
            hearing.state(next);
        }
        return isNews;
    }

    private void end(PlayState last) {
        registration.close();
        reception.close();
        if (become(last)) {
            script().ifPresent(Script::close);
            plan.calls().ended();
            surroundings.news().run();
        }
    }

    public PlayPlan plan() {
        return plan;
    }

    public PlayState state() {
        return state.get();
    }

    /** The scene as it runs, after the last change; the document until it does. */
    public SceneSnapshot snapshot() {
        return running.map(RunningScene::snapshot).orElseGet(plan.session()::snapshot);
    }

    /**
     * Tells somebody of every change of the running scene, on the thread of the frames. Whoever
     * joins first and asks for the {@link #snapshot} then misses nothing, and may hear of what that
     * has already.
     */
    public Registration link(Link link) {
        return links.join(link);
    }

    /** Lets the script wait after the frame that it is in. */
    public void pause() {
        if (state() instanceof PlayState.Playing) {
            turn.pause();
            become(new PlayState.Paused());
        }
    }

    /** Goes on as if no time had passed. */
    public void resume() {
        if (state() instanceof PlayState.Paused) {
            become(new PlayState.Playing());
            turn.resume();
        }
    }

    /** Runs one frame of a thirtieth of a second while it is paused. */
    public void step() {
        if (state() instanceof PlayState.Paused) {
            turn.step();
        }
    }

    /** Stops it; the script is killed, and nothing that it wrote stays. */
    @Override
    public void close() {
        end(new PlayState.Stopped());
    }

    /** The entity of the document that one of the running scene stands for. */
    public Optional<Entity> document(Entity entity) {
        return running.flatMap(scene -> scene.counterparts().document(entity));
    }

    /** The entity of the running scene that stands for one of the document. */
    public Entity running(Entity document) {
        return running.map(scene -> scene.counterparts().running(document)).orElse(document);
    }

    /**
     * The edit that makes a field of the document what it is in the running scene now; nothing
     * where the document has no such entity, or the value names one that it has not. It is to be
     * posted as {@link #KEPT}.
     *
     * @param field empty for the component as a whole
     */
    public Optional<Edit> keep(Entity entity, String component, FieldPath field) {
        var kept = new DocumentEdits.Kept(entity, component, field);
        return running.flatMap(scene -> scene.edits().keep(scene.snapshot(), kept));
    }

    public PlayFigures figures() {
        return tally.figures(reception.arrivals().depth(), snapshot().types());
    }

    // What follows is for the thread of the frames.

    /** The fork, once the script has begun and until it has ended. */
    Optional<RunningScene> scene() {
        var scene = state().isOver() ? Optional.<RunningScene>empty() : running;
        if (scene.isPresent() && !isBegun) {
            isBegun = true;
            scene.get().begin();
        }
        return scene;
    }

    /** Lets the fork follow what people edited. */
    void follow() {
        scene().ifPresent(
                        scene -> {
                            for (var next = inbox.poll(); next != null; next = inbox.poll()) {
                                scene.follow(next.document(), next.changes());
                            }
                        });
    }

    /** The messages that are left to be merged before the script can be answered. */
    int left() {
        return intake.left();
    }

    /** Merges so many messages at most, and tells how many it were. */
    int receive(int most) {
        var complaints = new ArrayList<String>();
        long begin = surroundings.clock().nanos();
        int merged = scene().map(scene -> intake.merge(most, scene, complaints)).orElse(0);
        tally.applied(surroundings.clock().nanos() - begin);
        complaints.forEach(reception::complain);
        return merged;
    }

    /** Whether all is merged that the script has sent, and it waits for an answer. */
    boolean isAsking() {
        return scene().isPresent() && intake.isAsking();
    }

    Tally tally() {
        return tally;
    }

    /** Answers the script, which then goes on. */
    void answer() {
        scene().ifPresent(
                        scene -> {
                            var messages = scene.answer();
                            intake.answered();
                            tally.answered();
                            hearing.answered(messages.asReadOnlyBuffer());
                            script().ifPresent(s -> s.reply(messages));
                        });
    }
}
