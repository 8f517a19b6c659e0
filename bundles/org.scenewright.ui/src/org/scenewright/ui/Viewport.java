// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;
import org.scenewright.render.InputEvent;
import org.scenewright.render.Port;
import org.scenewright.render.Spot;
import org.scenewright.render.jogl.Frame;
import org.scenewright.render.jogl.GlException;
import org.scenewright.render.jogl.JoglDevice;
import org.scenewright.render.jogl.Quality;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One viewport on one scene: takes input from any thread, hands it to the {@link Stage} on the GL
 * thread, and shows what comes out on its {@link Screen}.
 */
final class Viewport implements Link, Port, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Viewport.class.getName());

    /** A card that fails again sooner than this after it was opened again is left to people. */
    private static final long ALONE_NANOS = 60_000_000_000L;

    /** What a viewport shows itself on; always called on the UI thread. */
    interface Screen {
        void show(Picture picture);

        void cursor(Port.Cursor cursor);

        void state(ViewportState state);

        /** There will be no picture until somebody tries again. */
        void failed(String sentence);
    }

    private final OpenScene scene;
    private final Graphics graphics;
    private final Screen screen;
    private final FrameLoop loop;
    private final Registration link;
    private final Registration turning;
    private final PlayScreen frames;
    private final Outlook outlook;
    private final Companions companions;
    private Optional<Registration> running = Optional.empty();
    private final AssetLibrary.Registration loading;
    private final Motion motion = new Motion();
    private Optional<Stage> stage = Optional.empty();
    private Optional<ViewportState> told = Optional.empty();
    private boolean choosing;
    private Optional<JoglDevice> failed = Optional.empty();
    private long reopened = System.nanoTime() - ALONE_NANOS;
    private volatile PixelSize size = new PixelSize(0, 0, 100);

    /** The size of the picture in pixels. */
    record PixelSize(int width, int height, int zoom) {
        boolean isEmpty() {
            return width < 1 || height < 1;
        }
    }

    Viewport(OpenScene scene, Graphics graphics, Screen screen) {
        this.scene = scene;
        this.graphics = graphics;
        this.screen = screen;
        loop = new FrameLoop(graphics, scene.ui(), new Pictures());
        frames = new PlayScreen(loop, scene.assets());
        scene.play().onScreen(frames);
        turning = scene.play().onTurn(this::turn);
        outlook = new Outlook(scene.play(), this::with);
        companions = new Companions(scene, this::with);
        link = scene.session().link(this);
        loading = scene.assets().onLoaded(this::loaded);
        // After the link: what is told before the stage stands is in the snapshot that it starts
        // from.
        graphics.submit(this::begin);
    }

    private void begin() {
        stage = Optional.of(new Stage(scene.assets(), this, scene.snapshot()));
        graphics.joined();
    }

    /** Shows what runs, or the document again; UI thread. */
    private void turn(Optional<Play> play) {
        running.ifPresent(Registration::close);
        running = play.map(next -> next.link(new PlayLink(next, this::changed)));
        var showing = scene.play().showing();
        with(open -> open.turn(showing, scene.snapshot()));
    }

    /** Does something on the GL thread, after which the picture is drawn again. */
    void with(Consumer<Stage> task) {
        with(task, false);
    }

    void with(Consumer<Stage> task, boolean moving) {
        graphics.submit(
                () -> {
                    stage.ifPresent(task);
                    stage.ifPresent(open -> tell(open.state()));
                });
        loop.request(moving);
    }

    /** Called on a loader's thread, perhaps a thousand times in a second. */
    private void loaded(AssetSource source) {
        graphics.submit(() -> stage.ifPresent(open -> open.view().assetLoaded(source)));
        loop.requestSoon();
    }

    private void tell(ViewportState state) {
        if (!told.equals(Optional.of(state))) {
            told = Optional.of(state);
            scene.ui().execute(() -> screen.state(state));
        }
    }

    void input(InputEvent event) {
        graphics.submit(() -> stage.ifPresent(open -> input(open, event)));
    }

    private void input(Stage open, InputEvent event) {
        motion.input(event);
        open.input(event, size);
        companions.point(open, event, size);
        tell(open.state());
    }

    void change(UnaryOperator<ViewportState> change) {
        with(open -> open.state(change.apply(open.state())));
    }

    /** Shows a selection that somebody else made. */
    void select(Set<Entity> entities) {
        if (!choosing) {
            with(open -> open.select(entities));
        }
    }

    /** What is at a pixel of the picture; never completes where nothing can be drawn. */
    CompletableFuture<Spot> spot(int x, int y) {
        var spot = new CompletableFuture<Spot>();
        var pixels = size;
        graphics.submit(() -> stage.map(open -> open.spot(x, y, pixels)).ifPresent(spot::complete));
        return spot;
    }

    /** The place on the ground that the last picture looks at. */
    Pose.Vec gaze() {
        return frames.gaze();
    }

    void frameSelection() {
        with(open -> open.tools().frameSelection());
    }

    void home() {
        with(open -> open.tools().home());
    }

    void size(PixelSize pixels) {
        size = pixels;
        loop.request(false);
    }

    /** Opens a graphics card that failed again, and draws. */
    void retry() {
        graphics.submit(this::reopen);
        loop.request(false);
    }

    private final class Pictures implements FrameLoop.Easel {

        @Override
        public Optional<Picture> paint(Quality quality) {
            return Viewport.this.paint(quality);
        }

        @Override
        public void show(Picture picture) {
            screen.show(picture);
        }

        @Override
        public void broke() {
            screen.failed("Drawing broke off; the Error Log says more.");
        }
    }

    private Optional<Picture> paint(Quality quality) {
        var pixels = size;
        return pixels.isEmpty() || scene.ui().display().isDisposed()
                ? Optional.empty()
                : stage.flatMap(open -> working().flatMap(card -> paint(open, card, quality)));
    }

    /** The graphics card, unless it failed: it would fail again and again. */
    private Optional<JoglDevice> working() {
        return graphics.card().filter(card -> !failed.equals(Optional.of(card)));
    }

    private Optional<Picture> paint(Stage open, JoglDevice card, Quality quality) {
        try {
            var pixels = size;
            var frame = open.covered(card.render(open.draw(pixels), quality), pixels);
            return Optional.of(paint(open, frame, pixels, quality));
        } catch (GlException failure) {
            LOG.log(System.Logger.Level.ERROR, "A picture could not be drawn", failure);
            failed = Optional.of(card);
            recover(failure);
            return Optional.empty();
        }
    }

    /** A driver that was reset or updated is there again at once; one that is broken is not. */
    private void recover(GlException failure) {
        long now = System.nanoTime();
        if (now - reopened < ALONE_NANOS) {
            scene.ui().execute(() -> screen.failed(failure.getMessage() + "."));
        } else {
            reopened = now;
            reopen();
            loop.request(false);
        }
    }

    private void reopen() {
        graphics.reopen(failed);
        scene.ui().then(graphics.missing(), screen::failed);
    }

    private Picture paint(Stage open, Frame frame, PixelSize pixels, Quality quality) {
        frames.look(open.camera(), pixels);
        companions.look(open.camera());
        if (open.isMoving() || frame.incomplete()) {
            // What arrives bit by bit is drawn in haste until it is whole.
            loop.request(true);
        }
        return new Picture(
                Picture.image(scene.ui().display(), frame, pixels.zoom()),
                pixels.zoom(),
                quality,
                open.view().snapshot().revision(),
                open.tools().rubberBand(),
                open.tools().hint(),
                Picture.isFine(quality) ? open.view().tally().triangles() : 0,
                frame);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        changed(Optional.empty(), snapshot, changes);
    }

    private void changed(Optional<Play> of, SceneSnapshot snapshot, Changes changes) {
        // In a drag, here or in a property sheet, the next step follows at once.
        boolean moving = of.isPresent() || changes.origin().gesture() != 0;
        with(open -> open.show(of, snapshot, changes), moving);
    }

    @Override
    public void post(Edit edit, Origin origin) {
        scene.answer(scene.session().post(edit, origin));
    }

    @Override
    public long newGesture() {
        return scene.session().newGesture();
    }

    @Override
    public void cancelGesture(long gesture) {
        scene.answer(scene.session().cancelGesture(gesture));
    }

    @Override
    public void selected(Set<Entity> entities) {
        scene.ui().execute(() -> choose(List.copyOf(entities)));
    }

    /**
     * The stage selected these already, and perhaps others since; they must not come back to it.
     */
    private void choose(List<Entity> entities) {
        choosing = true;
        scene.select(entities);
        choosing = false;
    }

    @Override
    public Port.Holds holds() {
        return companions;
    }

    @Override
    public void redraw() {
        loop.request(motion.goesOn());
    }

    @Override
    public void cursor(Cursor cursor) {
        scene.ui().execute(() -> screen.cursor(cursor));
    }

    /** Ends a drag where it is, which loses nothing of it, and shows nothing more. */
    @Override
    public void close() {
        List.of(link, turning).forEach(Registration::close);
        outlook.close();
        companions.close();
        running.ifPresent(Registration::close);
        loading.close();
        graphics.submit(this::end);
    }

    private void end() {
        stage.ifPresent(open -> open.input(new InputEvent.Cancelled(), size));
        stage.ifPresent(open -> graphics.left());
        stage = Optional.empty();
    }
}
