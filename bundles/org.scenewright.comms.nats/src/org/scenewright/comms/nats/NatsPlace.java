// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a room is, as a connection string says it.
 *
 * @param servers of one cluster, with scheme and without secrets
 * @param secret what stands before the first of them, decoded: a token, or a user and a password
 * @param options by name
 */
record NatsPlace(
        List<String> servers, List<String> secret, String room, Map<String, String> options) {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?<scheme>nats|tls)://(?:(?<secret>[^@/?]*)@)?(?<hosts>[^@/?]+)/(?<room>[^/?]*)"
                        + "(?:\\?(?<query>.*))?");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:[0-9]{1,5})?");
    private static final Pattern ROOM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([smhd])");
    private static final int MOST_SERVERS = 32;
    private static final Set<String> FILES = ConnectionString.fileOptions("nats");
    private static final Set<String> OPTIONS = Set.of("keep", "stored", "replicas");
    private static final String FORM =
            "A room on NATS is nats:nats://host:4222/ROOM, with a cluster's hosts separated by"
                    + " commas and user:password@ or token@ before them where they are needed.";

    /**
     * @throws CommsException when this is no place; it tells no secret
     */
    static NatsPlace of(ConnectionString connection) {
        Matcher place = PLACE.matcher(connection.parameters());
        if (!place.matches()) {
            throw new CommsException(FORM);
        }
        if (!ROOM.matcher(place.group("room")).matches()) {
            throw new CommsException(
                    "A room on NATS is called by 1 to 64 letters, digits, hyphens and"
                            + " underscores.");
        }
        var found =
                new NatsPlace(
                        servers(place.group("scheme"), place.group("hosts")),
                        secret(Optional.ofNullable(place.group("secret")).orElse("")),
                        place.group("room"),
                        options(Optional.ofNullable(place.group("query")).orElse("")));
        found.check();
        return found;
    }

    private static List<String> servers(String scheme, String hosts) {
        String[] all = hosts.split(",", -1);
        if (all.length > MOST_SERVERS
                || !Arrays.stream(all).allMatch(host -> HOST.matcher(host).matches())) {
            throw new CommsException(FORM);
        }
        return Arrays.stream(all).map(host -> scheme + "://" + host).toList();
    }

    private static List<String> secret(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(":", 2)).map(NatsPlace::decoded).toList();
    }

    private static Map<String, String> options(String query) {
        var options = new LinkedHashMap<String, String>();
        for (String option : query.isEmpty() ? new String[0] : query.split("&")) {
            int equal = Math.max(0, option.indexOf('='));
            String name = option.substring(0, equal);
            if (!OPTIONS.contains(name) && !FILES.contains(name)) {
                throw new CommsException(
                        "The options of a room on NATS are "
                                + Stream.concat(FILES.stream(), OPTIONS.stream())
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            options.put(name, decoded(option.substring(equal + 1)));
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            // A plus is a plus in a password.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            // What it says quotes the text.
            throw new CommsException("A percent sign has to be followed by two digits.");
        }
    }

    private void check() {
        keep();
        stored();
        replicas();
        if (options.containsKey("tlscert") != options.containsKey("tlskey")) {
            throw new CommsException("A client's certificate needs tlscert and tlskey.");
        }
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** For how long the stream keeps what is sent, when it is made for this room. */
    Duration keep() {
        return time("keep", Duration.ofHours(1));
    }

    /** The subject that ends so. */
    String subject(String last) {
        return "scenewright." + room + "." + last;
    }

    /** For how long the room keeps what is stored; zero where nothing is stored. */
    Duration stored() {
        return time("stored", Duration.ofDays(7));
    }

    private Duration time(String name, Duration otherwise) {
        return option(name).map(text -> time(name, text)).orElse(otherwise);
    }

    private static Duration time(String name, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new CommsException(
                    "The option " + name + " is a time such as 90s, 10m, 2h or 1d.");
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** On how many servers the stream stands, when it is made; else as many as three if it can. */
    OptionalInt replicas() {
        Optional<String> text = option("replicas");
        if (text.isPresent() && !text.orElseThrow().matches("[1-5]")) {
            throw new CommsException("The option replicas is a number from 1 to 5.");
        }
        return text.stream().mapToInt(Integer::parseInt).findFirst();
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return String.join(", ", servers);
    }
}
