// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

/** Somebody who hears what a build says, and may want it to end; on any thread. */
public interface BuildHearing {

    /** It has written a line, of bounded length and without colours. */
    void said(String line);

    /** Whether nobody waits for it any longer; asked some times a second. */
    boolean isCancelled();
}
