// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Compare;
import org.scenewright.collab.SessionMessage.Differing;
import org.scenewright.collab.SessionMessage.Restate;
import org.scenewright.scene.StateDigest.Bucket;

import java.io.IOException;
import java.util.TreeMap;

/** The bytes of what those tell each other who compare what they hold. */
final class DigestCodec {
    private static final int LONGEST_NAME = 1024;
    private static final int MOST_COMPONENTS = 4096;
    private static final int PARTS = 256;

    private DigestCodec() {}

    static void write(Compare compare, Output out) {
        out.number(compare.mark())
                .list(
                        compare.sums().entrySet(),
                        (sum, o) -> o.text(sum.getKey()).number(sum.getValue()));
    }

    static Compare compare(Input in) throws IOException {
        long mark = in.number();
        var sums = new TreeMap<String, Long>();
        for (int left = in.count(MOST_COMPONENTS); left > 0; left--) {
            sums.put(in.text(LONGEST_NAME), in.number());
        }
        return new Compare(mark, sums);
    }

    static void write(Differing differing, Output out) {
        out.number(differing.mark()).integer(differing.buckets().size());
        differing.buckets().forEach((component, sums) -> write(component, sums, out));
    }

    private static void write(String component, long[] sums, Output out) {
        out.text(component);
        for (long sum : sums) {
            out.number(sum);
        }
    }

    static Differing differing(Input in) throws IOException {
        long mark = in.number();
        var buckets = new TreeMap<String, long[]>();
        for (int left = in.count(Differing.MOST); left > 0; left--) {
            String component = in.text(LONGEST_NAME);
            var sums = new long[PARTS];
            for (int i = 0; i < PARTS; i++) {
                sums[i] = in.number();
            }
            buckets.put(component, sums);
        }
        return new Differing(mark, buckets);
    }

    static void write(Restate restate, Output out) {
        out.list(restate.buckets(), (b, o) -> o.text(b.component()).octet(b.index()));
    }

    static Restate restate(Input in) throws IOException {
        return new Restate(
                in.list(
                        Restate.MOST,
                        bytes -> new Bucket(bytes.text(LONGEST_NAME), bytes.octet())));
    }
}
