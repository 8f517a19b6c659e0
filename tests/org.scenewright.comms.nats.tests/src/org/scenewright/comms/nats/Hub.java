// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.Identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A server in memory that keeps what it is told to store, and is as bad as a test wants it. */
final class Hub {
    private final HandDriven time;
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<Tap> taps = new ArrayList<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final List<byte[]> said = new ArrayList<>();
    private final List<byte[]> pieces = new ArrayList<>();
    private final Map<String, byte[]> labels = new HashMap<>();
    private final Map<String, Long> cleared = new HashMap<>();
    private int mostBytes = 1 << 20;
    private int failures;

    Hub(HandDriven time) {
        this.time = time;
    }

    /** By which all seals are dated. */
    InstantSource clock() {
        return () -> begin.plusMillis(time.millis());
    }

    void takesAtOnce(int bytes) {
        mostBytes = bytes;
    }

    /** So often it stores something and does not say so. */
    void forgetsToAnswer(int times) {
        failures = times;
    }

    List<byte[]> kept() {
        return kept;
    }

    /** What was said and not kept. */
    List<byte[]> said() {
        return said;
    }

    /** Everybody's session that has said anything. */
    List<Long> sessions() {
        return said.stream().map(Envelope::read).map(Envelope::session).distinct().toList();
    }

    /** Says something to all, as anybody may who has access to the server. */
    void say(String subject, byte[] bytes) {
        taps.forEach(tap -> tap.ears.heard(subject, bytes));
    }

    NatsAdapter adapter(Identity me, Consumer<org.scenewright.comms.CommsEvent> listener) {
        var ground = new Ground("room", new Tap(), time, clock(), Runnable::run);
        return new NatsAdapter(ground, me, listener);
    }

    /** What is kept of pieces, to be spoilt. */
    List<byte[]> pieces() {
        return pieces;
    }

    Map<String, byte[]> labels() {
        return labels;
    }

    /** Before which number what has a name was thrown away. */
    Map<String, Long> cleared() {
        return cleared;
    }

    /** The line of one participant. */
    final class Tap implements Line {
        private Ears ears = new Deaf();

        @Override
        public void open(Ears others) {
            ears = others;
            taps.add(this);
        }

        @Override
        public int mostBytes() {
            return mostBytes;
        }

        @Override
        public void say(String subject, byte[] bytes) {
            said.add(bytes);
            for (Tap tap : List.copyOf(taps)) {
                if (tap != this) {
                    tap.ears.heard(subject, bytes);
                }
            }
        }

        @Override
        public CompletableFuture<Void> store(String subject, String id, byte[] bytes) {
            if (!taps.contains(this)) {
                return CompletableFuture.failedFuture(new IllegalStateException("closed"));
            }
            kept.add(bytes);
            List.copyOf(taps).forEach(tap -> tap.ears.heard(subject, bytes));
            return failures-- > 0
                    ? CompletableFuture.failedFuture(new IllegalStateException("no answer"))
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<Shelf> shelf() {
            return Optional.of(new Cupboard(this));
        }

        @Override
        public void close() {
            taps.remove(this);
        }
    }

    /** What is kept under names, as somebody has it who may have left. */
    private final class Cupboard implements Shelf {
        private final Tap tap;

        Cupboard(Tap tap) {
            this.tap = tap;
        }

        private void require() {
            if (!taps.contains(tap)) {
                throw new CommsException("closed");
            }
        }

        @Override
        public int mostBytes() {
            return mostBytes;
        }

        @Override
        public long add(String name, byte[] piece) {
            require();
            pieces.add(piece);
            return pieces.size();
        }

        @Override
        public Optional<byte[]> find(long number) {
            require();
            return number > 0 && number <= pieces.size()
                    ? Optional.of(pieces.get((int) number - 1))
                    : Optional.empty();
        }

        @Override
        public Said said(String from, int most) {
            require();
            int known = from.isEmpty() ? 0 : Integer.parseInt(from);
            return new Said(List.copyOf(kept.subList(known, kept.size())), "" + kept.size());
        }

        @Override
        public void label(String name, byte[] label) {
            require();
            labels.put(name, label);
        }

        @Override
        public Optional<byte[]> label(String name) {
            require();
            return Optional.ofNullable(labels.get(name));
        }

        @Override
        public void clear(String name, long before) {
            require();
            cleared.put(name, before);
        }
    }

    private static final class Deaf implements Line.Ears {
        @Override
        public void heard(String subject, byte[] bytes) {}

        @Override
        public void down() {}

        @Override
        public void up() {}
    }
}
