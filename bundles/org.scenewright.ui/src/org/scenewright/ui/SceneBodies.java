// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

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

/** The colliders of a running scene as the renderer knows them; on the thread of the frames. */
final class SceneBodies implements Bodies {
    private final Solids solids;
    private final AssetLibrary.Registration loading;

    SceneBodies(AssetLibrary assets, Play play) {
        solids = new Solids(assets, play.snapshot());
        loading = assets.onLoaded(solids::assetLoaded);
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        solids.show(snapshot, changes);
    }

    @Override
    public List<Contact> along(Beam beam, Sieve sieve) {
        var ray = new Ray(vector(beam.origin()), vector(beam.direction()));
        var reach = new Solids.Reach((float) beam.metres(), sieve.layers(), sieve.all());
        return solids.along(ray, reach).stream().map(SceneBodies::contact).toList();
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

    static Pose.Vec place(Vector3fc vector) {
        return new Pose.Vec(vector.x(), vector.y(), vector.z());
    }

    @Override
    public void close() {
        loading.close();
    }
}
