// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/**
 * What a journal starts from: the files as they are known and the document as it is.
 *
 * @param fingerprint tells the files apart from others
 * @param base what the files hold
 * @param savedState the number of the document that was saved last, see {@link Scene#state}
 * @param memory the document and its history
 */
record JournalCheckpoint(String fingerprint, SceneSnapshot base, long savedState, Memory memory) {

    /** Whether the document is what the files hold. */
    boolean isClean() {
        return memory.state() == savedState;
    }
}
