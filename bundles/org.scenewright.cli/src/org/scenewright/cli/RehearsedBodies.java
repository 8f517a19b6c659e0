// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.crdt.Entity;
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
    public Load model(Entity entity) {
        if (solids.model(entity) instanceof Loading.Pending<Model>) {
            library.settled().join();
        }
        return Load.of(solids.model(entity));
    }

    @Override
    public void close() {
        library.close();
    }
}
