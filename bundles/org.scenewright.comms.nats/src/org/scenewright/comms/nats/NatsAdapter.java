// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.jspecify.annotations.Nullable;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.Identity;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A participant of a room on NATS.
 *
 * <p>What is not said to be of any thread belongs to that of the schedule.
 */
final class NatsAdapter implements CommsAdapter, FirmPost.Sealing, Line.Ears {
    private static final System.Logger LOG = System.getLogger(NatsAdapter.class.getName());

    /** Most bytes of one message. */
    static final int MOST_BYTES = 64 << 10;

    /** Most bytes that wait for the server; then it is too slow to stay. */
    static final long MOST_WAITING = 16 << 20;

    /** Above this, what need not arrive is not sent. */
    private static final long MUCH_WAITING = 256 << 10;

    private static final long FAREWELL_MILLIS = 2000;
    private static final long OUT_OF_REACH_MILLIS = 20_000;

    private enum State {
        NEW,
        CONNECTING,
        CONNECTED,
        ENDED
    }

    private final AtomicBoolean isUsed = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private final Refusals refusals = new Refusals();
    private final Intake intake;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Ground ground;
    private final Identity me;
    private final Consumer<CommsEvent> listener;
    private final Pen pen;
    private final Attendance attendance;
    private final Gate gate;
    private final Freshness freshness;
    private final Company company;
    private final FirmPost post;
    private volatile State state = State.NEW;
    private long downs;
    private boolean isDown;

    NatsAdapter(Ground ground, Identity me, Consumer<CommsEvent> listener) {
        this.ground = ground;
        this.me = me;
        this.listener = listener;
        pen = new Pen(ground.room(), ground.clock());
        attendance = new Attendance(ground.schedule(), pen, here -> say(Kind.HERE, here));
        intake = new Intake(ground.schedule(), refusals);
        gate = new Gate(ground.room(), Duration.ZERO, ground.clock(), refusals);
        freshness = new Freshness(ground, gate, attendance, refusals);
        company = new Company(ground.schedule(), this::tell);
        post = new FirmPost(ground.schedule(), this, waiting);
    }

    /** What was dropped; any thread. */
    Refusals refusals() {
        return refusals;
    }

    private void later(Runnable task) {
        ground.schedule().after(0, task);
    }

    private void tell(CommsEvent event) {
        if (state == State.CONNECTED) {
            listener.accept(event);
        }
    }

    // ---- coming

    @Override
    public CompletableFuture<Void> connect() {
        if (isUsed.getAndSet(true)) {
            return CompletableFuture.failedFuture(
                    new CommsException("An adapter connects once only."));
        }
        state = State.CONNECTING;
        me.sign(pen.challenge())
                .thenAccept(pen::prove)
                .thenRunAsync(() -> ground.line().open(this), ground.background())
                .whenComplete((done, failure) -> later(() -> opened(failure)));
        return connected.copy();
    }

    private void opened(@Nullable Throwable failure) {
        if (failure != null) {
            end(false, Optional.of(Line.reason(failure)));
        } else if (state == State.CONNECTING) {
            enter();
        } else {
            leave();
        }
    }

    private void enter() {
        state = State.CONNECTED;
        freshness.begin();
        attendance.start();
        company.start();
        connected.complete(null);
        intake.open();
    }

    // ---- hearing

    /** On threads of the line, which wait while there is much to do. */
    @Override
    public void heard(String subject, byte[] bytes) {
        if (bytes.length > FirmPost.MOST_BYTES) {
            refusals.add(Refusal.OVERSIZE);
            return;
        }
        intake.add(subject.equals(Kind.FIRM.subject()), () -> take(subject, bytes));
    }

    private void take(String subject, byte[] bytes) {
        if (state != State.CONNECTED) {
            return;
        }
        try {
            gate.pass(subject, bytes).ifPresent(said -> freshness.sift(said, this::take));
        } catch (CommsException noBody) {
            refusals.add(Refusal.GARBAGE);
        }
    }

    private void take(Gate.Said said) {
        Envelope envelope = said.envelope();
        Caller caller = said.caller();
        boolean isMe = caller.address().equals(me.address());
        if (!isMe && envelope.kind() != Kind.FAREWELL) {
            company.hear(caller);
        }
        switch (envelope.kind()) {
            case HERE -> takeHere(Here.read(envelope.body()), envelope.era(), isMe);
            case LOOSE, FIRM ->
                    Part.readAll(envelope.body()).forEach(part -> takePart(caller, part, isMe));
            case FAREWELL -> company.part(caller);
        }
    }

