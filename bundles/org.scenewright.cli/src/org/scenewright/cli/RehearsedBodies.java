// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Ray;
import org.scenewright.render.Solids;
import org.scenewright.runtime.Bodies;
import org.scenewright.runtime.Play;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;

/**
 * The colliders and models of a scene that is rehearsed: who asks waits until all files are read,
 * so that scenes hear the same however slow a disk is.
 */
final class RehearsedBodies implements Bodies {
    private final AssetLibrary library;
    private final Solids solids;

    RehearsedBodies(Play play) {
        library = new AssetLibrary(play.plan().session().project().directory());
        solids = new Solids(library, play.snapshot());
        library.onLoaded(solids::assetLoaded);
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        solids.show(snapshot, changes);
    }

    @Override
    public List<Contact> along(Beam beam, Sieve sieve) {
        solids.refresh();
        library.settled().join();
        var ray = new Ray(vector(beam.origin()), vector(beam.direction()));
        var reach = new Solids.Reach((float) beam.metres(), sieve.layers(), sieve.all());
        return solids.along(ray, reach).stream().map(RehearsedBodies::contact).toList();
    }

    private static Contact contact(Solids.Contact met) {
        var hit = met.hit();
        return new Contact(
                hit.entity(), met.mesh(), hit.distance(), place(hit.point()), place(hit.normal()));
    }

    @Override
    public void lookFrom(Pose.Vec eye) {
        solids.lookFrom(vector(eye));
    }

    @Override
    public Load model(Entity entity) {
        if (solids.model(entity) instanceof Loading.Pending<Model>) {
            library.settled().join();
        }
        return switch (solids.model(entity)) {
            case Loading.Pending<Model> p -> Load.LOADING;
            case Loading.Ready<Model> r -> Load.FINISHED;
            case Loading.Failed<Model> f -> Load.FINISHED_WITH_ERROR;
            case Loading.None<Model> n -> Load.UNKNOWN;
        };
    }

    private static Vector3f vector(Pose.Vec place) {
        return new Vector3f((float) place.x(), (float) place.y(), (float) place.z());
    }

    private static Pose.Vec place(Vector3fc vector) {
        return new Pose.Vec(vector.x(), vector.y(), vector.z());
    }

    @Override
    public void close() {
        library.close();
    }
}
