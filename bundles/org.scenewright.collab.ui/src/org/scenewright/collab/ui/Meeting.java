// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.OwnPlace;
import org.scenewright.comms.ConnectionString;

/** Where those who share a scene meet. */
sealed interface Meeting {

    /** In a room of this workbench. */
    record Here(OwnPlace place) implements Meeting {}

    /** In a room that is there already, or where a director says. */
    record Elsewhere(ConnectionString connection) implements Meeting {}
}
