// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/** What the merge rules say about a message. */
public sealed interface Verdict {

    /** The message is newer than what was known and holds from now on. */
    record Accepted() implements Verdict {}

    /** The message says nothing new. */
    record Redundant() implements Verdict {}

    /** The message lost; the correction is what its sender ought to know. */
    record Outdated(CrdtMessage correction) implements Verdict {}

    /** The message is sound, but there is no room for it; the reason names the limit. */
    record Refused(String reason) implements Verdict {}
}