    private void takePart(Caller caller, Part part, boolean isMe) {
        Optional<ByteBuffer> whole = caller.join(part, MOST_BYTES);
        if (!part.isMore() && whole.isEmpty()) {
            refusals.add(Refusal.OVERSIZE);
        }
        boolean isForMe = part.only().map(me.address()::equals).orElse(!isMe);
        if (isForMe && !isMe) {
            whole.ifPresent(data -> tell(new CommsEvent.Message(caller.address(), data)));
        }
    }

    private void takeHere(Here here, long rivalEra, boolean isMe) {
        if (isMe && attendance.yields(here, rivalEra)) {
            end(true, Optional.of(new CommsException("This address logged in elsewhere.")));
        }
    }

    @Override
    public void down() {
        later(
                () -> {
                    if (!isDown && state == State.CONNECTED) {
                        isDown = true;
                        long which = ++downs;
                        tell(
                                new CommsEvent.Failed(
                                        new CommsException(
                                                "The NATS server is out of reach; trying again.")));
                        ground.schedule().after(OUT_OF_REACH_MILLIS, () -> giveUp(which));
                    }
                });
    }

    private void giveUp(long which) {
        if (isDown && downs == which) {
            lost();
        }
    }

    @Override
    public void up() {
        later(
                () -> {
                    isDown = false;
                    if (state == State.CONNECTED) {
                        attendance.say(true);
                    }
                });
    }

    // ---- sending

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        if (data.remaining() > MOST_BYTES) {
            throw new IllegalArgumentException(
                    data.remaining() + " bytes are more than the " + MOST_BYTES + " at once.");
        }
        if (state != State.CONNECTED || !hints.isReliable() && waiting.get() > MUCH_WAITING) {
            return;
        }
        byte[] copy = new byte[data.remaining()];
        data.duplicate().get(copy);
        var part = new Part(hints.only(), false, ByteBuffer.wrap(copy));
        if (waiting.addAndGet(copy.length) > MOST_WAITING) {
            later(this::lost);
        }
        later(() -> send(part, hints.isReliable()));
    }

    private void send(Part part, boolean isReliable) {
        // What does not fit into one envelope goes by the post, which takes it to pieces.
        if (isReliable || part.bytes().remaining() + Part.AROUND > mostBody()) {
            post.add(part);
        } else {
            waiting.addAndGet(-part.bytes().remaining());
            if (state == State.CONNECTED && !isDown) {
                say(Kind.LOOSE, seal(Kind.LOOSE, part.toBytes()));
            }
        }
    }

    private void say(Kind kind, byte[] envelope) {
        ground.line().say(kind.subject(), envelope);
    }

    @Override
    public byte[] seal(Kind kind, ByteBuffer body) {
        return pen.seal(kind, body);
    }

    @Override
    public int mostBody() {
        int most = Math.min(FirmPost.MOST_BYTES, ground.line().mostBytes());
        return most - pen.around();
    }

    @Override
    public CompletableFuture<Void> store(byte[] envelope) {
        return ground.line().store(Kind.FIRM.subject(), Envelope.read(envelope).id(), envelope);
    }

    @Override
    public int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    public Optional<RoomStorage> storage() {
        return ground.line().shelf().map(shelf -> new NatsStorage(shelf, ground));
    }

    @Override
    public long waitingBytes() {
        return waiting.get();
    }

    // ---- going

    @Override
    public void lost() {
        end(false, Optional.of(new CommsException("The NATS server is out of reach.")));
    }

    private void end(boolean isKicked, Optional<CommsException> error) {
        finish(isKicked, error);
        post.abort();
        shut();
    }

    /** Nothing is told any more. */
    private void finish(boolean isKicked, Optional<CommsException> error) {
        if (state == State.CONNECTED) {
            tell(new CommsEvent.Disconnected(isKicked, error));
            LOG.log(System.Logger.Level.DEBUG, () -> "Dropped in this room: " + refusals);
        }
        state = State.ENDED;
        attendance.stop();
        company.stop();
        connected.completeExceptionally(
                error.orElseGet(() -> new CommsException("Disconnected while connecting.")));
        intake.open();
    }

    private void leave() {
        post.close().thenRun(this::shut);
        ground.schedule().after(FAREWELL_MILLIS, post::abort);
    }

    /** Nothing is told any more by now, so nobody waits long for a server that is away. */
    private void shut() {
        CompletableFuture.runAsync(ground.line()::close, ground.background())
                .completeOnTimeout(null, FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                .whenComplete((closed, failure) -> over.complete(null));
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        boolean wasUsed = isUsed.getAndSet(true);
        later(
                () -> {
                    State former = state;
                    finish(false, error);
                    if (!wasUsed) {
                        over.complete(null);
                    } else if (former == State.CONNECTED) {
                        leave();
                    }
                });
        return over.copy();
    }
}
