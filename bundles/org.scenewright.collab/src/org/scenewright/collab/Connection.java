// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.Communications;
import org.scenewright.comms.CommunicationsDirector;
import org.scenewright.comms.CommunicationsEvent;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Directors;
import org.scenewright.comms.Identity;
import org.scenewright.comms.Position;
import org.scenewright.comms.Schedule;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The connection of a session, which leads where a director says and comes back by itself; at most
 * one adapter is there at any time. Of the thread of its schedule.
 */
final class Connection {
    private final Setting setting;
    private final Listener listener;
    private final Communications communications;
    private Optional<String> told = Optional.empty();
    private Optional<ConnectionString> place = Optional.empty();
    private CompletableFuture<ConnectionString> way = new CompletableFuture<>();
    private Optional<Farewell> farewell = Optional.empty();
    private boolean isDirected;
    private boolean isOpen;
    private boolean isOver;

    /**
     * What a connection is made with.
     *
     * @param schedule runs one task after the other
     */
    record Setting(Adapters adapters, Identity me, Schedule schedule) {}

    /** What who kept a room said when it ended. */
    private record Farewell(ConnectionString from, String words) {}

    /** Who is told. */
    interface Listener {
        void connected(CommsAdapter connected);

        /** Something came while there is a connection. */
        void heard(CommsEvent event);

        /** There is none any more, or none came about. */
        void disconnected(boolean isKicked, Optional<String> why);

        /** Something went wrong that people ought to know, and that changes nothing. */
        void troubled(String sentence);
    }

    Connection(Setting setting, Listener listener) {
        this.setting = setting;
        this.listener = listener;
        this.communications =
                new Communications(
                        setting.adapters(), setting.me(), setting.schedule(), this::happened);
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Goes there, or says why nobody can, as another try would not be understood either. */
    void open(ConnectionString to) {
        try {
            go(to);
        } catch (CommsException notUnderstood) {
            lost(false, Optional.of(notUnderstood.getMessage()));
        }
    }

    /**
     * Goes there, or where the director there says; until it is elsewhere something can be said
     * where it was.
     *
     * @return the room that it is in then; cancelled where it goes elsewhere before, or ends
     * @throws CommsException when nobody understands it, or when it is over; all stays as it is
     */
    CompletableFuture<ConnectionString> go(ConnectionString to) {
        if (isOver) {
            throw new CommsException("The session is over.");
        }
        var director = director(to);
        way.cancel(false);
        way = new CompletableFuture<>();
        isDirected = false;
        follow(director);
        if (isOpen && place.equals(Optional.of(to))) {
            // Nothing changes for who is there already.
            way.complete(to);
        }
        return way;
    }

    private CommunicationsDirector.Maker director(ConnectionString to) {
        if (!Directors.isMeant(to)) {
            // Nothing is done before it is told to connect, but to understand it.
            setting.adapters().adapter(to, setting.me(), event -> {});
        }
        return new Directors(setting.schedule()).director(to, setting.me());
    }

    /** Goes where another director says from now on; the former one is disconnected. */
    void follow(CommunicationsDirector.Maker director) {
        if (!isOver) {
            told = Optional.empty();
            communications.direct(director);
        }
    }

    /** Says where the person here is. */
    void at(Position position) {
        communications.notifyPosition(position);
    }

    private void happened(CommunicationsEvent event) {
        switch (event) {
            case CommunicationsEvent.Directed d -> directed();
            case CommunicationsEvent.DirectorFailed(var error, var again) -> misled(error);
            case CommunicationsEvent.Bound(var generation, var to) -> place = Optional.of(to);
            case CommunicationsEvent.Connected(var generation, var adapter) -> connected(adapter);
            case CommunicationsEvent.Stayed s -> arrived();
            case CommunicationsEvent.Heard(var generation, var heard) -> listener.heard(heard);
            case CommunicationsEvent.AdapterFailed(var to, var error, var again) ->
                    lost(false, Optional.of(why(to, error)));
            case CommunicationsEvent.Unbound u -> left();
            case CommunicationsEvent.Kicked(var error) -> {
                end();
                lost(true, Optional.of(error.getMessage()));
            }
        }
    }

    private void directed() {
        told = Optional.empty();
        isDirected = true;
    }

    /** That nobody is there any more says less than who ended the room. */
    private String why(ConnectionString from, CommsException error) {
        if (error.isFarewell()) {
            farewell = Optional.of(new Farewell(from, error.getMessage()));
        }
        return farewell.filter(last -> last.from().equals(from))
                .map(Farewell::words)
                .orElse(error.getMessage());
    }

    private void connected(CommsAdapter adapter) {
        isOpen = true;
        farewell = Optional.empty();
        listener.connected(adapter);
        arrived();
    }

    private void arrived() {
        // It may still be where the former director said.
        place.filter(here -> isOpen && isDirected).ifPresent(way::complete);
    }

    /** The director failed, which takes nobody's adapter away; told once however often it does. */
    private void misled(CommsException error) {
        String why = error.getMessage();
        if (!isOpen) {
            lost(false, Optional.of(why));
        }
        if (!told.equals(Optional.of(why))) {
            told = Optional.of(why);
            listener.troubled(why);
        }
    }

    private void left() {
        place = Optional.empty();
        if (isOpen) {
            lost(false, Optional.empty());
        }
    }

    private void lost(boolean isKicked, Optional<String> why) {
        isOpen = false;
        listener.disconnected(isKicked, why);
    }

    /** Connects at once where it waits to. */
    void hurry() {
        if (!isOver) {
            communications.retry();
        }
    }

    /** Ends it for good; complete when nothing is left of it. */
    CompletableFuture<Void> close() {
        end();
        isOpen = false;
        return communications.close();
    }

    private void end() {
        isOver = true;
        way.cancel(false);
    }
}
