// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Optional;

/**
 * How something is sent (ADR-81).
 *
 * @param isReliable whether it has to arrive, in order with all else that has to
 * @param only the address of the only participant that it concerns; adapters that know no single
 *     recipients send it to all, so that others have to expect it
 */
public record SendHints(boolean isReliable, Optional<String> only) {
    public static final SendHints RELIABLE = new SendHints(true, Optional.empty());
    public static final SendHints UNRELIABLE = new SendHints(false, Optional.empty());

    /** The same to one participant. */
    public SendHints to(String address) {
        return new SendHints(isReliable, Optional.of(address));
    }
}
