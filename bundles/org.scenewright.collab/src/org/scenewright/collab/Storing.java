// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.State;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a room that can do so keeps the session while nobody is there, and everybody for themselves:
 * one of those who edit puts the document there some time after it changed, and who finds nobody
 * that gives it takes it.
 *
 * <p>Whoever puts something there looks first what is there, and takes over what they lack, so that
 * nobody hides what others wrote.
 */
final class Storing {
    /** How long nobody has edited before the document is put there, in milliseconds. */
    static final long REST = 3000;

    /** How much later the next one is at least. */
    static final long SELDOM = 15_000;

    // Where somebody edits all the time.
    private static final long LONGEST = 30_000;

    // What is kept must not come to its end while somebody is there.
    private static final long AGAIN = 6 * 3_600_000L;

    private static final long RETRY = 60_000;
    private static final long INTERVAL = 500;
    private static final int TRIES = 3;

    // Who leaves does not want to wait for long.
    private static final long FAREWELL = 3000;

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final Parts parts;
    private final Joining joining;
    private final Ruling ruling;
    private final Keeper keeper;
    private final Scrutiny scrutiny;
    private final String name;
    private Optional<RoomStorage> storage = Optional.empty();
    // Still this one while there is no connection.
    private Optional<RoomStorage> last = Optional.empty();
    private CompletableFuture<Void> work = DONE;
    private Optional<Mark> kept = Optional.empty();
    private Optional<Mark> seen = Optional.empty();
    private byte[] judged = {};
    private String told = "";
    private boolean isLooked;
    private boolean isLeaving;
    private int failures;
    private int spoilt;
    private long changedAt;
    private long newsSince;
    private long nextTick;
    private long nextLook;
    private long nextPut;
    private long putAt;

    /** What stands for all that is kept. */
    private record Mark(long base, Reach reach, long roles) {}

    Storing(Parts parts, Joining joining, Ruling ruling, Keeper keeper) {
        this.parts = parts;
        this.joining = joining;
        this.ruling = ruling;
        this.keeper = keeper;
        this.scrutiny = new Scrutiny(parts);
        this.name = name(parts.authority().session());
    }

    /** How the copy of a session is called; other sessions may meet in the same room. */
    static String name(String session) {
        return "scene-" + session;
    }

    /** There is another connection, to a room that may keep something. */
    void connected(Optional<RoomStorage> room) {
        storage = room;
        last = room;
        isLooked = false;
        kept = Optional.empty();
        failures = 0;
        spoilt = 0;
        // By then those who are there have been heard.
        nextLook = parts.now() + Joining.PATIENCE;
    }

    void disconnected() {
        storage = Optional.empty();
    }

    /** Whether it is known what is kept, and taken where it leads on. */
    boolean isLookedThrough() {
        return storage.isPresent() && isLooked && work.isDone();
    }

    /** What a room answers that one has left by then counts for no other. */
    private <T> Consumer<T> of(RoomStorage room, Consumer<T> answer) {
        return value -> last.filter(now -> now == room).ifPresent(now -> answer.accept(value));
    }

    void tick() {
        if (storage.isEmpty() || !work.isDone() || parts.now() < nextTick) {
            return;
        }
        nextTick = parts.now() + INTERVAL;
        if (joining.isSettled()) {
            watch(storage.get());
        } else if (joining.isForsaken() && parts.now() >= nextLook) {
            work = look(storage.get());
        }
    }

    private void watch(RoomStorage room) {
        judged = new byte[0];
        note();
        if (!leads()) {
            isLooked = false;
        } else if (!isLooked && parts.now() >= nextLook) {
            work = look(room);
        } else if (isLooked && isDue()) {
            work = store(room, parts.document().copy());
        }
    }

    private Mark now() {
        var log = parts.log();
        return new Mark(log.base(), log.reach(), parts.authority().roles().version());
    }

    private boolean isNews() {
        return kept.filter(now()::equals).isEmpty();
    }

    private void note() {
        var now = Optional.of(now());
        if (!now.equals(seen)) {
            seen = now;
            changedAt = parts.now();
        }
        if (!isNews()) {
            newsSince = parts.now();
        }
    }

    private boolean isDue() {
        long time = parts.now();
        boolean isAtRest = time - changedAt >= REST || time - newsSince >= LONGEST;
        boolean isOld = time - putAt >= AGAIN;
        return parts.mayEdit() && time >= nextPut && (isOld || isNews() && isAtRest);
    }

    /**
     * Whether it is for the person here to look after what is kept: in a room one does so at a
     * time, and at home nobody who may only look on.
     */
    private boolean leads() {
        if (keeper == Keeper.HOME) {
            return parts.mayEdit();
        }
        var editors = parts.peers().editors(parts.authority(), parts.me());
        return editors.isEmpty() || editors.iterator().next().equals(parts.me());
    }

    // ---- taking

    private CompletableFuture<Void> look(RoomStorage room) {
        nextLook = parts.now() + SELDOM;
        return room.get(name, room.mostBytes())
                .thenApply(bytes -> new Found(bytes, Optional.empty()))
                .exceptionally(why -> new Found(Optional.empty(), Optional.of(why)))
                .thenComposeAsync(found -> looked(room, found), parts.executor());
    }

