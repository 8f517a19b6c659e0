// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Colliders that are met where the test says, by every beam that is long enough. */
final class FakeBodies implements Bodies {
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Face> faces = new ArrayList<>();
    private final List<Beam> beams = new ArrayList<>();
    private final List<Sieve> sieves = new ArrayList<>();
    private Map<Entity, Posture> postures = Map.of();
    private Load load = Load.UNKNOWN;
    private boolean isClosed;

    /** From now on something is met so far away, in a scene with its base in the world's origin. */
    FakeBodies meets(Entity entity, double metres) {
        var place = new Pose.Vec(0, 0, metres);
        contacts.add(new Contact(entity, "wall", metres, place, new Pose.Vec(0, 0, -1)));
        return this;
    }

    /** From now on there is a level triangle as large as a parcel, in the numbers of the scene. */
    void hasFloor(Entity entity, double height) {
        faces.add(
                new Face(
                        entity,
                        new Pose.Vec(-16, height, -16),
                        new Pose.Vec(-16, height, 48),
                        new Pose.Vec(48, height, -16)));
    }

    void meetsNothing() {
        contacts.clear();
    }

    @Override
    public void pose(Map<Entity, Posture> now) {
        postures = now;
    }

    /** How models stood when it was last told of them. */
    Map<Entity, Posture> postures() {
        return postures;
    }

    void loads(Load state) {
        load = state;
    }

    /** The last beam that was sent out. */
    Beam beam() {
        return beams.getLast();
    }

    int beams() {
        return beams.size();
    }

    Sieve sieve() {
        return sieves.getLast();
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public List<Contact> along(Beam beam, Sieve sieve) {
        beams.add(beam);
        sieves.add(sieve);
        return contacts.stream().filter(contact -> contact.metres() <= beam.metres()).toList();
    }

    @Override
    public List<Face> within(Space space, int layers) {
        return layers == 2 ? List.copyOf(faces) : List.of();
    }

    @Override
    public void lookFrom(Pose.Vec eye) {}

    @Override
    public Load model(Entity entity) {
        return load;
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {}

    @Override
    public void close() {
        isClosed = true;
    }
}
