// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bitmap;

class GpuTextureTest {
    @Test
    void picturesThatFitStayAsTheyAre() {
        var bitmap = new Bitmap(8, 4, new byte[8 * 4 * 4]);
        assertSame(bitmap, GpuTexture.within(bitmap, 8));
    }

    @Test
    void largerOnesAreHalvedUntilTheyFit() {
        var fitting = GpuTexture.within(new Bitmap(9, 1, new byte[9 * 4]), 2);
        assertEquals(2, fitting.width());
        assertEquals(1, fitting.height());
    }

    @Test
    void halvingAveragesEachChannel() {
        var halved =
                GpuTexture.within(
                        Looks.picture(2, 0xFF102030, 0xFF302010, 0xFF102030, 0x00302010), 1);
        assertArrayEquals(new byte[] {0x20, 0x20, 0x20, (byte) 0xBF}, halved.rgba());
    }
}
