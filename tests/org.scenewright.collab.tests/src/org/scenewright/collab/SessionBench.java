// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two people with a scene each in a real room, first alone, then with a crowd around them. */
final class SessionBench implements AutoCloseable {
    private static final String SERVER = "Scenewright room server";
    private static final int WARM_UP = 300;
    private static final int EDITS = 500;
    private static final int MISSED = 100;

    private final Random random = new Random(1);
    private final Path project;
    private final Path scratch;
    private final RoomServer server;
    private final SessionLink link;
    private final Desk ann;
    private final List<Entity> boxes;
    private final Figures figures = new Figures();
    private Optional<Desk> bob = Optional.empty();
    private double last = 1000;

    /**
     * @param scratch an empty folder
     */
    SessionBench(Path project, Path scratch) throws IOException {
        this.project = project;
        this.scratch = scratch;
        this.server = RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN);
        this.ann = Desk.open(project, scratch.resolve("ann"));
        this.boxes = boxes(ann.scene().snapshot());
        this.link =
                new SessionLink(
                        server.connection("bench"),
                        SessionLink.newSession(),
                        ann.identity.address(),
                        Optional.empty());
    }

    private static List<Entity> boxes(SceneSnapshot scene) {
        return scene.entities().stream()
                .filter(entity -> scene.components(entity).contains(SceneSnapshot.TRANSFORM))
                .toList();
    }

    private Desk bob() {
        return bob.orElseThrow();
    }

    private Entity any() {
        return boxes.get(random.nextInt(boxes.size()));
    }

    /** How long it takes until somebody who comes late has what there is. */
    void join() throws IOException {
        ann.share(link);
        ann.awaitLive();
        var box = any();
        ann.move(box, ++last);
        var desk = Desk.open(project, scratch.resolve("bob"));
        bob = Optional.of(desk);
        long begin = System.nanoTime();
        long end = desk.await(box, last, () -> desk.join(link));
        figures.put("joinMs", Figures.millis(end - begin)).put("joinBytes", desk.bytes());
        desk.awaitLive();
        awaitTogether();
    }

    /** How long an edit takes to the document of the other. */
    void edit(String median, String worst, int edits) {
        long[] nanos = new long[edits];
        for (int i = 0; i < edits; i++) {
            boolean isMine = random.nextBoolean();
            nanos[i] = (isMine ? ann : bob()).reach(isMine ? bob() : ann, any(), ++last);
            rest(random.nextInt(5_000_000));
        }
        figures.times(median, worst, nanos);
    }

    private static void rest(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    void edit() {
        edit("coldP50Ms", "coldP99Ms", WARM_UP);
        edit("p50Ms", "p99Ms", EDITS);
    }

    /** Waits until each was told of the other. */
    private void awaitTogether() {
        ann.awaitPeople(2);
        bob().awaitPeople(2);
    }

    /**
     * Waits until both were told that they are apart: before that what one does is acknowledged.
     */
    private void part() {
        bob().session().move(ConnectionString.parse("ws-room:" + room("elsewhere")));
        ann.awaitAlone();
        bob().awaitAlone();
    }

    /** What it takes to come back after others edited on. */
    void rejoin() {
        part();
        var box = ann.edit(boxes, MISSED, ++last, random);
        long bytes = bob().bytes();
        long begin = System.nanoTime();
        long end = bob().await(box, last, () -> bob().session().move(link.connection()));
        figures.put("rejoinMs", Figures.millis(end - begin))
                .put("rejoinBytes", bob().bytes() - bytes)
                .put("rejoinEdits", MISSED);
        awaitTogether();
    }

    /** How long it takes until others have what somebody did without connection. */
    void bringBack(int edits) {
        part();
        var box = bob().edit(boxes, edits, ++last, random);
        bob().awaitWaiting(edits);
        long bytes = ann.bytes();
        long begin = System.nanoTime();
        long end = ann.await(box, last, () -> bob().session().move(link.connection()));
        figures.put("bringBackMs", Figures.millis(end - begin))
                .put("bringBackBytes", ann.bytes() - bytes)
                .put("bringBackEdits", edits);
        awaitTogether();
    }

    private URI room(String name) {
        return URI.create(server.connection(name).parameters());
    }

    /** What the server does for a crowd, and what that does to those who edit. */
    void crowd(Crowd.Size size, int seconds) throws IOException {
        try (var crowd = Crowd.of(room("bench"), link.session(), size)) {
            ann.awaitPeople(size.all() + 2);
            crowd.speak(true);
            rest(TimeUnit.SECONDS.toNanos(seconds) / 4);
            var before = Sample.of(server, crowd);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            edit("crowdP50Ms", "crowdP99Ms", seconds * 20);
            rest(end - System.nanoTime());
            var after = Sample.of(server, crowd);
            crowd.speak(false);
            double wall = after.nanos() - before.nanos();
            figures.put("serverCores", (after.work() - before.work()) / wall)
                    .put("maxQueueBytes", server.figures().mostWaitingBytes())
                    .put("dropped", server.figures().dropped())
                    .put("crowdPerS", (after.heard() - before.heard()) * 1e9 / wall)
                    .put("crowdWantedPerS", size.perSecond());
        }
    }

    /** Where things stand at a moment. */
    private record Sample(long nanos, long work, long heard) {
        static Sample of(RoomServer server, Crowd crowd) {
            return new Sample(System.nanoTime(), ThreadWork.of(SERVER), crowd.heard());
        }
    }

    /** Whether both hold the same in the end. */
    boolean isAlike() {
        var box = any();
        ann.reach(bob(), box, ++last);
        bob().reach(ann, box, ++last);
        return Snapshots.difference(ann.scene().snapshot(), bob().scene().snapshot()).isEmpty();
    }

    Value line() {
        return figures.line();
    }

    @Override
    public void close() {
        bob.ifPresent(Desk::close);
        ann.close();
        server.close();
    }
}
