// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What was answered to those who asked for edits: who goes on where they were gets as much as there
 * is, and who asks for the same again only so much in a while. Not thread-safe.
 */
final class Answers {
    private static final int MOST_KNOWN = 1024;
    private static final long PER_SECOND = 64 << 10;
    private static final long AT_ONCE = 4 << 20;
    private static final long LEAST = 256;

    private final SequencedMap<String, Answer> last = new LinkedHashMap<>();

    /** How far somebody was brought, and how much they may have again. */
    private record Answer(Reach upTo, Quota again) {}

    /** Whether somebody may have an answer now who has come so far. */
    boolean admits(String address, Reach theirs, long now) {
        var answer = last.get(address);
        return answer == null || theirs.covers(answer.upTo()) || answer.again().isLeft(now);
    }

    /** Notes what somebody got who had come so far. */
    void note(String address, Reach theirs, List<SignedBatch> batches, long now) {
        var before = last.remove(address);
        var quota = before == null ? new Quota(PER_SECOND, AT_ONCE, now) : before.again();
        if (before != null && !theirs.covers(before.upTo())) {
            quota.take(batches.stream().mapToLong(batch -> batch.bytes().length).sum() + LEAST);
        }
        if (last.size() >= MOST_KNOWN) {
            last.pollFirstEntry();
        }
        // Who says to have come far, and then nothing of that, has got it all the same.
        var upTo = before == null ? Reach.NOTHING : before.upTo();
        last.put(address, new Answer(upTo.joined(reach(batches)), quota));
    }

    private static Reach reach(List<SignedBatch> batches) {
        Map<Author, Long> upTo = new HashMap<>();
        batches.forEach(batch -> upTo.merge(batch.author(), batch.sequence(), Math::max));
        return Reach.of(upTo);
    }
}
