// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * How fast the player is and how high it jumps: as the scene wants it, or else as in the explorers.
 *
 * @param walk metres per second, as the other speeds; 0 where it may not
 * @param jump how high a short press makes it jump, in metres; 0 where it may not
 * @param runJump how high it jumps while it runs
 * @param stun how long it stands still after a long fall, in seconds
 */
record Locomotion(double walk, double jog, double run, double jump, double runJump, double stun) {
    private static final double MOST = 100;

    static final Locomotion USUAL = of(Optional.empty(), Optional.empty());

    /**
     * @param settings an AvatarLocomotionSettings
     * @param modifier an InputModifier
     */
    static Locomotion of(Optional<Value> settings, Optional<Value> modifier) {
        var wanted = settings.orElse(Value.EMPTY);
        var less = modifier.orElse(Value.EMPTY);
        return new Locomotion(
                allowed(less, "Walk") * wanted(wanted, "walkSpeed", 1.5),
                allowed(less, "Jog") * wanted(wanted, "jogSpeed", 8),
                allowed(less, "Run") * wanted(wanted, "runSpeed", 10),
                allowed(less, "Jump") * wanted(wanted, "jumpHeight", 1),
                allowed(less, "Jump") * wanted(wanted, "runJumpHeight", 1.5),
                wanted(wanted, "hardLandingCooldown", 0.75));
    }

    private static double wanted(Value settings, String field, double usual) {
        return Math.clamp(settings.number(field, usual), 0, MOST);
    }

    private static int allowed(Value modifier, String what) {
        boolean isOff =
                modifier.flag("mode.standard.disableAll", false)
                        || modifier.flag("mode.standard.disable" + what, false);
        return isOff ? 0 : 1;
    }

    /** Metres per second; where it may not go so fast, the next that it may. */
    double speed(Stride.Gait gait) {
        return switch (gait) {
            case WALK -> walk > 0 ? walk : jog;
            case JOG -> jog > 0 ? jog : walk;
            case RUN -> run > 0 ? run : speed(Stride.Gait.JOG);
        };
    }

    /** How high it jumps at a speed. */
    double jump(double metresPerSecond) {
        double part = (metresPerSecond - jog) / Math.max(1e-6, run - jog);
        return jump + (runJump - jump) * Math.clamp(part, 0, 1);
    }
}
