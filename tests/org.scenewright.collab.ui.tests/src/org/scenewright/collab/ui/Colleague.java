// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.EditionBeacon;
import org.scenewright.collab.Neighbourhood;
import org.scenewright.collab.Profile;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedSession;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Somebody else with the same scene, without a workbench. */
final class Colleague implements AutoCloseable {
    static final Entity BOX = new Entity(512);

    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core-schema::Name",
                  "data": {
                    "512": {"json": {"value": "Box"}}
                  }
                },
                {
                  "name": "core::Transform",
                  "data": {
                    "512": {
                      "json": {
                        "position": {"x": 1, "y": 0, "z": 1},
                        "rotation": {"x": 0, "y": 0, "z": 0, "w": 1},
                        "scale": {"x": 1, "y": 1, "z": 1},
                        "parent": 0
                      }
                    }
                  }
                }
              ]
            }
            """;

    private final OwnIdentity identity = OwnIdentity.generate();
    private final SceneSession scene;
    private Optional<RoomServer> server = Optional.empty();
    private Optional<SharedSession> session = Optional.empty();
    private Optional<Neighbourhood> neighbourhood = Optional.empty();

    Colleague(Path folder) throws IOException {
        write(folder);
        scene = SceneSession.open(SceneProject.of(folder)).join();
    }

    /** Writes the scene that all begin with. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("assets/scene"));
        Files.writeString(folder.resolve("assets/scene/main.composite"), COMPOSITE);
        Files.writeString(
                folder.resolve("scene.json"),
                "{\"scene\":{\"parcels\":[\"0,0\"],\"base\":\"0,0\"},\"main\":\"bin/index.js\"}");
    }

    static double x(SceneSession scene) {
        return scene.snapshot().pose(BOX).position().x();
    }

    static void move(SceneSession scene, double x) {
        var path = FieldPath.of("position", "x");
        var edit = new Edit.Set(BOX, SceneSnapshot.TRANSFORM, path, Value.of(x));
        scene.post(edit, Origin.USER).join();
    }

    SceneSession scene() {
        return scene;
    }

    SharedSession session() {
        return session.orElseThrow();
    }

    private SharedSession.Access access() {
        return new SharedSession.Access(
                Adapters.found(), identity, new Profile("Ann", 0xFF00FF), Optional.empty());
    }

    /** Shares it in a room of its own. */
    SessionLink share() {
        var rules = new RoomRules(Set.of(identity.address()), Set.of(), RoomRules.OPEN.judge());
        var room =
                RoomServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), rules);
        server = Optional.of(room);
        String id = SessionLink.newSession();
        var way = room.invitation(id, Instant.now().plus(Duration.ofHours(1)));
        var link = new SessionLink(way, id, identity.address(), Optional.empty());
        session = Optional.of(SharedSession.share(scene, link, access(), Role.EDITOR).join());
        return link;
    }

    /** Lets those at a place find the session. */
    void announce(ConnectionString place) {
        var settings = scene.snapshot().settings();
        var beacon =
                new EditionBeacon(
                        EditionBeacon.mark(settings),
                        SceneSettings.of(settings).base(),
                        "Yard",
                        "Ann",
                        session().link());
        var there = Neighbourhood.at(place, Adapters.found());
        neighbourhood = Optional.of(there);
        there.announce(beacon, identity);
    }

    /** Goes to another room of her own with what she shares. */
    void go(String room) {
        var until = Instant.now().plus(Duration.ofHours(1));
        session().move(server.orElseThrow().invitation(room, until));
    }

    void join(SessionLink link) {
        session = Optional.of(SharedSession.join(scene, link, access()).join());
    }

    @Override
    public void close() {
        neighbourhood.ifPresent(Neighbourhood::close);
        session.ifPresent(SharedSession::close);
        server.ifPresent(RoomServer::close);
        scene.close();
        scene.ended().join();
    }
}
