// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The frames in which the renderer and all scenes that run meet (ADR-148).
 *
 * <p>Scenes run in parallel, each from its answer to its next messages. A scene is answered when
 * all that it has sent is merged, and what moves and what is hit is computed; its first answer
 * waits for its models. Frames belong to one thread, all else is for any.
 */
public final class FrameSchedule {
    private final ScriptHost host;
    private final Ports ports;
    private final FrameStrategy strategy;
    private final FrameQuota quota;
    private final List<Running> plays = new CopyOnWriteArrayList<>();
    private final Stages stages = new Stages();
    private final FrameTally tally;
    private final AtomicReference<CompletableFuture<Boolean>> news =
            new AtomicReference<>(new CompletableFuture<>());
    private volatile Viewer viewer = Viewer.USUAL;

    /** What a schedule needs of the rest of the editor. */
    public record Ports(Renderer renderer, Physics physics, Models models, Clock clock) {

        /** Ports to a world in which no model has clips. */
        public Ports(Renderer renderer, Physics physics, Clock clock) {
            this(renderer, physics, Models.none(), clock);
        }
    }

    /** A play and what is known of it from frame to frame. */
    private static final class Running {
        private final Play play;
        private final long begin;
        private final SceneLand land;
        private final Tweens tweens = new Tweens();
        private volatile Optional<Animators> animators = Optional.empty();
        private long moved;
        private boolean wasAnswered;
        private boolean isReady;
        private OptionalLong seen = OptionalLong.empty();
        private OptionalLong told = OptionalLong.empty();

        Running(Play play, long begin) {
            this.play = play;
            this.begin = begin;
            this.moved = begin;
            this.land = new SceneLand(play);
        }

        Animators animators(RunningScene scene, Models models) {
            var known = animators.orElseGet(() -> new Animators(play, scene.snapshot(), models));
            animators = Optional.of(known);
            return known;
        }

        /** Whether it is over; then it lets go of what it holds. */
        boolean isOver() {
            boolean isOver = play.state().isOver();
            if (isOver) {
                letGo();
            }
            return isOver;
        }

        void letGo() {
            animators.ifPresent(Animators::close);
        }

        /** An input was made of which the scene hears with its next answer. */
        void sees(OptionalLong input) {
            seen = seen.isPresent() ? seen : input;
        }

        void answered() {
            isReady = false;
            wasAnswered = true;
            told = seen;
            seen = OptionalLong.empty();
        }

        /** The input of which the scene heard before it sent what is merged now. */
        OptionalLong reacts() {
            var input = told;
            told = OptionalLong.empty();
            return input;
        }
    }

    public FrameSchedule(ScriptHost host, Ports ports, FrameStrategy strategy, FrameQuota quota) {
        this.host = host;
        this.ports = ports;
        this.strategy = strategy;
        this.quota = quota;
        this.tally = new FrameTally(ports.clock());
    }

    /** Begins to play a scene, and returns at once. */
    public Play play(PlayPlan plan, PlayHearing hearing) {
        var surroundings = new Surroundings(host, ports.clock(), this::wake, () -> viewer);
        var play = new Play(plan, hearing, surroundings);
        plays.add(new Running(play, ports.clock().nanos()));
        play.start();
        return play;
    }

    private void wake() {
        news.get().complete(true);
    }

    /** The scenes that are played, in no particular order. */
    public List<Play> plays() {
        return plays.stream().map(running -> running.play).toList();
    }

    /** Somebody pressed a key or a button, which the next update tells the scenes. */
    public void input() {
        tally.input();
    }

    public FrameFigures figures() {
        return tally.figures();
    }

    /** What tweens make of the materials of a scene, which are to be shown instead. */
    public Map<Entity, Value> materials(Play play) {
        return running(play).map(running -> running.tweens.materials()).orElse(Map.of());
    }

    /** How the models of a scene stand that clips move; all others are at rest. Any thread. */
    public Map<Entity, Posture> postures(Play play) {
        return running(play)
                .flatMap(running -> running.animators)
                .map(Animators::postures)
                .orElse(Map.of());
    }

    private Optional<Running> running(Play play) {
        return plays.stream().filter(running -> running.play == play).findFirst();
    }

    /** Nothing runs any more: lets go of what was held, save what was seen last. */
    public void end() {
        plays.forEach(Running::letGo);
    }

    /** Does one frame of the renderer. */
    public void frame() {
        plays.removeIf(Running::isOver);
        stages.begin();
        strategy.frame(stages);
    }

