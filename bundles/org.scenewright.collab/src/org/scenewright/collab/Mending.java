// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** What is done where edits of others cannot be taken in as they come. */
record Mending(Parts parts, CatchingUp catchingUp, Joining joining) implements Spreading.Trouble {
    @Override
    public void gap(String sender) {
        catchingUp.hurry(sender);
    }

    @Override
    public void unmerged() {
        parts.notice("Edits of others could not be taken in; the scene is fetched again.");
        joining.begin();
    }
}
