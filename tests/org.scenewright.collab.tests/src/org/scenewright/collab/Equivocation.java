// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Edits of somebody who gives one number to two of them, each of which is well signed. */
final class Equivocation {
    private final Random random = new Random(5);
    private final List<Batch> written = new ArrayList<>();
    private final Signatures signatures;
    private final Scene scene;
    private final Author author;
    private long sequence;

    Equivocation(Company company, Signatures signatures, String address) {
        this.signatures = signatures;
        this.scene = new Scene(company.start);
        this.scene.share(new Author(address, company.nextSharing()), written::add);
        this.author = scene.shared().author().orElseThrow();
    }

    /** Takes in what others wrote, so that what is written next wins over it. */
    void hear(List<SignedBatch> batches) {
        var origin = Origin.link(Origin.Kind.PEER, "peer");
        scene.shared().merge(batches.stream().map(SignedBatch::batch).toList(), origin);
    }

    /** An edit under the next number. */
    SignedBatch next(long base) {
        sequence++;
        return instead(base);
    }

    /** Another edit under the number of the one before. */
    SignedBatch instead(long base) {
        do {
            written.clear();
            scene.apply(edit(), Origin.USER);
        } while (written.isEmpty());
        var model = written.getLast();
        var batch = new Batch(author, sequence, model.seen(), model.writes(), model.schemas());
        return SignedBatch.sign(batch, new Ground(Samples.SESSION, base), signatures);
    }

    /** Something that one can edit. */
    Edit edit() {
        var top = scene.snapshot().children(Entity.ROOT);
        var entity = top.get(random.nextInt(top.size()));
        return random.nextInt(4) == 0 ? spawn() : move(entity);
    }

    private static Edit spawn() {
        return new Edit.Spawn("Twofold", Edit.Place.TOP, new LinkedHashMap<>());
    }

    private Edit move(Entity entity) {
        return new Edit.Set(
                entity,
                SceneSnapshot.TRANSFORM,
                FieldPath.of("position", List.of("x", "y", "z").get(random.nextInt(3))),
                Value.of(100 + random.nextInt(1000)));
    }
}
