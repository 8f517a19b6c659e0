// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one thread of a room server: it reads whoever has something to say, then writes to whoever is
 * to hear of it.
 *
 * <p>What has gathered for a guest goes out in one write. The more there is to write the longer it
 * gathers, so that writing never takes more than a share of the time.
 */
final class RoomLoop implements Runnable {
    private static final System.Logger LOG = System.getLogger(RoomLoop.class.getName());
    private static final long TICK_NANOS = 100_000_000;
    private static final long LONGEST_GATHERING_NANOS = 10_000_000;
    private static final long SHORTEST_GATHERING_NANOS = 500_000;
    private static final int GATHERING = 4;
    private static final int SCRATCH_BYTES = 256 << 10;
    private static final int CHALLENGE_BYTES = 24;
    private static final long FAREWELL_NANOS = 500_000_000;

    /** Something that is done for one guest, who has to go if it fails. */
    interface Step {
        void take(RoomGuest guest) throws IOException;
    }

    private final Selector selector;
    private final RoomDoor door;
    private final RoomLimits limits;
    private final RoomFigures figures = new RoomFigures();
    private final Rooms rooms;
    private final Invitations invitations;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    // A millisecond or two each, in which others would have to wait.
    private final Proofs proofs = new Proofs(Thread.ofVirtual()::start, this::post);
    private final Set<RoomGuest> guests = new LinkedHashSet<>();
    private final Set<RoomGuest> toFlush = new LinkedHashSet<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
    private final SecureRandom random = new SecureRandom();
    private long now = System.nanoTime();
    private long nextTick = now;
    private long nextFlush = now;
    private Optional<String> end = Optional.empty();

    RoomLoop(RoomDoor door, RoomRules rules, RoomLimits limits, Invitations invitations)
            throws IOException {
        this.door = door;
        this.limits = limits;
        this.invitations = invitations;
        this.rooms = new Rooms(rules, figures);
        this.selector = Selector.open();
        door.channel().register(selector, SelectionKey.OP_ACCEPT);
    }

    RoomLimits limits() {
        return limits;
    }

    RoomFigures figures() {
        return figures;
    }

    Rooms rooms() {
        return rooms;
    }

    Invitations invitations() {
        return invitations;
    }

    /** Of this round. */
    long now() {
        return now;
    }

    String challenge() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        return "dcl-" + HexFormat.of().formatHex(bytes);
    }

    /** Hands in a task; any thread. */
    void post(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Ends it, which all who are there read the reason of. */
    void stop(String reason) {
        post(() -> end = Optional.of(reason));
    }

    @Override
    public void run() {
        try (selector;
                ServerSocketChannel open = door.channel()) {
            while (end.isEmpty() && open.isOpen()) {
                turn();
            }
            open.close();
            part();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.ERROR, "The room server broke", broken);
        } finally {
            new ArrayList<>(guests).forEach(guest -> drop(guest, "The server ends."));
        }
    }

    private void turn() throws IOException {
        selector.select(this::ready, patience());
        now = System.nanoTime();
        runTasks();
        flushDue();
        tickDue();
    }

    /** Says good-bye to all, who hang up when they have read that. */
    private void part() throws IOException {
        String reason = end.orElse("");
        new ArrayList<>(guests)
                .forEach(each -> attempt(each, guest -> guest.leave(Rooms.GOING_AWAY, reason)));
        long last = now + FAREWELL_NANOS;
        while (!guests.isEmpty() && now < last) {
            turn();
        }
    }

    /** Milliseconds until something has to be done anyway; never 0, which would be for ever. */
    private long patience() {
        long due = toFlush.isEmpty() ? nextTick : Math.min(nextTick, nextFlush);
        long nanos = tasks.isEmpty() ? due - System.nanoTime() : 0;
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private void ready(SelectionKey key) {
        now = System.nanoTime();
        if (key.attachment() instanceof RoomGuest guest) {
            attempt(guest, this::serve);
        } else {
            accept();
        }
    }

    private void serve(RoomGuest guest) throws IOException {
        if (guest.key().isWritable()) {
            flushSoon(guest);
        }
        if (guest.key().isReadable()) {
            guest.read();
        }
    }

    private void accept() {
        try {
            makeRoom();
            door.accept(guests.size() < limits.guests(), selector, this).ifPresent(guests::add);
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.DEBUG, "A guest did not get in", refused);
        }
    }

    /**
     * Who has proven nothing yet goes first, and of those the first one of whence most of them
     * come, so that nobody can keep others out.
     */
    private void makeRoom() {
        if (guests.size() >= limits.guests()) {
            guests.stream()
                    .filter(guest -> !rooms.holds(guest))
                    .collect(
                            Collectors.groupingBy(
                                    RoomGuest::origin, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .sorted(Comparator.comparing(List<RoomGuest>::size).reversed())
                    .findFirst()
                    .ifPresent(most -> drop(most.getFirst(), "There is no room for strangers."));
        }
    }

    private void runTasks() {
        // Those that these hand in wait for the next round.
        for (int left = tasks.size(); left > 0; left--) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            }
        }
    }

    void flushSoon(RoomGuest guest) {
        toFlush.add(guest);
    }

    private void flushDue() {
        if (toFlush.isEmpty() || now < nextFlush) {
            return;
        }
        var due = new ArrayList<>(toFlush);
        toFlush.clear();
        due.forEach(guest -> attempt(guest, g -> g.flush(scratch)));
        long end = System.nanoTime();
        long gathering = Math.min((end - now) * GATHERING, LONGEST_GATHERING_NANOS);
        nextFlush = gathering < SHORTEST_GATHERING_NANOS ? end : end + gathering;
        now = end;
    }

    private void tickDue() {
        if (now >= nextTick) {
            nextTick = now + TICK_NANOS;
            new ArrayList<>(guests).forEach(guest -> attempt(guest, RoomGuest::tick));
        }
    }

    /** Whoever this fails for has to go; the others need not know. */
    void attempt(RoomGuest guest, Step step) {
        if (!guests.contains(guest)) {
            return;
        }
        try {
            step.take(guest);
        } catch (IOException | CommsException refused) {
            drop(guest, String.valueOf(refused.getMessage()));
        } catch (RuntimeException fault) {
            // The outermost frame of what concerns one guest.
            LOG.log(System.Logger.Level.ERROR, "A guest could not be served", fault);
            drop(guest, "A fault of the server.");
        }
    }

    /** Lets something be found out beside all else, after which there is a step for a guest. */
    void prove(RoomGuest guest, Supplier<Step> finding) {
        proofs.add(
                new Proofs.Proof() {
                    @Override
                    public boolean isWanted() {
                        return guests.contains(guest);
                    }

                    @Override
                    public Runnable check() {
                        Step step = finding.get();
                        return () -> attempt(guest, step);
                    }
                });
    }

    void dropSoon(RoomGuest guest, String why) {
        post(() -> drop(guest, why));
    }

    private void drop(RoomGuest guest, String why) {
        if (guests.remove(guest)) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A guest goes: " + why);
            toFlush.remove(guest);
            rooms.leave(guest);
            guest.key().cancel();
            try {
                guest.key().channel().close();
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "A connection did not close", gone);
            }
        }
    }

    /** Says that nothing more comes, and waits for the other end to close. */
    void hangUp(RoomGuest guest) throws IOException {
        if (guest.key().channel() instanceof SocketChannel channel) {
            channel.shutdownOutput();
        }
    }
}
