// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where people hear of each other who have a scene open, but do not share it yet: a room, or the
 * rooms that a director names one after the other. Usable from any thread, and nothing in it waits.
 *
 * <p>Only the beacons of sessions travel there that their owners want to be found.
 */
public final class Neighbourhood implements AutoCloseable {
    private static final long TICK = 500;
    private static final long RENEWAL = 6 * 3_600_000L;

    private final SessionThread thread = new SessionThread();
    private final List<SceneSession> open = new CopyOnWriteArrayList<>();
    private volatile List<SceneSession> resting = List.of();
    private final List<Consumer<EditionBeacon>> listeners = new CopyOnWriteArrayList<>();
    private final BeaconFire fire = new BeaconFire(new Random(new SecureRandom().nextLong()));
    private final Map<String, Announced> announced = new LinkedHashMap<>();
    private final BeaconWatch watch;
    private final Connection connection;
    private volatile Optional<String> problem = Optional.empty();

    private record Announced(EditionBeacon beacon, Identity me) {}

    /** What the adapter tells. */
    private final class Line implements Connection.Listener {
        @Override
        public void connected(CommsAdapter connected) {
            problem = Optional.empty();
            fire.connected(connected, thread.millis());
        }

        @Override
        public void heard(CommsEvent event) {
            switch (event) {
                case CommsEvent.Message(var sender, var data) ->
                        watch.heard(sender, data, thread.millis()).ifPresent(this::tell);
                case CommsEvent.PeerConnected p -> fire.hurry(thread.millis());
                case CommsEvent.PeerDisconnected p -> {}
                case CommsEvent.Failed f -> {}
                case CommsEvent.Disconnected d -> {}
            }
        }

        private void tell(EditionBeacon beacon) {
            listeners.forEach(listener -> listener.accept(beacon));
        }

        @Override
        public void disconnected(boolean isKicked, Optional<String> why) {
            problem = why;
            fire.disconnected();
        }

        @Override
        public void troubled(String sentence) {
            problem = Optional.of(sentence);
        }
    }

    private Neighbourhood(Adapters adapters) {
        var proof = new ChainProof(System::currentTimeMillis);
        watch = new BeaconWatch(announced.keySet(), this::marks, proof);
        // Servers let an address be in one room alone, and this one is wanted for the session.
        var guest = OwnIdentity.generate();
        connection = new Connection(new Connection.Setting(adapters, guest, thread), new Line());
    }

    /**
     * Goes there, and stays until it is closed; nobody is told who it is that listens.
     *
     * @param place the connection string of a room or of a director
     */
    public static Neighbourhood at(ConnectionString place, Adapters adapters) {
        var neighbourhood = new Neighbourhood(adapters);
        neighbourhood.thread.execute(() -> neighbourhood.connection.open(place));
        neighbourhood.thread.every(TICK, neighbourhood::tick);
        neighbourhood.thread.every(RENEWAL, neighbourhood::renew);
        return neighbourhood;
    }

    private void tick() {
        fire.tick(thread.millis());
        open.stream()
                .flatMap(scene -> new Whereabouts(scene).nowOrBase().stream())
                .findFirst()
                .ifPresent(connection::at);
    }

    private Set<String> marks() {
        var now = resting;
        return open.stream()
                .filter(scene -> !now.contains(scene))
                .map(scene -> EditionBeacon.mark(scene.snapshot().settings()))
                .collect(Collectors.toSet());
    }

    /**
     * From now on the person here wants to hear of others who edit this scene, the first of all
     * being where they are.
     */
    public Registration watch(SceneSession scene) {
        open.add(scene);
        return () -> open.remove(scene);
    }

    /**
     * Of these of the scenes nobody wants to hear for now, such as those that are shared already.
     */
    public void rest(List<SceneSession> scenes) {
        resting = List.copyOf(scenes);
    }

    /** Calls back when others edit a scene that is watched; on a thread of its own. */
    public Registration onBeacon(Consumer<EditionBeacon> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Lets others find a session of the person here, until it is closed.
     *
     * @param me who owns the session
     */
    public Registration announce(EditionBeacon beacon, Identity me) {
        String session = beacon.link().session();
        thread.execute(
                () -> {
                    announced.put(session, new Announced(beacon, me));
                    say(session);
                });
        return () ->
                thread.execute(
                        () -> {
                            announced.remove(session);
                            fire.hush(session);
                        });
    }

    /** What proves beacons holds for a day alone. */
    private void renew() {
        announced.keySet().forEach(this::say);
    }

    private void say(String session) {
        var told = announced.get(session);
        SignedBeacon.sign(told.beacon(), told.me())
                .thenAcceptAsync(
                        signed -> {
                            if (announced.containsKey(session)) {
                                fire.say(signed, thread.millis());
                            }
                        },
                        thread);
    }

    /** Does not call back because of this session any more. */
    public void ignore(EditionBeacon beacon) {
        thread.execute(() -> watch.ignore(beacon.link().session()));
    }

    /** Why nobody can be heard there at the moment, as a sentence. */
    public Optional<String> problem() {
        return problem;
    }

    /** Goes away from there. */
    @Override
    public void close() {
        listeners.clear();
        thread.execute(() -> connection.close().thenRun(thread::close));
    }
}
