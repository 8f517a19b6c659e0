// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.List;

/** An animation of a model: by what name a scene asks for it, and how long it takes. */
public final class Clip {
    private final String name;
    private final List<Track> tracks;
    private final float seconds;

    /**
     * What moves one property of one node.
     *
     * @param slot the number of that property in the {@link Skeleton}
     * @param isTurn whether it is a rotation
     */
    record Track(int slot, boolean isTurn, Curve curve) {}

    Clip(String name, List<Track> tracks) {
        this.name = name;
        this.tracks = List.copyOf(tracks);
        this.seconds =
                (float) tracks.stream().mapToDouble(t -> t.curve().seconds()).max().orElse(0);
    }

    public String name() {
        return name;
    }

    /** When its last value is reached; 0 for a clip that is only a pose. */
    public float seconds() {
        return seconds;
    }

    List<Track> tracks() {
        return tracks;
    }
}
