// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What every adapter has to keep; a test of an adapter says how it is made. */
public abstract class AdapterContract {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final List<Participant> participants = new ArrayList<>();

    /** An adapter to the one group that all participants of this test join. */
    protected abstract CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener);

    /** Whether adapters tell who comes and goes; those of some servers cannot. */
    protected boolean tellsPeers() {
        return true;
    }

    /** Lets something happen. */
    protected void pass() {
        participants.getLast().pause();
    }

    /** Waits until something holds. */
    protected final void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "Waited in vain; told was " + told());
            pass();
        }
    }

    private String told() {
        return participants.stream().map(AdapterContract::shortly).toList().toString();
    }

    private static String shortly(Participant participant) {
        List<CommsEvent> events = participant.events();
        List<CommsEvent> last = events.subList(Math.max(0, events.size() - 5), events.size());
        return participant.address() + ": " + events.size() + " events, at last " + last;
    }

    /** Somebody who has not connected yet. */
    protected final Participant somebody() {
        return somebody(OwnIdentity.generate());
    }

    /** Somebody by this identity, who has not connected yet. */
    protected final Participant somebody(Identity identity) {
        var participant = new Participant(identity, listener -> adapter(identity, listener));
        participants.add(participant);
        return participant;
    }

    /** Somebody who is connected. */
    protected final Participant connected() {
        return connected(OwnIdentity.generate());
    }

    /** Somebody by this identity who is connected. */
    protected final Participant connected(Identity identity) {
        Participant participant = somebody(identity);
        finish(participant.connect());
        return participant;
    }

    /** Waits for what has to succeed. */
    protected final <T> T finish(CompletableFuture<T> future) {
        until(future::isDone);
        return future.join();
    }

    /** Waits for what has to fail. */
    protected final void refuse(CompletableFuture<?> future) {
        until(future::isDone);
        assertTrue(future.isCompletedExceptionally(), "nothing was refused");
    }

    @AfterEach
    void allLeave() {
        participants.forEach(participant -> finish(participant.leave()));
        participants.clear();
    }

    @Test
    void whoeverIsConnectedReceivesAtOnce() {
        Participant sender = connected();
        Participant receiver = connected();
        sender.send("at once", SendHints.RELIABLE);
        until(() -> receiver.textsOf(sender).equals(List.of("at once")));
    }

    @Test
    void whoeverIsConnectedIsHeardAtOnce() {
        Participant receiver = connected();
        Participant sender = connected();
        sender.send("at once", SendHints.RELIABLE);
        until(() -> receiver.textsOf(sender).equals(List.of("at once")));
    }

    @Test
    void allOthersReceive() {
        Participant sender = connected();
        List<Participant> others = List.of(connected(), connected(), connected());
        sender.send("to all", SendHints.RELIABLE);
        others.forEach(other -> until(() -> other.textsOf(sender).equals(List.of("to all"))));
        assertEquals(List.of(), sender.textsOf(sender));
    }

    @Test
    void whatHasToArriveArrivesInOrder() {
        Participant one = connected();
        Participant two = connected();
        Participant receiver = connected();
        List<String> texts = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        for (String text : texts) {
            one.send(text, SendHints.RELIABLE);
            two.send(text, SendHints.RELIABLE);
        }
        until(() -> receiver.textsOf(one).size() >= texts.size());
        until(() -> receiver.textsOf(two).size() >= texts.size());
        assertEquals(texts, receiver.textsOf(one));
        assertEquals(texts, receiver.textsOf(two));
    }

    @Test
    void whatNeedNotArriveHoldsNothingUp() {
        Participant sender = connected();
        Participant receiver = connected();
        for (int i = 0; i < 200; i++) {
            sender.send("loose", SendHints.UNRELIABLE);
            sender.send("firm " + i, SendHints.RELIABLE);
        }
        until(() -> receiver.textsOf(sender).contains("firm 199"));
        assertEquals(
                200,
                receiver.textsOf(sender).stream().filter(text -> text.startsWith("firm")).count());
    }

    @Test
    void whatNeedNotArriveUsuallyDoes() {
        Participant sender = connected();
        Participant receiver = connected();
        until(
                () -> {
                    sender.send("loose", SendHints.UNRELIABLE);
                    return receiver.textsOf(sender).contains("loose");
                });
    }

    @Test
    void asMuchArrivesAsMayBeSentAtOnce() {
        Participant sender = connected();
        Participant receiver = connected();
        String text = "x".repeat(sender.adapter().mostBytes());
        sender.send(text, SendHints.RELIABLE);
        until(() -> receiver.textsOf(sender).equals(List.of(text)));
    }

    @Test
    void atLeastTwelveKibibytesMayBeSentAtOnceAndNoMoreThanSaid() {
        Participant sender = connected();
        assertTrue(sender.adapter().mostBytes() >= 12 << 10);
        ByteBuffer tooMuch = ByteBuffer.allocate(sender.adapter().mostBytes() + 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> sender.adapter().send(tooMuch, SendHints.RELIABLE));
    }

    @Test
    void anEmptyMessageArrives() {
        Participant sender = connected();
        Participant receiver = connected();
        sender.send("", SendHints.RELIABLE);
        until(() -> receiver.textsOf(sender).equals(List.of("")));
    }

    @Test
    void whatIsSentIsReadBeforeSendingReturns() {
        Participant sender = connected();
        Participant receiver = connected();
        ByteBuffer data = ByteBuffer.wrap("before".getBytes());
        sender.adapter().send(data, SendHints.RELIABLE);
        data.put(0, "after!".getBytes());
        until(() -> receiver.textsOf(sender).equals(List.of("before")));
    }

    @Test
    void whatConcernsOneReachesThatOne() {
        Participant sender = connected();
        Participant receiver = connected();
        until(() -> !tellsPeers() || sender.sees(receiver));
        sender.send("for you", SendHints.RELIABLE.to(receiver.address()));
        until(() -> receiver.textsOf(sender).equals(List.of("for you")));
    }

    @Test
    void whoIsThereIsTold() {
        Participant first = connected();
        Participant second = connected();
        until(() -> !tellsPeers() || first.sees(second) && second.sees(first));
        finish(second.leave());
        until(() -> !first.sees(second));
    }

    @Test
    void whatWasSentBeforeLeavingIsHeardBeforeTheLeaving() {
        Participant sender = connected();
        Participant receiver = connected();
        until(() -> !tellsPeers() || receiver.sees(sender));
        sender.send("farewell", SendHints.RELIABLE);
        until(() -> receiver.textsOf(sender).contains("farewell"));
        finish(sender.leave());
        until(() -> !receiver.sees(sender));
        assertEquals(List.of("farewell"), receiver.textsOf(sender));
    }

    @Test
    void theErrorGivenToDisconnectIsTold() {
        Participant participant = connected();
        var error = new CommsException("enough");
        finish(participant.adapter().disconnect(Optional.of(error)));
        until(() -> participant.end().isPresent());
        assertEquals(
                new CommsEvent.Disconnected(false, Optional.of(error)),
                participant.end().orElseThrow());
    }

    @Test
    void aConnectionEndsOnceAndThenSaysNothing() {
        Participant leaver = connected();
        Participant other = connected();
        finish(leaver.leave());
        finish(leaver.leave());
        until(() -> leaver.end().isPresent());
        other.send("too late", SendHints.RELIABLE);
        leaver.send("nowhere", SendHints.RELIABLE);
        Participant witness = connected();
        other.send("mark", SendHints.RELIABLE);
        until(() -> witness.textsOf(other).contains("mark"));
        assertEquals(
                new CommsEvent.Disconnected(false, Optional.empty()), leaver.events().getLast());
        assertEquals(1, ends(leaver));
        assertEquals(List.of(), other.textsOf(leaver));
    }

    private static long ends(Participant participant) {
        return participant.events().stream()
                .filter(CommsEvent.Disconnected.class::isInstance)
                .count();
    }

    @Test
    void aSecondLoginKicksTheFirst() {
        Identity identity = OwnIdentity.generate();
        Participant first = connected(identity);
        Participant other = connected();
        Participant second = connected(identity);
        until(() -> first.end().isPresent());
        assertTrue(first.end().orElseThrow().isKicked());
        second.send("still here", SendHints.RELIABLE);
        until(() -> other.textsOf(second).contains("still here"));
        assertFalse(second.end().isPresent());
    }

    @Test
    void anAdapterConnectsOnce() {
        Participant participant = connected();
        refuse(participant.connect());
        finish(participant.leave());
        refuse(participant.connect());
    }

    @Test
    void nothingIsSentWithoutConnection() {
        Participant receiver = connected();
        Participant early = somebody();
        early.send("early", SendHints.RELIABLE);
        finish(early.connect());
        early.send("in time", SendHints.RELIABLE);
        until(() -> receiver.textsOf(early).equals(List.of("in time")));
    }

    @Test
    void leavingBeforeTheConnectionIsThereEndsIt() {
        Participant hasty = somebody();
        CompletableFuture<Void> connecting = hasty.connect();
        finish(hasty.leave());
        until(connecting::isDone);
        Participant other = connected();
        hasty.send("nowhere", SendHints.RELIABLE);
        Participant witness = connected();
        other.send("mark", SendHints.RELIABLE);
        until(() -> witness.textsOf(other).contains("mark"));
        assertEquals(List.of(), other.textsOf(hasty));
    }

    @Test
    void nothingWaitsWhenAllArrived() {
        Participant sender = connected();
        Participant receiver = connected();
        sender.send("x".repeat(10_000), SendHints.RELIABLE);
        until(() -> receiver.textsOf(sender).size() == 1);
        until(() -> sender.adapter().waitingBytes() == 0);
    }
}
