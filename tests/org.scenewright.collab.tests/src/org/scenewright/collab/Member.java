// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Identity;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** One of a {@link Company}, with a document. */
final class Member implements Identity {
    static final long EPOCH = 1_700_000_000_000L;

    final List<SessionEvent> events = new ArrayList<>();
    final HeldFiles files = new HeldFiles();
    final List<Batch> written = new ArrayList<>();
    private final Company company;
    private final String address;
    private final Parts parts;
    private final ReplicaDocument document;
    private final SessionCore core;
    private Optional<CommsAdapter> adapter = Optional.empty();
    private boolean isConnected;
    private long connections;
    String room = "a";

    /** Who keeps things for the room. */
    UnaryOperator<CommsAdapter> keeper = UnaryOperator.identity();

    Member(Company company, int number, Signatures signatures) {
        this.company = company;
        this.address = Samples.address(number + 1);
        this.document =
                new ReplicaDocument(address, company.start, company::nextSharing, this::wrote);
        this.parts = parts(number, signatures);
        this.core = new SessionCore(parts);
    }

    private Parts parts(int number, Signatures signatures) {
        var attestation = new Attestation(address, signatures.key(), "signed by " + address);
        var self = new Self(new Profile("Member " + number, number), signatures, attestation);
        AddressProof proof = (a, signed, when) -> proves(a, when);
        var keys = new KnownKeys(Samples.SESSION, proof);
        return new Parts(
                self,
                new Wire(Samples.SESSION, address),
                new BatchLog(address, company.logBytes),
                keys,
                new Authority(Samples.SESSION, Samples.address(1), signatures, keys),
                new Peers(),
                new Complaints(),
                document,
                files,
                company.home,
                company.time::millis,
                () -> EPOCH + company.time.millis(),
                new Random(Arrays.hashCode(signatures.key())),
                task -> company.executor.execute(task),
                work -> company.beside.execute(work),
                events::add);
    }

    private static boolean proves(Attestation attestation, AddressProof.When when) {
        boolean isOver = attestation.chain().equals("signed long ago by " + attestation.address());
        return attestation.chain().equals("signed by " + attestation.address())
                || isOver && !(when instanceof AddressProof.When.Now);
    }

    private void wrote(Batch batch) {
        written.add(batch);
        core.wrote(batch);
    }

    SessionCore core() {
        return core;
    }

    Parts parts() {
        return parts;
    }

    Scene scene() {
        return document.scene();
    }

    SceneSnapshot snapshot() {
        return scene().snapshot();
    }

    ReplicaDocument document() {
        return document;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public CompletableFuture<String> sign(String challenge) {
        return CompletableFuture.completedFuture("signed by " + address);
    }

    void connect() {
        long mine = ++connections;
        var fresh =
                company.network.adapter(
                        room, company.conditions, this, event -> heard(mine, event));
        adapter = Optional.of(fresh);
        fresh.connect()
                .thenRun(
                        () -> {
                            if (mine == connections) {
                                isConnected = true;
                                core.connected(keeper.apply(fresh));
                            }
                        });
    }

    void disconnect() {
        connections++;
        adapter.ifPresent(a -> a.disconnect(Optional.empty()));
        adapter = Optional.empty();
        if (isConnected) {
            isConnected = false;
            core.disconnected();
        }
    }

    /** Leaves for good, and the room when all is done. */
    void leave() {
        core.leave().thenRun(this::disconnect);
    }

    /** What an adapter tells; of those of the past nobody wants to hear. */
    private void heard(long connection, CommsEvent event) {
        if (connection == connections) {
            heard(event);
        }
    }

    private void heard(CommsEvent event) {
        switch (event) {
            case CommsEvent.Message(var sender, var data) -> core.heard(sender, data);
            case CommsEvent.PeerDisconnected(var peer) -> core.left(peer);
            case CommsEvent.Disconnected over -> disconnect();
            case CommsEvent.PeerConnected came -> {}
            case CommsEvent.Failed failed -> {}
        }
    }

    boolean isConnected() {
        return isConnected;
    }

    /** What was told to the person. */
    List<String> notices() {
        return events.stream()
                .filter(SessionEvent.Noticed.class::isInstance)
                .map(SessionEvent.Noticed.class::cast)
                .map(SessionEvent.Noticed::sentence)
                .toList();
    }

    /** Moves an entity along an axis. */
    void move(String entity, String axis, double to) {
        edit(
                new Edit.Set(
                        Snapshots.find(snapshot(), entity),
                        SceneSnapshot.TRANSFORM,
                        FieldPath.of("position", axis),
                        Value.of(to)));
    }

    /** Where an entity stands. */
    Pose.Vec at(String entity) {
        return snapshot().pose(Snapshots.find(snapshot(), entity)).position();
    }

    void spawn(String name) {
        make(name);
    }

    Outcome make(String name) {
        return edit(new Edit.Spawn(name, Edit.Place.TOP, new LinkedHashMap<>()));
    }

    Outcome edit(Edit edit) {
        return scene().apply(edit, Origin.USER);
    }
}
