// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that the scene names and that are missing here while they are fetched: each of one of
 * those who edit, the one first who edited last, and of the next one where nothing comes of it. Not
 * thread-safe.
 */
final class FileFetching {
    /** How many files are fetched at once. */
    static final int MOST_AT_ONCE = 2;

    /** How long nothing may come before somebody else is asked, in milliseconds. */
    static final long PATIENCE = 10_000;

    /** How long nothing may come before what is missing is pulled again. */
    static final long SHORT_PATIENCE = 2_000;

    /** How long to wait before all are asked again, at first; each time it is twice as long. */
    static final long PAUSE = 1_000;

    private static final long LONGEST_PAUSE = 60_000;
    private static final long LOOK = 500;

    // When those who have it had time enough to bring it to their own project.
    private static final int FAILURES_TO_TELL = 4;

    // The same as for assets that are imported.
    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 2L << 30;

    private final Parts parts;
    private final Map<String, Want> wants = new LinkedHashMap<>();
    private final Map<Long, Fetch> fetches = new LinkedHashMap<>();
    private final FileGivers givers;
    private final Set<String> refused = new HashSet<>();
    private Set<String> known = Set.of();
    private boolean isLooking;
    private long lookAt = Long.MIN_VALUE;
    private int files;
    private long bytes;

    /** A file that is missing. */
    private static final class Want {
        final Set<String> asked = new HashSet<>();
        int failures;
        long notBefore;
        String why = "";
    }

    /** A file that somebody was asked for. */
    private static final class Fetch {
        final String path;
        final String giver;
        long heardAt;
        long pulledAt;
        boolean isKept;
        Optional<FileOffer> offer = Optional.empty();
        Optional<Pulling> pulling = Optional.empty();
        LeastRate rate = new LeastRate(0, 0);

        Fetch(String path, String giver) {
            this.path = path;
            this.giver = giver;
        }

        boolean isTooSlow(long now) {
            return pulling.isPresent() && rate.isMissed(now);
        }

        /** Lets the giver forget it. */
        void release(Parts parts) {
            offer.ifPresent(o -> parts.send(giver, new Pull(o.transfer(), 0, 0)));
        }
    }

    FileFetching(Parts parts) {
        this.parts = parts;
        this.givers = new FileGivers(parts);
    }

    /** Notes who edits: they are the ones who have what their edits name. */
    void edits(String sender) {
        givers.edits(sender);
        lookAt = Math.min(lookAt, parts.now());
    }

    /** Goes on, where what is here is the document of the session. */
    void tick() {
        if (!isLooking && parts.now() >= lookAt) {
            isLooking = true;
            parts.files().missing().thenAcceptAsync(this::missing, parts.executor());
        }
        meet();
        List.copyOf(fetches.entrySet()).stream()
                .filter(fetch -> !fetch.getValue().isKept)
                .forEach(fetch -> tick(fetch.getKey(), fetch.getValue()));
        begin();
    }

    private void tick(long nonce, Fetch fetch) {
        if (parts.now() - fetch.heardAt > PATIENCE || !known.contains(fetch.giver)) {
            drop(nonce, "");
        } else if (fetch.isTooSlow(parts.now())) {
            givers.tooSlow(fetch.giver);
            drop(nonce, "It comes too slowly.");
        } else if (parts.now() - Math.max(fetch.pulledAt, fetch.heardAt) > SHORT_PATIENCE) {
            pull(fetch);
        }
    }

    /** Whoever is met may have what nobody had. */
    private void meet() {
        var now = Set.copyOf(givers.all());
        if (!known.containsAll(now)) {
            wants.values().forEach(want -> want.notBefore = 0);
        }
        known = now;
        givers.keep(now);
    }

    private void missing(List<String> paths) {
        isLooking = false;
        lookAt = parts.now() + LOOK;
        wants.keySet().retainAll(Set.copyOf(paths));
        paths.stream()
                .filter(path -> !refused.contains(path))
                .forEach(path -> wants.computeIfAbsent(path, p -> new Want()));
        begin();
    }

    private void begin() {
        for (var want : List.copyOf(wants.entrySet())) {
            if (fetches.size() >= MOST_AT_ONCE) {
                return;
            }
            boolean isRunning = fetches.values().stream().anyMatch(f -> isOf(f, want.getKey()));
            if (!isRunning && parts.now() >= want.getValue().notBefore) {
                ask(want.getKey(), want.getValue());
            }
        }
    }

    private static boolean isOf(Fetch fetch, String path) {
        return fetch.path.equals(path);
    }

    private void ask(String path, Want want) {
        var giver =
                givers.all().stream().filter(address -> !want.asked.contains(address)).findFirst();
        if (giver.isEmpty()) {
            rest(path, want);
            return;
        }
        want.asked.add(giver.get());
        var fetch = new Fetch(path, giver.get());
        long nonce = parts.random().nextLong();
        fetches.put(nonce, fetch);
        fetch.heardAt = parts.now();
        parts.send(giver.get(), new FileRequest(nonce, path));
    }

