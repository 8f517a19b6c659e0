// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Solids;
import org.scenewright.runtime.Bodies;
import org.scenewright.runtime.Play;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Map;

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
        var reach = new Solids.Reach(beam.metres(), sieve.layers(), sieve.all());
        return solids.along(beam.origin(), beam.direction(), reach).stream()
                .map(
                        met ->
                                new Contact(
                                        met.entity(),
                                        met.mesh(),
                                        met.metres(),
                                        met.position(),
                                        met.normal()))
                .toList();
    }

    @Override
    public List<Face> within(Space space, int layers) {
        return solids.within(space.low(), space.high(), layers).stream()
                .map(face -> new Face(face.entity(), face.a(), face.b(), face.c()))
                .toList();
    }

    @Override
    public void lookFrom(Pose.Vec eye) {
        solids.lookFrom(eye);
    }

    @Override
    public void pose(Map<Entity, Posture> postures) {
        solids.pose(postures);
    }

    @Override
    public Load model(Entity entity) {
        return Load.of(solids.model(entity));
    }

    @Override
    public void close() {
        loading.close();
    }
}
