// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Many people in a room who say what they do as often as they may, on one thread: those who edit 20
 * times in a second, and they edit once; those who look on once.
 */
final class Crowd implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Crowd.class.getName());
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int TIMES = 20;
    private static final int SCRATCH = 256 << 10;

    private final List<Turn> turns = new ArrayList<>();
    private final List<CrowdMember> members = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "Crowd");
    private volatile boolean isSpeaking;
    private volatile boolean isOver;
    private volatile long heard;

    /**
     * How many there are.
     *
     * @param editors they come first
     */
    record Size(int editors, int viewers) {
        int all() {
            return editors + viewers;
        }

        /** How many messages in a second reach somebody, where all do that. */
        long perSecond() {
            return (long) (editors * TIMES + viewers) * (all() - 1);
        }
    }

    /** What somebody does again and again. */
    private static final class Turn {
        final Runnable task;
        final long interval;
        long due;

        Turn(Runnable task, long interval, long due) {
            this.task = task;
            this.interval = interval;
            this.due = due;
        }

        /** Whoever is late for more than one turn leaves turns out: what they did then is stale. */
        void take(long now) {
            if (now >= due) {
                task.run();
                due += interval * (1 + (now - due) / interval);
            }
        }
    }

    private Crowd(List<CrowdMember> all, int editors) throws IOException {
        var random = new Random(all.size());
        long now = System.nanoTime();
        for (var member : all) {
            boolean isEditor = members.size() < editors;
            members.add(member);
            member.guest().attend(selector);
            long often = isEditor ? SECOND / TIMES : SECOND;
            turns.add(new Turn(member::present, often, now + random.nextLong(often)));
            turns.add(new Turn(member::edit, SECOND, now + random.nextLong(SECOND)));
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** People who are no part of any session, as nobody else is there. */
    static Crowd strangers(URI room, Size size) throws IOException {
        return new Crowd(enter(room, SessionLink.newSession(), size), size.editors());
    }

    /** People who take part in a session. */
    static Crowd of(URI room, String session, Size size) throws IOException {
        long base;
        try (var scout = CrowdMember.enter(room, session, size.all())) {
            base = scout.askForBase();
        }
        var members = enter(room, session, size);
        members.forEach(member -> member.greet(false));
        members.stream().limit(size.editors()).forEach(member -> member.begin(base));
        return new Crowd(members, size.editors());
    }

    private static List<CrowdMember> enter(URI room, String session, Size size) throws IOException {
        var members = new ArrayList<CrowdMember>();
        for (int i = 0; i < size.all(); i++) {
            members.add(CrowdMember.enter(room, session, i));
        }
        return members;
    }

    private void run() {
        try {
            while (!isOver) {
                selector.select(this::ready, 1);
                long now = System.nanoTime();
                if (isSpeaking) {
                    turns.forEach(turn -> turn.take(now));
                }
                for (var member : members) {
                    member.guest().flush();
                }
                heard = members.stream().mapToLong(member -> member.guest().heard()).sum();
            }
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.ERROR, "A crowd fell apart", broken);
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof LightGuest guest) {
            try {
                guest.hear(scratch);
            } catch (IOException gone) {
                key.cancel();
                LOG.log(System.Logger.Level.ERROR, "A guest is gone", gone);
            }
        }
    }

    /** Begins, or stops, to say what they do. */
    void speak(boolean speaks) {
        isSpeaking = speaks;
    }

    /** How many messages reached anybody so far. */
    long heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        isOver = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        members.forEach(CrowdMember::close);
        selector.close();
    }
}
