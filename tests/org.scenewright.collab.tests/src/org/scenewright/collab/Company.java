// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Conditions;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SimulatedNetwork;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * People who share a scene over a simulated network, in one thread and on a time of their own. The
 * first one owns the session.
 */
final class Company {
    static final int TICK = 50;

    final HandDriven time = new HandDriven();
    final SimulatedNetwork network = new SimulatedNetwork(time);
    final List<Member> members = new ArrayList<>();
    final SceneSnapshot start;
    final IntFunction<Signatures> keys;
    Conditions conditions = Conditions.PERFECT;
    Executor executor = Runnable::run;

    /** The disk of those who come from now on. */
    Optional<RoomStorage> home = Optional.empty();

    Executor beside = Runnable::run;
    final long logBytes;
    private long sharings;

    /**
     * @param count how many, of whom all but the first may do what {@code others} says
     */
    Company(int count, SceneSnapshot start, Role others) {
        this(count, start, others, FastSignatures::new);
    }

    /**
     * @param keys the key of each of them, and of others who come, by numbers from 1
     */
    Company(int count, SceneSnapshot start, Role others, IntFunction<Signatures> keys) {
        this.start = start;
        this.keys = keys;
        this.logBytes = 64L << 20;
        begin(count, others);
    }

    /**
     * @param logBytes how much each of them keeps of what others wrote
     */
    Company(int count, SceneSnapshot start, Role others, long logBytes) {
        this.start = start;
        this.keys = FastSignatures::new;
        this.logBytes = logBytes;
        begin(count, others);
    }

    private void begin(int count, Role others) {
        IntStream.range(0, count).mapToObj(this::member).forEach(members::add);
        members.getFirst().core().found(roles(others));
        time.after(0, this::tick);
    }

    private static Roles roles(Role others) {
        return Roles.none().forOthers(others);
    }

    private Member member(int number) {
        return new Member(this, number, keys.apply(number + 1));
    }

    Member member(int number, Signatures signatures) {
        return new Member(this, number, signatures);
    }

    /** A person of that number comes with another process. */
    Member another(int number) {
        var member = new Member(this, number, new FastSignatures(1000 + members.size()));
        members.add(member);
        return member;
    }

    /** A number greater than those before. */
    long nextSharing() {
        return ++sharings;
    }

    Member owner() {
        return members.getFirst();
    }

    private void tick() {
        List.copyOf(members).forEach(member -> member.core().tick());
        time.after(TICK, this::tick);
    }

    /** Lets everybody connect. */
    Company gather() {
        members.forEach(Member::connect);
        pass(1000);
        return this;
    }

    void pass(long millis) {
        time.advance(millis);
    }

    /** Fails unless all hold the session, and the same of it; without JUnit, as benches use it. */
    void checkAlike() {
        members.forEach(this::checkAlike);
    }

    private void checkAlike(Member member) {
        if (!member.core().isSettled()) {
            throw new AssertionError(member.address() + " does not hold the session");
        }
        Snapshots.difference(owner().snapshot(), member.snapshot())
                .ifPresent(
                        difference -> {
                            throw new AssertionError(member.address() + ": " + difference);
                        });
        var wanted = owner().parts().log().reach();
        var reach = member.parts().log().reach();
        if (!wanted.equals(reach)) {
            throw new AssertionError(member.address() + " heard " + reach + " of " + wanted);
        }
    }
}
