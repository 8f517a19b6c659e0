// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.concurrent.CompletableFuture;

/** Who somebody is to others: an address, and how it is proven; any thread. */
public interface Identity {

    /** 0x and 40 hexadecimal digits in lower case. */
    String address();

    /**
     * Signs what a server asks for, by an authentication chain as JSON.
     *
     * @param challenge has to begin with {@code dcl-}: nothing else is signed
     * @return fails with a {@link CommsException} where it is refused
     */
    CompletableFuture<String> sign(String challenge);

    /** How challenges begin by which somebody vouches for a key of their own, for their peers. */
    String VOUCHING = "dcl-scenewright";

    /**
     * Signs what a server asks for, but nothing that vouches for a key: whoever could have that
     * signed would speak for this identity.
     */
    default CompletableFuture<String> answer(String challenge) {
        return challenge.startsWith(VOUCHING)
                ? CompletableFuture.failedFuture(
                        new CommsException(
                                "The server wants a key vouched for instead of a challenge signed;"
                                        + " this was refused."))
                : sign(challenge);
    }

    /**
     * Signs a request of ours to a server, likewise.
     *
     * @return fails with a {@link CommsException} where it is refused, as it is unless overridden
     */
    default CompletableFuture<String> signRequest(SignedRequest request) {
        return CompletableFuture.failedFuture(
                new CommsException("This identity signs no requests."));
    }
}
