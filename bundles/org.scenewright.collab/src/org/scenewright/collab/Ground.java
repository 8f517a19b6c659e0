// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/**
 * What edits stand on: batches of another one mean another document.
 *
 * @param session the id of the session
 * @param base which start of the session it is, as its owner may begin it anew; 0 for none yet
 */
record Ground(String session, long base) {

    boolean isThere() {
        return base != 0;
    }
}
