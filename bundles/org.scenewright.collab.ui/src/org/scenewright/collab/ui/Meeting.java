// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.comms.ConnectionString;

import java.net.InetSocketAddress;

/** Where those who share a scene meet. */
sealed interface Meeting {

    /**
     * In a room of this workbench.
     *
     * @param at which need not be looked up yet; port 0 for any that is free
     */
    record Here(InetSocketAddress at) implements Meeting {}

    /** In a room that is there already. */
    record Elsewhere(ConnectionString connection) implements Meeting {}
}
