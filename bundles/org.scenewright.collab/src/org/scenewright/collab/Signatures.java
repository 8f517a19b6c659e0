// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** The key pair of a participant for one session, and how signatures of others are checked. */
interface Signatures {
    /** How many bytes a public key has. */
    int KEY = 32;

    /** How many bytes a signature has. */
    int SIGNATURE = 64;

    /** The public key. */
    byte[] key();

    byte[] sign(byte[] bytes);

    /** Whether somebody with that key signed these bytes. */
    boolean verifies(byte[] key, byte[] bytes, byte[] signature);
}
