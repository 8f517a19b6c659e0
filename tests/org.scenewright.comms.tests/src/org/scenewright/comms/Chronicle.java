// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.charset.StandardCharsets;

/** What communications tell, as lines that tests can compare. */
final class Chronicle {
    private Chronicle() {}

    static String line(CommunicationsEvent event) {
        return switch (event) {
            case CommunicationsEvent.Directed d -> "directed";
            case CommunicationsEvent.DirectorFailed(var error, var again) ->
                    "director failed" + (again.isPresent() ? ", again" : "");
            case CommunicationsEvent.Bound(var number, var to) -> "bound " + number;
            case CommunicationsEvent.Connected(var number, var adapter) -> "connected " + number;
            case CommunicationsEvent.Stayed(var to) -> "stayed";
            case CommunicationsEvent.Heard(var number, var heard) ->
                    "heard " + number + " " + line(heard);
            case CommunicationsEvent.Unbound(var number) -> "unbound " + number;
            case CommunicationsEvent.AdapterFailed(var to, var error, var again) ->
                    "failed" + (again.isPresent() ? ", again" : "");
            case CommunicationsEvent.Kicked(var error) -> "kicked";
        };
    }

    private static String line(CommsEvent event) {
        return switch (event) {
            case CommsEvent.Message(var address, var data) ->
                    StandardCharsets.UTF_8.decode(data.duplicate()).toString();
            case CommsEvent.PeerConnected(var address) -> "came";
            case CommsEvent.PeerDisconnected(var address) -> "left";
            case CommsEvent.Failed(var error) -> "problem";
            case CommsEvent.Disconnected end -> "end";
        };
    }
}
