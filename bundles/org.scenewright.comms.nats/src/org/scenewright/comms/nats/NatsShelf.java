// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.PurgeOptions;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.Subscription;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamState;
import io.nats.client.impl.NatsJetStreamMetaData;

import org.scenewright.comms.CommsException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * A stream beside that of a room, which is made when somebody stores the first thing; any thread.
 */
final class NatsShelf implements Shelf {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private final NatsPlace place;
    private final NatsStream stream;
    private final Connection connection;
    private final int mostBytes;
    private volatile boolean isThere;

    /** Asks the server for something. */
    private interface Question<T> {
        T ask(JetStreamManagement management)
                throws IOException, JetStreamApiException, InterruptedException;
    }

    NatsShelf(NatsPlace place, Connection connection, int mostBytes) {
        this.place = place;
        this.stream = NatsStream.stored(place);
        this.connection = connection;
        this.mostBytes = mostBytes;
    }

    @Override
    public int mostBytes() {
        return mostBytes;
    }

    @Override
    public long add(String name, byte[] piece) {
        return publish(place.subject("stored." + name + ".piece"), piece);
    }

    @Override
    public void label(String name, byte[] label) {
        publish(labels(name), label);
    }

    private String labels(String name) {
        return place.subject("stored." + name + ".label");
    }

    private long publish(String subject, byte[] bytes) {
        return answer(
                management -> {
                    if (!isThere) {
                        stream.last(connection, management);
                        isThere = true;
                    }
                    var streams = connection.jetStream(options());
                    return streams.publish(subject, bytes).getSeqno();
                });
    }

    @Override
    public Optional<byte[]> label(String name) {
        return found(management -> management.getLastMessage(stream.name(), labels(name)));
    }

    @Override
    public Optional<byte[]> find(long number) {
        return found(management -> management.getMessage(stream.name(), number));
    }

    @Override
    public Said said(String from, int most) {
        return answer(
                management -> {
                    var stream = management.getStreamInfo(NatsStream.name(place));
                    // Another one of that name counts from 1 again.
                    String mark = stream.getCreateTime().toInstant() + " ";
                    var state = stream.getStreamState();
                    long last = state.getLastSequence();
                    long first = Math.max(first(state, most), behind(from, mark, last));
                    boolean isMore = state.getMsgCount() > 0 && first <= last;
                    return new Said(isMore ? read(first, last, most) : List.of(), mark + last);
                });
    }

    /** Where the last ones begin, by how long envelopes are there on an average. */
    private static long first(StreamState state, int most) {
        double part = (double) most / Math.max(most, state.getByteCount());
        long wanted = (long) (state.getMsgCount() * part);
        return Math.max(state.getFirstSequence(), state.getLastSequence() + 1 - wanted);
    }

    private static long behind(String end, String mark, long last) {
        long known = end.startsWith(mark) ? Long.parseLong(end.substring(mark.length())) : 0;
        // A server that broke down may have lost its last ones.
        return known > last ? 0 : known + 1;
    }

    private List<byte[]> read(long first, long last, int most)
            throws IOException, JetStreamApiException, InterruptedException {
        var from =
                ConsumerConfiguration.builder()
                        .deliverPolicy(DeliverPolicy.ByStartSequence)
                        .startSequence(first)
                        .build();
        var options =
                PushSubscribeOptions.builder().ordered(true).stream(NatsStream.name(place))
                        .configuration(from)
                        .build();
        var subscription =
                connection
                        .jetStream(options())
                        .subscribe(place.subject(Kind.FIRM.subject()), options);
        try {
            return read(subscription, last, most);
        } finally {
            subscription.unsubscribe();
        }
    }

    /** Reads to the number that was the last one, as more may come all the time. */
    private static List<byte[]> read(Subscription from, long last, int most)
            throws IOException, InterruptedException {
        var envelopes = new ArrayDeque<byte[]>();
        long bytes = 0;
        boolean isMore = true;
        while (isMore) {
            var message = from.nextMessage(PATIENCE);
            if (message == null) {
                throw new IOException("it stopped in the midst of its stream");
            }
            envelopes.add(message.getData());
            bytes += message.getData().length;
            while (bytes > most) {
                bytes -= envelopes.remove().length;
            }
            NatsJetStreamMetaData about = message.metaData();
            isMore = about.streamSequence() < last && about.pendingCount() > 0;
        }
        return List.copyOf(envelopes);
    }

    private Optional<byte[]> found(Question<MessageInfo> question) {
        return answer(
                management -> {
                    try {
                        return Optional.of(question.ask(management).getData());
                    } catch (JetStreamApiException absent) {
                        if (absent.getErrorCode() == NOT_FOUND) {
                            return Optional.empty();
                        }
                        throw absent;
                    }
                });
    }

    @Override
    public void clear(String name, long before) {
        var old =
                PurgeOptions.builder()
                        .subject(place.subject("stored." + name + ".*"))
                        .sequence(before)
                        .build();
        answer(management -> management.purgeStream(stream.name(), old));
    }

    private <T> T answer(Question<T> question) {
        try {
            return question.ask(connection.jetStreamManagement(options()));
        } catch (IOException | IllegalStateException | IllegalArgumentException away) {
            // Whoever keeps the server may have removed the stream.
            isThere = false;
            throw new CommsException("The NATS server does not answer in time.", away);
        } catch (JetStreamApiException refused) {
            isThere = false;
            throw new CommsException(
                    "The NATS server stores nothing: " + refused.getErrorDescription() + ".",
                    refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommsException("Interrupted while storing.");
        }
    }

    private static JetStreamOptions options() {
        return JetStreamOptions.builder().requestTimeout(PATIENCE).build();
    }
}
