// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.ErrorListener;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PublishOptions;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;

import org.scenewright.comms.CommsException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection to a server or cluster; any thread.
 *
 * <p>It is taken up again by itself, and then what the stream kept meanwhile comes in.
 */
final class NatsLine implements Line {
    private static final System.Logger LOG = System.getLogger(NatsLine.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final long STORE_SECONDS = 2;

    /** A cluster that lost a server may be asked in vain until it agrees on who leads. */
    private static final Duration AGREEMENT = Duration.ofSeconds(2);

    private static final Duration ALARM = Duration.ofMillis(2500);
    private static final long LEAST_BYTES = 8 << 10;
    private static final long MUCH_WAITING = 1 << 20;
    private static final int MOST_WAITING = 256;
    private static final long IDLE_SECONDS = 5;
    private static final int HEADERS = 256;

    private record Open(Connection connection, JetStream streams) {}

    /** The client blocks while it connects again, which nobody else should. */
    private final ThreadPoolExecutor sending =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    NatsLine::thread);

    private final NatsPlace place;
    private volatile Optional<Open> opened = Optional.empty();
    private volatile boolean isClosed;

    NatsLine(NatsPlace place) {
        this.place = place;
        sending.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable tasks) {
        var thread = new Thread(tasks, "Scenewright NATS sending");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void open(Ears ears) {
        try {
            Connection connection = Nats.connect(options(ears));
            try {
                ready(connection, ears);
            } catch (IOException | JetStreamApiException | CommsException | TimeoutException e) {
                connection.close();
                throw e;
            }
        } catch (AuthenticationException refused) {
            // What it says may quote the secret.
            throw new CommsException("The NATS server at " + place + " refuses these credentials.");
        } catch (IOException | TimeoutException unreachable) {
            throw new CommsException("There is no NATS server at " + place + " that answers.");
        } catch (JetStreamApiException refused) {
            throw new CommsException(
                    "The NATS server gives no stream: " + refused.getErrorDescription() + ".",
                    refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommsException("Interrupted while connecting.");
        }
    }

    private void ready(Connection connection, Ears ears)
            throws IOException, JetStreamApiException, InterruptedException, TimeoutException {
        if (connection.getMaxPayload() < LEAST_BYTES) {
            throw new CommsException(
                    "The NATS server takes "
                            + connection.getMaxPayload()
                            + " bytes at once only; "
                            + LEAST_BYTES
                            + " are needed.");
        }
        var options = JetStreamOptions.builder().requestTimeout(PATIENCE).build();
        var stream = NatsStream.said(place);
        long last = stream.last(connection, connection.jetStreamManagement(options));
        var brisk = JetStreamOptions.builder().requestTimeout(AGREEMENT).build();
        var open = new Open(connection, connection.jetStream(brisk));
        listen(connection, ears);
        follow(open, last, ears);
        connection.flush(PATIENCE);
        opened = Optional.of(open);
        if (isClosed) {
            close();
        }
    }

    private Options options(Ears ears) {
        var options =
                Options.builder()
                        .servers(place.servers().toArray(String[]::new))
                        .connectionName("Scenewright")
                        .connectionTimeout(PATIENCE)
                        .maxReconnects(-1)
                        .reconnectWait(Duration.ofMillis(250))
                        .reconnectBufferSize(0)
                        .pingInterval(PATIENCE)
                        .maxPingsOut(2)
                        .discardMessagesWhenOutgoingQueueFull()
                        .noEcho()
                        // Its own would log what may hold secrets.
                        .errorListener(new ErrorListener() {})
                        .connectionListener((connection, event) -> changed(event, ears));
        if (place.secret().size() == 1) {
            options.token(place.secret().getFirst().toCharArray());
        } else if (place.secret().size() == 2) {
            options.userInfo(
                    place.secret().getFirst().toCharArray(),
                    place.secret().getLast().toCharArray());
        }
        KeyFile.handler(place).ifPresent(options::authHandler);
        Tls.context(place).ifPresent(options::sslContext);
        return options.build();
    }

    private void changed(Events event, Ears ears) {
        if (event == Events.DISCONNECTED) {
            ears.down();
        } else if (event == Events.RESUBSCRIBED) {
            ears.up();
        }
    }

    private void listen(Connection connection, Ears ears) {
        var dispatcher = connection.createDispatcher();
        for (Kind kind : new Kind[] {Kind.HERE, Kind.LOOSE}) {
            dispatcher.subscribe(
                    place.subject(kind.subject()),
                    message -> ears.heard(kind.subject(), message.getData()));
        }
    }

    /** Hears the stream from behind what it held. */
    private void follow(Open open, long last, Ears ears) throws IOException, JetStreamApiException {
        var configuration =
                ConsumerConfiguration.builder()
                        .flowControl(BEAT)
                        .deliverPolicy(DeliverPolicy.ByStartSequence)
                        .startSequence(last + 1);
        open.streams()
                .subscribe(
                        place.subject(Kind.FIRM.subject()),
                        open.connection().createDispatcher(),
                        message -> heard(message, ears),
                        false,
                        PushSubscribeOptions.builder()
                                .ordered(true)
                                .messageAlarmTime(ALARM.toMillis())
                                .stream(NatsStream.name(place))
                                .configuration(configuration.build())
                                .build());
    }

    private static void heard(Message message, Ears ears) {
        if (message.isJetStream()) {
            ears.heard(Kind.FIRM.subject(), message.getData());
        }
    }

    @Override
    public int mostBytes() {
        long most =
                opened.map(open -> open.connection().getMaxPayload()).orElse(LEAST_BYTES) - HEADERS;
        return (int) Math.min(Integer.MAX_VALUE, most);
    }

    @Override
    public Optional<Shelf> shelf() {
        return opened.filter(open -> !place.stored().isZero())
                .map(open -> new NatsShelf(place, open.connection(), mostBytes()));
    }

    @Override
    public void say(String subject, byte[] bytes) {
        try {
            sending.execute(() -> opened.ifPresent(open -> say(open.connection(), subject, bytes)));
        } catch (RejectedExecutionException busy) {
            // It need not arrive.
            LOG.log(System.Logger.Level.DEBUG, "Not said, as the server is slow.");
        }
    }

    private void say(Connection connection, String subject, byte[] bytes) {
        try {
            if (connection.outgoingPendingBytes() < MUCH_WAITING) {
                connection.publish(place.subject(subject), bytes);
            }
        } catch (IllegalStateException | IllegalArgumentException away) {
            // Whether the server is there is told elsewhere.
            LOG.log(System.Logger.Level.DEBUG, "Not said: {0}", away.getMessage());
        }
    }

    @Override
    public CompletableFuture<Void> store(String subject, String id, byte[] bytes) {
        var options = PublishOptions.builder().messageId(id).build();
        try {
            return CompletableFuture.supplyAsync(opened::orElseThrow, sending)
                    .thenCompose(
                            open ->
                                    open.streams()
                                            .publishAsync(place.subject(subject), bytes, options)
                                            .<Void>thenApply(stored -> null))
                    .orTimeout(STORE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.failedFuture(busy);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            if (opened.isPresent()) {
                opened.orElseThrow().connection().close();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
