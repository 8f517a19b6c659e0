// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.FileCheck;
import org.scenewright.collab.SessionMessage.FilesDiffer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that the scene names and that are others here than elsewhere: they stay as they are, but
 * people are told, as they see other things. One of those who edit is asked, the owner where they
 * are there. Not thread-safe.
 */
final class FileComparing {
    /** How often is looked whether there are other files, in milliseconds. */
    static final long INTERVAL = 5_000;

    private static final long PATIENCE = 30_000;
    private static final long MOST_OFTEN = 1_000;
    private static final long A_LITTLE = 100;
    private static final int MOST_NAMES = 3;

    private final Parts parts;
    private final Set<FileMark> compared = new HashSet<>();
    private final Pacing answers = new Pacing(MOST_OFTEN);
    private Optional<Question> open = Optional.empty();
    private long nextAt = Long.MIN_VALUE;

    /** What somebody was asked. */
    private record Question(long nonce, String asked, FileCheck check, long at) {}

    FileComparing(Parts parts) {
        this.parts = parts;
    }

    /** Goes on, where what is here is the document of the session. */
    void tick() {
        open = open.filter(question -> parts.now() - question.at < PATIENCE);
        if (open.isEmpty() && parts.now() >= nextAt && !isOwner(parts.me())) {
            nextAt = parts.now() + INTERVAL;
            other().ifPresent(
                            other ->
                                    parts.files()
                                            .held()
                                            .thenAcceptAsync(
                                                    held -> ask(other, held), parts.executor()));
        }
    }

    private boolean isOwner(String address) {
        return address.equals(parts.authority().owner());
    }

    private Optional<String> other() {
        var editors =
                parts.peers().all().stream()
                        .map(Peer::address)
                        .filter(address -> parts.authority().of(address).mayEdit())
                        .toList();
        return editors.stream().filter(this::isOwner).findFirst().or(() -> first(editors));
    }

    private static Optional<String> first(List<String> editors) {
        return editors.stream().findFirst();
    }

    private void ask(String other, List<FileMark> held) {
        compared.retainAll(Set.copyOf(held));
        var news =
                held.stream()
                        .filter(mark -> !compared.contains(mark))
                        .limit(FileCheck.MOST)
                        .toList();
        if (!news.isEmpty() && open.isEmpty()) {
            long nonce = parts.random().nextLong();
            var check = new FileCheck(nonce, news);
            open = Optional.of(new Question(nonce, other, check, parts.now()));
            parts.send(other, check);
        }
    }

    /** Says which of the files of somebody are others than those here. */
    void asked(String sender, FileCheck check) {
        if (parts.mayEdit() && answers.admits(sender, parts.now())) {
            parts.files()
                    .held()
                    .thenAcceptAsync(held -> answer(sender, check, held), parts.executor());
        }
    }

    private void answer(String sender, FileCheck check, List<FileMark> held) {
        var ours = new HashMap<String, FileMark>();
        held.forEach(mark -> ours.put(mark.path(), mark));
        var differing =
                check.marks().stream()
                        .filter(mark -> !ours.getOrDefault(mark.path(), mark).equals(mark))
                        .map(FileMark::path)
                        .toList();
        parts.send(sender, new FilesDiffer(check.nonce(), differing));
    }

    /** Tells people of the files that are others. */
    void told(String sender, FilesDiffer told) {
        var question = open.filter(q -> q.nonce == told.nonce() && q.asked.equals(sender));
        if (question.isEmpty()) {
            return;
        }
        open = Optional.empty();
        // Whoever answered just now does not do so again at once.
        nextAt = parts.now() + MOST_OFTEN + A_LITTLE;
        var marks = question.get().check.marks();
        compared.addAll(marks);
        var differing = new TreeSet<String>();
        marks.stream().map(FileMark::path).filter(told.paths()::contains).forEach(differing::add);
        if (!differing.isEmpty()) {
            tell(sender, List.copyOf(differing));
        }
    }

    private void tell(String sender, List<String> paths) {
        String whose = parts.peers().find(sender).map(p -> p.profile().name()).orElse(sender);
        int more = paths.size() - MOST_NAMES;
        String names = String.join(", ", paths.subList(0, Math.min(MOST_NAMES, paths.size())));
        parts.notice(
                "What lies here at %s%s is not what %s has there; it stays as it is."
                        .formatted(names, more > 0 ? " and " + more + " others" : "", whose));
    }
}