    private CompletableFuture<Void> looked(RoomStorage room, Found found) {
        if (last.filter(now -> now == room).isEmpty()) {
            return DONE;
        }
        if (found.failure().isPresent()) {
            // What can never be had is not to stay there for ever; what is only late is.
            isLooked = found.isLasting() && ++spoilt >= TRIES;
            boolean isEnough = ++failures >= TRIES || !joining.isSettled();
            found.failure().filter(why -> isEnough).map(Found::reason).ifPresent(this::refuse);
            return DONE;
        }
        isLooked = true;
        kept = Optional.empty();
        return found.bytes().filter(this::isOther).map(bytes -> judge(room, bytes)).orElse(DONE);
    }

    /** Whether it is not what was of no use before. */
    private boolean isOther(byte[] bytes) {
        byte[] before = judged;
        judged = Digests.sha256(bytes);
        return !Arrays.equals(before, judged);
    }

    private CompletableFuture<Void> judge(RoomStorage room, byte[] bytes) {
        nextLook = parts.now() + RETRY;
        try {
            var copy = StoredCopy.read(bytes);
            // Whose name stands under it need not have put it there.
            ruling.take(copy.roles());
            var fault = scrutiny.fault(copy);
            fault.ifPresent(this::refuse);
            return fault.isEmpty() && parts.isOfSession(copy.state()) ? prove(room, copy) : DONE;
        } catch (IOException broken) {
            refuse("It has " + broken.getMessage() + ".");
            return DONE;
        }
    }

    private CompletableFuture<Void> prove(RoomStorage room, StoredCopy copy) {
        return parts.proving(copy.state())
                .begin(parts.beside())
                .thenAcceptAsync(of(room, proven -> proved(copy, proven)), parts.executor());
    }

    private void proved(StoredCopy copy, boolean isProven) {
        if (isProven) {
            take(copy);
        } else {
            refuse("It is said to hold edits that nobody signed.");
        }
    }

    private void refuse(String why) {
        tell("%s cannot be used. %s".formatted(keeper.kept(), why));
    }

    private void take(StoredCopy copy) {
        var state = copy.state();
        if (parts.isOfSession(state)) {
            long roles = copy.roles().roles().version();
            kept = Optional.of(new Mark(state.base(), state.reach(), roles));
            isLooked = isKnown(state) || !isLeaving && joining.take(copy);
        }
    }

    private boolean isKnown(State state) {
        return joining.isSettled()
                && parts.isCommon(state.base())
                && parts.log().reach().covers(state.reach());
    }

    // ---- giving

    private CompletableFuture<Void> store(RoomStorage room, CompletableFuture<byte[]> document) {
        var now = now();
        var proven = ProvenReach.of(parts.log(), parts.keys());
        nextPut = parts.now() + SELDOM;
        return document.thenApplyAsync(bytes -> copy(now.base(), proven, bytes), parts.executor())
                .thenCompose(copy -> put(room, copy.toBytes()))
                .thenApply(done -> Optional.<String>empty())
                .exceptionally(failure -> Optional.of(Found.reason(failure)))
                .thenAcceptAsync(of(room, failure -> stored(now, failure)), parts.executor());
    }

    private StoredCopy copy(long base, Optional<ProvenReach> reach, byte[] document) {
        var state = new State(base, reach.orElseThrow(Storing::unproven));
        var roles = parts.authority().signed().orElseThrow();
        var me = parts.self();
        return new StoredCopy(roles, state, me.attestation(), new byte[0], document)
                .signed(parts.authority().session(), me.signatures());
    }

    private static CommsException unproven() {
        return new CommsException("What proves whose edits it holds got lost here.");
    }

    private CompletableFuture<Void> put(RoomStorage room, byte[] bytes) {
        return bytes.length <= room.mostBytes()
                ? room.put(name, bytes)
                : CompletableFuture.failedFuture(
                        new CommsException("It is too large for the room."));
    }

    private void stored(Mark what, Optional<String> failure) {
        if (failure.isEmpty()) {
            kept = Optional.of(what);
            putAt = parts.now();
        } else {
            nextPut = parts.now() + RETRY;
            tell("%s %s".formatted(keeper.loss(), failure.get()));
        }
    }

    private void tell(String sentence) {
        if (!sentence.equals(told) && !isLeaving) {
            told = sentence;
            parts.notice(sentence);
        }
    }

    /**
     * Leaves the room what it lacks.
     *
     * @return complete when that is done, or cannot be
     */
    CompletableFuture<Void> leave() {
        isLeaving = true;
        boolean isMine = joining.isSettled() && leads() && parts.mayEdit() && isNews();
        var left = new CompletableFuture<Void>();
        storage.filter(room -> isMine)
                .map(this::leave)
                .orElse(work)
                .whenComplete((done, failure) -> left.complete(null));
        return left.completeOnTimeout(null, FAREWELL, TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> leave(RoomStorage room) {
        // At once, as the scene may be closed soon.
        var document = parts.document().copy();
        return work.thenComposeAsync(done -> isLooked ? work : look(room), parts.executor())
                .thenComposeAsync(
                        done -> isLooked ? store(room, document) : work, parts.executor());
    }
}
