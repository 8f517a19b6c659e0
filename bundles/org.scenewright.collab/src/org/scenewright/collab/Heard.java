// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much of what was written here others are known to have: by what they say, which is certain of
 * those alone whom the owner of the session trusts.
 */
final class Heard {
    /** How many bytes are kept of what others say that they have, and need not have. */
    static final long USUAL = 1 << 20;

    private final long most;
    private Reach said = Reach.NOTHING;
    private Reach sure = Reach.NOTHING;

    /**
     * @param most how many bytes are kept at least of what others but say that they have
     */
    Heard(long most) {
        this.most = most;
    }

    /** Begins anew, where all is known that came so far. */
    void restart(Reach from) {
        said = from;
        sure = from;
    }

    /**
     * Notes how far somebody else says that they have come.
     *
     * @param written how much there is by now; of more nobody can have heard
     */
    void note(Map<Author, Long> written, Reach theirs, boolean isTrusted) {
        var heard = new TreeMap<>(written);
        heard.replaceAll((author, last) -> Math.min(last, theirs.of(author)));
        said = new Reach(heard).joined(said);
        sure = isTrusted ? new Reach(heard).joined(sure) : sure;
    }

    /** Of what some authors wrote nothing is sure any more. */
    void doubt(Set<Author> authors) {
        var rest = new TreeMap<>(sure.last());
        rest.keySet().removeAll(authors);
        sure = new Reach(rest);
    }

    boolean has(SignedBatch batch) {
        return said.covers(batch.author(), batch.sequence());
    }

    /** How many of those that are written nobody else says that they have. */
    long lacking(Map<Author, Long> written) {
        return written.entrySet().stream()
                .mapToLong(e -> Math.max(0, e.getValue() - said.of(e.getKey())))
                .sum();
    }

    /** How far others say that they have those of some that they have. */
    Reach said(List<SignedBatch> some) {
        var reach = new TreeMap<Author, Long>();
        some.stream().filter(this::has).forEach(b -> reach.put(b.author(), b.sequence()));
        return new Reach(reach);
    }

    /** Those that have to be kept: that nobody has, and the last ones that may get lost. */
    List<SignedBatch> unsure(List<SignedBatch> written) {
        var unsure = new ArrayList<SignedBatch>();
        long bytes = 0;
        for (var batch : written.reversed()) {
            boolean isSure = sure.covers(batch.author(), batch.sequence());
            bytes += isSure || !has(batch) ? 0 : batch.bytes().length;
            if (!isSure && (!has(batch) || bytes <= most)) {
                unsure.add(batch);
            }
        }
        return unsure.reversed();
    }
}
