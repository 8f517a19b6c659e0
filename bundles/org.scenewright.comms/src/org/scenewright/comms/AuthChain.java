// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who stands behind a signed text: an owner, who may have passed the right on (ADR-44). */
public final class AuthChain {
    private static final int LONGEST = 16 << 10;
    private static final int MOST_LINKS = 6;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(4)
                                                    .maxStringLength(LONGEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<AuthLink> links;

    AuthChain(List<AuthLink> links) {
        this.links = List.copyOf(links);
    }

    /**
     * Reads a chain of six links at most.
     *
     * @throws CommsException when it is none
     */
    public static AuthChain read(String json) {
        if (json.length() > LONGEST) {
            throw new CommsException("The authentication chain is too long.");
        }
        try {
            return new AuthChain(links(JSON.readTree(json)));
        } catch (JsonProcessingException unreadable) {
            // What it says quotes the text.
            throw new CommsException("The authentication chain is no JSON.");
        }
    }

    private static List<AuthLink> links(JsonNode node) {
        if (!node.isArray() || node.size() < 2 || node.size() > MOST_LINKS) {
            throw new CommsException("An authentication chain has 2 to " + MOST_LINKS + " links.");
        }
        var links = new ArrayList<AuthLink>();
        for (JsonNode link : node) {
            links.add(new AuthLink(text(link, "type"), text(link, "payload"), signature(link)));
        }
        return links;
    }

    private static String signature(JsonNode link) {
        return link.path("signature").isMissingNode() ? "" : text(link, "signature");
    }

    private static String text(JsonNode link, String name) {
        if (!link.path(name).isTextual()) {
            throw new CommsException("A link of an authentication chain has no " + name + ".");
        }
        return link.path(name).textValue();
    }

    /**
     * Finds out who signed.
     *
     * @param expected what has to have been signed
     * @return the owner's address in lower case
     * @throws CommsException when a link does not hold at that time, or something else was signed
     */
    public String owner(String expected, Instant now) {
        AuthLink first = links.getFirst();
        if (!first.type().equals(AuthLink.SIGNER)) {
            throw new CommsException("An authentication chain begins with its owner.");
        }
        String owner = Address.normal(first.payload());
        String authority = owner;
        for (AuthLink link : links.subList(1, links.size())) {
            authority = link.passesOn(authority, now);
        }
        if (!links.getLast().type().equals(AuthLink.SIGNED) || !authority.equals(expected)) {
            throw new CommsException("Something else was signed than what was asked for.");
        }
        return owner;
    }

    List<AuthLink> links() {
        return links;
    }

    /** As servers want it. */
    public String toJson() {
        ArrayNode array = JSON.createArrayNode();
        links.forEach(link -> array.add(json(link)));
        return array.toString();
    }

    static String toJson(AuthLink link) {
        return json(link).toString();
    }

    private static ObjectNode json(AuthLink link) {
        return JSON.createObjectNode()
                .put("type", link.type())
                .put("payload", link.payload())
                .put("signature", link.signature());
    }
}
