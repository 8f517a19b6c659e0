// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/** Merges what others wrote into the files of a document. */
final class DiskMerging {
    private final Present present;
    private final Teller teller;

    /**
     * @param teller tells of what is merged
     */
    DiskMerging(Present present, Teller teller) {
        this.present = present;
        this.teller = teller;
    }

    /** As {@link Scene#takeIn}. */
    DiskMerge merge(SceneSnapshot base, SceneSnapshot theirs) {
        var versions = new ThreeWay.Versions(base, present.snapshot(), theirs);
        var merged = ThreeWay.merge(versions, present.ledger().taken());
        var draft = new Replacing(present.draft(), merged.snapshot()).run();
        var changes = present.seal(draft, Origin.link(Origin.Kind.DISK, ""), "Change on disk");
        teller.tell(Deed.Kind.HEARD, changes, draft);
        boolean isTheirs = Difference.between(theirs, merged.snapshot()).isEmpty();
        return new DiskMerge(changes, merged.conflicts(), isTheirs);
    }
}
