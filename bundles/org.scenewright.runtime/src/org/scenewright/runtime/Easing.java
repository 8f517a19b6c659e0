// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How a tween goes from 0 to 1: a function of the part of its time that has passed. Each family of
 * the SDK has three, of which the last two are made of the first.
 */
final class Easing {
    private static final double BACK = 1.70158;
    private static final double STRONGER = 1.525;

    private static final List<DoubleUnaryOperator> ALL =
            List.of(
                    t -> t,
                    power(2),
                    out(power(2)),
                    inOut(power(2)),
                    Easing::sine,
                    out(Easing::sine),
                    inOut(Easing::sine),
                    Easing::exponential,
                    out(Easing::exponential),
                    inOut(Easing::exponential),
                    elastic(3),
                    out(elastic(3)),
                    inOut(elastic(4.5)),
                    Easing::bounce,
                    out(Easing::bounce),
                    inOut(Easing::bounce),
                    power(3),
                    out(power(3)),
                    inOut(power(3)),
                    power(4),
                    out(power(4)),
                    inOut(power(4)),
                    power(5),
                    out(power(5)),
                    inOut(power(5)),
                    Easing::circle,
                    out(Easing::circle),
                    inOut(Easing::circle),
                    back(BACK),
                    out(back(BACK)),
                    inOut(back(BACK * STRONGER)));

    private Easing() {}

    /** The function of a number of the SDK's {@code EasingFunction}; of others the linear one. */
    static DoubleUnaryOperator of(int number) {
        return number >= 0 && number < ALL.size() ? ALL.get(number) : ALL.getFirst();
    }

    static int count() {
        return ALL.size();
    }

    /** The same backwards. */
    private static DoubleUnaryOperator out(DoubleUnaryOperator in) {
        return t -> 1 - in.applyAsDouble(1 - t);
    }

    /** The first half as it is, the second backwards. */
    private static DoubleUnaryOperator inOut(DoubleUnaryOperator in) {
        return t -> t < 0.5 ? in.applyAsDouble(2 * t) / 2 : 1 - in.applyAsDouble(2 - 2 * t) / 2;
    }

    private static DoubleUnaryOperator power(int exponent) {
        return t -> Math.pow(t, exponent);
    }

    private static double sine(double t) {
        return 1 - Math.cos(t * Math.PI / 2);
    }

    private static double exponential(double t) {
        return t <= 0 ? 0 : Math.pow(2, 10 * t - 10);
    }

    /** Swings with a period of so many tenths. */
    private static DoubleUnaryOperator elastic(double period) {
        double shift = 10 + period / 4;
        return t ->
                t <= 0 || t >= 1
                        ? Math.clamp(t, 0, 1)
                        : -Math.pow(2, 10 * t - 10)
                                * Math.sin((10 * t - shift) * 2 * Math.PI / period);
    }

    private static double bounce(double t) {
        return 1 - fall(1 - t);
    }

    /** A ball that is dropped, and comes up three times, each time to a quarter of the height. */
    private static double fall(double t) {
        double scale = 2.75;
        double rest = t * scale;
        if (rest < 1) {
            return rest * rest;
        }
        if (rest < 2) {
            return square(rest - 1.5) + 0.75;
        }
        return rest < 2.5 ? square(rest - 2.25) + 0.9375 : square(rest - 2.625) + 0.984375;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double circle(double t) {
        return 1 - Math.sqrt(Math.max(0, 1 - t * t));
    }

    private static DoubleUnaryOperator back(double overshoot) {
        return t -> t * t * ((overshoot + 1) * t - overshoot);
    }
}
