// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * What a scene may have only so much of, by how many parcels it stands on: the scene limitations
 * that docs.decentraland.org gives. Only the size is enforced where scenes are deployed.
 */
public enum Limit {
    TRIANGLES("Triangles", 10_000, false, Long.MAX_VALUE),
    ENTITIES("Entities", 200, false, Long.MAX_VALUE),
    BODIES("Bodies", 300, false, Long.MAX_VALUE),
    MATERIALS("Materials", 20, true, Long.MAX_VALUE),
    TEXTURES("Textures", 10, true, Long.MAX_VALUE),
    /** In MB of 2^20 bytes. */
    SIZE("Size", 15, false, 300),
    /** In metres. */
    HEIGHT("Height", 20, true, Long.MAX_VALUE);

    private final String label;
    private final int each;
    private final boolean isDamped;
    private final long cap;

    /**
     * @param each how much for one parcel
     * @param isDamped whether it grows with the logarithm of the parcels
     * @param cap how much in any case
     */
    Limit(String label, int each, boolean isDamped, long cap) {
        this.label = label;
        this.each = each;
        this.isDamped = isDamped;
        this.cap = cap;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** How much of it a scene on so many parcels may have. */
    public long most(int parcels) {
        double grown = isDamped ? Math.log(parcels + 1.0) / Math.log(2) : parcels;
        return Math.min(cap, (long) Math.floor(each * grown + 1e-9));
    }
}