    /** The scenes that run, the first to be served first: global ones, then by distance. */
    private List<Running> inOrder() {
        return plays.stream()
                .filter(running -> running.play.scene().isPresent())
                .sorted(
                        Comparator.comparing((Running r) -> !r.play.plan().isGlobal())
                                .thenComparingDouble(this::distance))
                .toList();
    }

    /** The square of the distance from the player to the nearest parcel of a scene. */
    private double distance(Running running) {
        var plan = running.play.plan();
        var settings = running.land.settings();
        var at = viewer.from(plan.origin()).player().position();
        return settings.parcels().stream()
                .mapToDouble(parcel -> distance(at, parcel, settings.base()))
                .min()
                .orElse(0);
    }

    private static double distance(Pose.Vec at, Parcel parcel, Parcel base) {
        double x = beyond(at.x(), (parcel.x() - base.x()) * Parcel.SIDE);
        double z = beyond(at.z(), (parcel.y() - base.y()) * Parcel.SIDE);
        return x * x + z * z;
    }

    private static double beyond(double at, double begin) {
        return Math.max(0, Math.max(begin - at, at - begin - Parcel.SIDE));
    }

    private final class Stages implements FrameStages {
        private List<Running> order = List.of();
        private CompletableFuture<?> drawn = CompletableFuture.completedFuture(true);
        private int left;
        private long frame;

        void begin() {
            order = inOrder();
            left = quota.messages();
            frame++;
        }

        @Override
        public void receive() {
            order.forEach(running -> running.play.follow());
            int reserved = order.stream().mapToInt(this::least).sum();
            for (var running : order) {
                reserved -= least(running);
                left -= running.play.receive(Math.max(0, left - reserved));
            }
        }

        private int least(Running running) {
            return Math.min(quota.least(), running.play.left());
        }

        @Override
        public void receiveWhileDrawing() {
            while (!drawn.isDone()) {
                var next = new CompletableFuture<Boolean>();
                news.set(next);
                receive();
                await(CompletableFuture.anyOf(drawn, next));
            }
            receive();
        }

        @Override
        public void update() {
            viewer = ports.renderer().update(frame);
            var input = tally.takeInput();
            for (var running : order) {
                running.sees(input);
                running.play.scene().ifPresent(scene -> update(running, scene));
            }
        }

        private void update(Running running, RunningScene scene) {
            scene.see(viewer);
            // What hangs on the player goes along in the same frame.
            scene.flush();
            double seconds = passed(running);
            running.tweens.move(scene.snapshot(), seconds, scene);
            var animators = running.animators(scene, ports.models());
            if (animators.move(scene.snapshot(), seconds, scene)) {
                ports.renderer().animated(running.play);
                ports.physics().posed(running.play, animators.postures());
            }
            ports.physics().move(running.play, scene);
            scene.flush();
            boolean isAsking = running.play.isAsking();
            if (isAsking) {
                running.reacts().ifPresent(tally::shows);
            }
            running.isReady = isAsking && (running.wasAnswered || isLoaded(running));
            if (running.isReady) {
                scene.count(count(running));
                ports.physics().answer(running.play, scene);
                scene.flush();
            }
        }

        /** The seconds that tweens go on: as the clock says, or with the frames of the scene. */
        private double passed(Running running) {
            long now = ports.clock().nanos();
            double elapsed = (now - running.moved) / 1e9;
            running.moved = now;
            boolean isByClock =
                    isPlaying(running) && running.play.plan().pace() == PlayPlan.Pace.REAL;
            double step = running.play.isAsking() ? Turn.STEP : 0;
            return isByClock ? elapsed : step;
        }

        private boolean isLoaded(Running running) {
            return ports.renderer().loaded(running.play).isDone();
        }

        private ReservedEntities.Count count(Running running) {
            double seconds = (ports.clock().nanos() - running.begin) / 1e9;
            return new ReservedEntities.Count(frame, running.play.tally().ticks(), seconds);
        }

        @Override
        public void render() {
            drawn = ports.renderer().render(frame);
            tally.rendered(drawn);
        }

        @Override
        public void awaitDrawn() {
            await(drawn);
        }

        private void await(CompletableFuture<?> event) {
            long begin = ports.clock().nanos();
            ports.clock().await(event);
            tally.waited(ports.clock().nanos() - begin);
        }

        @Override
        public void send() {
            order.forEach(this::send);
        }

        private void send(Running running) {
            if (running.isReady) {
                running.answered();
                tally.answered();
                running.play.answer();
            } else if (running.wasAnswered && isPlaying(running)) {
                running.play.tally().dropped();
                tally.dropped();
            }
        }

        private boolean isPlaying(Running running) {
            return running.play.state() instanceof PlayState.Playing;
        }
    }
}
