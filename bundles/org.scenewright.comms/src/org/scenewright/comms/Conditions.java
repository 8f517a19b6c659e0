// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Map;
import java.util.TreeMap;

/**
 * How badly a simulated network treats what one participant sends.
 *
 * <p>What has to arrive does, in order, but the later the more is lost.
 *
 * @param loss the share of packets that are lost, 0..1; what has to arrive is sent again
 * @param delayMillis how long each packet takes, 0..60000
 * @param jitterMillis how much longer it may take by chance, 0..60000
 * @param reorder the share of packets that are held up for twice that time, so that others pass
 * @param duplicate the share of packets that come twice
 * @param splitEveryMillis how often the room falls into two halves, 0 for never
 * @param splitForMillis for how long it does then; what has to arrive waits
 * @param seed of all that is by chance
 */
public record Conditions(
        double loss,
        long delayMillis,
        long jitterMillis,
        double reorder,
        double duplicate,
        long splitEveryMillis,
        long splitForMillis,
        long seed) {
    private static final long LONGEST_MILLIS = 60_000;

    /** Everything arrives at once. */
    public static final Conditions PERFECT = new Conditions(0, 0, 0, 0, 0, 0, 0, 1);

    public Conditions {
        share("loss", loss);
        share("reorder", reorder);
        share("duplicate", duplicate);
        time("delay", delayMillis);
        time("jitter", jitterMillis);
        time("splitEvery", splitEveryMillis);
        time("splitFor", splitForMillis);
        if (loss == 1 || splitEveryMillis > 0 && splitForMillis >= splitEveryMillis) {
            throw new CommsException("simulator: nothing would ever arrive.");
        }
    }

    /**
     * Reads {@code loss=0.1&delay=50&jitter=20&reorder=0.1&duplicate=0.1&splitEvery=9000
     * &splitFor=1000&seed=7}, all of it optional, times in milliseconds.
     *
     * @throws CommsException when a name is unknown or a number is none or out of bounds
     */
    static Conditions parse(String query) {
        var left = new TreeMap<String, String>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new CommsException("simulator: wants name=value, not \"" + pair + "\".");
            }
            left.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        var conditions =
                new Conditions(
                        number(left, "loss", 0),
                        (long) number(left, "delay", 0),
                        (long) number(left, "jitter", 0),
                        number(left, "reorder", 0),
                        number(left, "duplicate", 0),
                        (long) number(left, "splitEvery", 0),
                        (long) number(left, "splitFor", 0),
                        (long) number(left, "seed", 1));
        if (!left.isEmpty()) {
            throw new CommsException("simulator: knows no \"" + left.firstKey() + "\".");
        }
        return conditions;
    }

    private static double number(Map<String, String> left, String name, double otherwise) {
        String text = left.remove(name);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new CommsException("simulator: " + name + " is a number.", none);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new CommsException("simulator: " + name + " lies between 0 and 1.");
        }
    }

    private static void time(String name, long value) {
        if (value < 0 || value > LONGEST_MILLIS) {
            throw new CommsException(
                    "simulator: " + name + " lies between 0 and " + LONGEST_MILLIS + " ms.");
        }
    }
}
