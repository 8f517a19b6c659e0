// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * How the viewport looks, apart from the scene itself.
 *
 * @param colliders whether invisible collision shapes are drawn
 * @param grid whether the ground grid is drawn
 * @param icons whether lights, areas and spawn points are marked
 * @param theme the colours around the scene
 * @param played whether the scene is shown as players see it, whose billboards turn to the eye;
 *     else as it is at rest
 * @param hud whether its own user interface lies over it while it is played
 */
public record ViewOptions(
        boolean colliders, boolean grid, boolean icons, Theme theme, boolean played, boolean hud) {

    public static final ViewOptions DARK =
            new ViewOptions(false, true, true, Theme.DARK, false, true);
    public static final ViewOptions LIGHT =
            new ViewOptions(false, true, true, Theme.LIGHT, false, true);

    /** The colours around the scene, sRGB as 0xRRGGBB. */
    public enum Theme {
        DARK(0x2b313b, 0x47505c, 0x24282e, 0x454d58),
        LIGHT(0x8fb4d9, 0xe4ebf1, 0xb9bfc4, 0xb4bec8);

        private final int skyTop;
        private final int horizon;
        private final int ground;
        private final int parcel;

        Theme(int skyTop, int horizon, int ground, int parcel) {
            this.skyTop = skyTop;
            this.horizon = horizon;
            this.ground = ground;
            this.parcel = parcel;
        }

        /** The colour of the scene's own ground. */
        public int parcel() {
            return parcel;
        }

        DrawList.Backdrop backdrop(boolean grid) {
            return new DrawList.Backdrop(skyTop, horizon, ground, grid);
        }
    }

    public ViewOptions withColliders(boolean shown) {
        return new ViewOptions(shown, grid, icons, theme, played, hud);
    }

    public ViewOptions withGrid(boolean shown) {
        return new ViewOptions(colliders, shown, icons, theme, played, hud);
    }

    public ViewOptions withIcons(boolean shown) {
        return new ViewOptions(colliders, grid, shown, theme, played, hud);
    }

    public ViewOptions withTheme(Theme other) {
        return new ViewOptions(colliders, grid, icons, other, played, hud);
    }

    public ViewOptions withPlayed(boolean shown) {
        return new ViewOptions(colliders, grid, icons, theme, shown, hud);
    }

    public ViewOptions withHud(boolean shown) {
        return new ViewOptions(colliders, grid, icons, theme, played, shown);
    }
}
