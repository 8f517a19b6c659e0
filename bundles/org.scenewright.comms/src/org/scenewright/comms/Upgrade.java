// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The answer to the request over HTTP that a WebSocket begins with (RFC 6455, 4.2).
 *
 * @param room what is asked for, or nothing where it is refused
 * @param invitation the token that came with it, or nothing
 * @param answer to be sent
 */
record Upgrade(Optional<String> room, String invitation, String answer) {
    /** Longest request. */
    static final int LONGEST = 8 << 10;

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern ASKED =
            Pattern.compile("GET (?:/[^/? ]*)?/rooms/([^/?# ]{1,200})/?(?:\\?([^ ]*))? HTTP/1\\.1");
    private static final String INVITATION = "invitation=";
    private static final Pattern HOME =
            Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    /**
     * Reads a request.
     *
     * @param in stays as it is until the whole request is there
     * @throws CommsException when it is too long, or none at all
     */
    static Optional<Upgrade> read(ByteBuffer in) {
        String text = StandardCharsets.ISO_8859_1.decode(in.duplicate()).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 && text.length() < LONGEST) {
            return Optional.empty();
        }
        if (end < 0 || end > LONGEST) {
            throw new CommsException("The request is too long.");
        }
        in.position(in.position() + end + 4);
        return Optional.of(answer(text.substring(0, end).split("\r\n")));
    }

    private static Upgrade answer(String[] lines) {
        Matcher asked = ASKED.matcher(lines[0]);
        Map<String, String> headers = headers(lines);
        if (!asked.matches()) {
            return refused(lines[0].startsWith("GET ") ? "404 Not Found" : "400 Bad Request");
        }
        if (!isWebSocket(headers)) {
            return refused("426 Upgrade Required\r\nUpgrade: websocket");
        }
        if (!isAtHome(headers)) {
            return refused("403 Forbidden");
        }
        return new Upgrade(
                Optional.of(asked.group(1)), invitation(asked.group(2)), accepted(headers));
    }

    private static String invitation(@Nullable String query) {
        // What patterns make of it can take long, and strangers say what it is.
        return Stream.of((query == null ? "" : query).split("&"))
                .filter(part -> part.startsWith(INVITATION))
                .map(part -> part.substring(INVITATION.length()))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> headers(String[] lines) {
        var headers = new HashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.merge(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip(),
                        (first, second) -> first + "," + second);
            }
        }
        return headers;
    }

    private static boolean isWebSocket(Map<String, String> headers) {
        return headers.getOrDefault("upgrade", "").equalsIgnoreCase("websocket")
                && headers.getOrDefault("sec-websocket-version", "").equals("13")
                && KEY.matcher(headers.getOrDefault("sec-websocket-key", "")).matches();
    }

    /**
     * A page of somebody else's in a browser must not reach a server on this machine, whatever name
     * it goes by.
     */
    private static boolean isAtHome(Map<String, String> headers) {
        if (!headers.containsKey("origin")) {
            return true;
        }
        return HOME.matcher(headers.get("origin")).matches();
    }

    private static String accepted(Map<String, String> headers) {
        boolean isRfc5 =
                Stream.of(headers.getOrDefault("sec-websocket-protocol", "").split(","))
                        .anyMatch(protocol -> protocol.strip().equals("rfc5"));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + (isRfc5 ? "Sec-WebSocket-Protocol: rfc5\r\n" : "")
                + "Sec-WebSocket-Accept: "
                + accept(headers.getOrDefault("sec-websocket-key", ""))
                + "\r\n\r\n";
    }

    private static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-1.", impossible);
        }
    }

    private static Upgrade refused(String status) {
        return new Upgrade(
                Optional.empty(),
                "",
                "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
}
