// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.scene.Pose;

import java.util.Random;
import java.util.stream.LongStream;

class EulerTest {
    private static void check(double x, double y, double z, Pose.Quat expected) {
        var actual = new Euler(x, y, z).toQuaternion();
        assertEquals(expected.x(), actual.x(), 1e-6);
        assertEquals(expected.y(), actual.y(), 1e-6);
        assertEquals(expected.z(), actual.z(), 1e-6);
        assertEquals(expected.w(), actual.w(), 1e-6);
    }

    @Test
    void noTurnIsTheIdentity() {
        check(0, 0, 0, new Pose.Quat(0, 0, 0, 1));
    }

    @Test
    void aQuarterTurnAboutUp() {
        check(0, 90, 0, new Pose.Quat(0, Math.sqrt(0.5), 0, Math.sqrt(0.5)));
    }

    @Test
    void theOrderIsRollThenPitchThenYaw() {
        // Pitch alone turns forward to down; yaw afterwards swings that about the vertical.
        var turned = new Euler(90, 90, 0).toQuaternion().rotate(new Pose.Vec(0, 1, 0));
        assertEquals(1, turned.x(), 1e-6);
    }

    @Test
    void aRightAngleIsShownWithoutDust() {
        assertEquals(
                new Euler(0, 90, 0),
                Euler.of(new Pose.Quat(0, (float) 0.70710678, 0, (float) 0.70710678)));
    }

    @Test
    void straightDownIsUnderstood() {
        assertTrue(
                Euler.of(new Euler(90, 30, 0).toQuaternion()).isSameRotation(new Euler(90, 30, 0)));
    }

    @Test
    void differentRotationsAreToldApart() {
        assertFalse(new Euler(0, 10, 0).isSameRotation(new Euler(0, 11, 0)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyRotationComesBack(long seed) {
        var random = new Random(seed);
        var quaternion =
                new Pose.Quat(
                                random.nextGaussian(),
                                random.nextGaussian(),
                                random.nextGaussian(),
                                random.nextGaussian())
                        .normalized();
        var back = Euler.of(quaternion).toQuaternion();
        double same =
                quaternion.x() * back.x()
                        + quaternion.y() * back.y()
                        + quaternion.z() * back.z()
                        + quaternion.w() * back.w();
        assertEquals(1, Math.abs(same), 1e-9);
    }
}
