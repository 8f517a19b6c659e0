// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.comms.ConnectionString;

import java.net.InetSocketAddress;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** Where those who share a scene meet. */
sealed interface Meeting {

    /**
     * In a room of this workbench.
     *
     * @param at which need not be looked up yet; port 0 for any that is free
     * @param certificate that the room proves itself by, under TLS
     */
    record Here(InetSocketAddress at, Optional<SSLContext> certificate) implements Meeting {}

    /** In a room that is there already, or where a director says. */
    record Elsewhere(ConnectionString connection) implements Meeting {}
}