    /** Nobody has it now; somebody may bring it later. */
    private void rest(String path, Want want) {
        boolean isAsked = !want.asked.isEmpty();
        want.asked.clear();
        want.failures += isAsked ? 1 : 0;
        want.notBefore = parts.now() + Math.min(LONGEST_PAUSE, PAUSE << Math.min(want.failures, 6));
        if (isAsked && want.failures == FAILURES_TO_TELL) {
            String why = want.why.isEmpty() ? "" : " " + want.why;
            parts.notice("Nobody gives the file %s, which the scene names.%s".formatted(path, why));
        }
    }

    /** Nothing comes of it, or nothing more is wanted. */
    private void drop(long nonce, String why) {
        Optional.ofNullable(fetches.remove(nonce))
                .ifPresent(
                        fetch -> {
                            fetch.release(parts);
                            Optional.ofNullable(wants.get(fetch.path))
                                    .filter(want -> !why.isEmpty())
                                    .ifPresent(want -> want.why = why);
                        });
    }

    void refused(String sender, long nonce, String why) {
        var fetch = fetches.get(nonce);
        if (fetch != null && fetch.giver.equals(sender) && !fetch.isKept) {
            drop(nonce, why);
            begin();
        }
    }

    void offered(String sender, FileOffer offer) {
        var fetch = fetches.get(offer.nonce());
        if (fetch != null && fetch.giver.equals(sender) && fetch.offer.isEmpty()) {
            offered(fetch, offer);
        }
    }

    private void offered(Fetch fetch, FileOffer offer) {
        fetch.offer = Optional.of(offer);
        if (offer.contents().size() > SharedFiles.LARGEST) {
            drop(offer.nonce(), "It is larger than 64 MB.");
            return;
        }
        if (files >= MOST_FILES || bytes + offer.contents().size() > MOST_BYTES) {
            drop(offer.nonce(), "");
            refuse(fetch.path, "More is named than one session may bring.");
            return;
        }
        fetch.heardAt = parts.now();
        fetch.isKept = true;
        parts.files()
                .restore(fetch.path, offer.hash())
                .thenAcceptAsync(is -> restored(offer, is), parts.executor());
    }

    private void restored(FileOffer offer, boolean isRestored) {
        var fetch = fetches.get(offer.nonce());
        if (fetch == null) {
            return;
        }
        if (isRestored) {
            done(offer, fetch);
            return;
        }
        fetch.isKept = false;
        fetch.heardAt = parts.now();
        fetch.pulling = Optional.of(new Pulling(offer.transfer(), offer.contents()));
        int failures = Optional.ofNullable(wants.get(fetch.path)).map(w -> w.failures).orElse(0);
        fetch.rate = new LeastRate(failures, parts.now());
        pull(fetch);
        finishIfComplete(offer.nonce(), fetch);
    }

    private void pull(Fetch fetch) {
        fetch.pulledAt = parts.now();
        fetch.pulling.flatMap(Pulling::next).ifPresent(pull -> parts.send(fetch.giver, pull));
    }

    void piece(String sender, Piece piece) {
        for (var each : List.copyOf(fetches.entrySet())) {
            var fetch = each.getValue();
            if (fetch.giver.equals(sender)
                    && fetch.pulling.filter(p -> p.take(piece)).isPresent()) {
                fetch.heardAt = parts.now();
                fetch.rate.took(piece.bytes().length);
                finishIfComplete(each.getKey(), fetch);
                if (fetch.pulling.filter(Pulling::isWindowFull).isPresent()) {
                    pull(fetch);
                }
                return;
            }
        }
    }

    private void finishIfComplete(long nonce, Fetch fetch) {
        var complete = fetch.pulling.filter(Pulling::isComplete);
        if (complete.isEmpty()) {
            return;
        }
        var offer = fetch.offer.orElseThrow();
        fetch.pulling = Optional.empty();
        var whole = complete.get();
        if (!whole.isTrue()) {
            wrong(nonce, fetch);
            return;
        }
        fetch.isKept = true;
        bytes += offer.contents().size();
        parts.files()
                .keep(fetch.path, offer.hash(), whole::joined)
                .thenAcceptAsync(kept -> kept(offer, kept), parts.executor());
    }

    private void wrong(long nonce, Fetch fetch) {
        parts.complain(fetch.giver, "gives a file that is not what it offered: " + fetch.path);
        drop(nonce, "");
        begin();
    }

    private void kept(FileOffer offer, SharedFiles.Kept kept) {
        var fetch = fetches.get(offer.nonce());
        if (fetch == null) {
            return;
        }
        switch (kept) {
            case SharedFiles.Kept.Done d -> done(offer, fetch);
            case SharedFiles.Kept.Wrong w -> wrong(offer.nonce(), fetch);
            case SharedFiles.Kept.Refused(var why) -> {
                drop(offer.nonce(), why);
                refuse(fetch.path, why);
            }
        }
    }

    private void done(FileOffer offer, Fetch fetch) {
        files++;
        givers.gave(fetch.giver);
        drop(offer.nonce(), "");
        wants.remove(fetch.path);
        // It may name others.
        lookAt = parts.now();
    }

    /** It is not to be tried again. */
    private void refuse(String path, String why) {
        wants.remove(path);
        if (refused.size() < MOST_FILES && refused.add(path)) {
            parts.notice("The file %s cannot be had. %s".formatted(path, why));
        }
    }
}
