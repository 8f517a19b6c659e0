// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may use which entity numbers, kept by the one replica that the others ask.
 *
 * <p>Numbers have 16 bits, and scripts count on from the highest one in use: so blocks are small
 * and the lowest free ones. What was leased once is nobody else's until its holder gives it back,
 * whether or not they can be heard. Not thread-safe.
 */
public final class NumberLeases {
    /** How many numbers a block has, as long as so many lie side by side. */
    public static final int BLOCK = 16;

    private final BitSet taken = new BitSet();
    private final Map<String, List<NumberBlock>> leases = new TreeMap<>();

    /**
     * Leases the lowest numbers that are neither in use nor leased; nothing when the scene is full.
     *
     * @param holder the address of who asks
     * @param scene the scene as the replica knows it that keeps the leases
     */
    public Optional<NumberBlock> lease(String holder, Scene scene) {
        // Also what is gone: somebody may bring it back, or everybody ignores it for good.
        taken.or(scene.spared());
        int first = taken.nextClearBit(Entity.FIRST_FREE_NUMBER);
        if (first > Entity.LAST_NUMBER) {
            return Optional.empty();
        }
        int next = taken.nextSetBit(first);
        int end = Math.min(next < 0 ? first + BLOCK : next, Entity.LAST_NUMBER + 1);
        var block = new NumberBlock(first, Math.min(BLOCK, end - first));
        taken.set(block.first(), block.end());
        leases.computeIfAbsent(holder, h -> new ArrayList<>()).add(block);
        return Optional.of(block);
    }

    /** The blocks that somebody holds, for whoever keeps the leases next. */
    public List<NumberBlock> held(String holder) {
        return List.copyOf(leases.getOrDefault(holder, List.of()));
    }

    /** How many numbers are neither in use nor leased. */
    public int free(Scene scene) {
        taken.or(scene.spared());
        int all = Entity.LAST_NUMBER + 1 - Entity.FIRST_FREE_NUMBER;
        return all - taken.get(Entity.FIRST_FREE_NUMBER, Entity.LAST_NUMBER + 1).cardinality();
    }

    /** How many numbers somebody holds that no entity ever had, as far as the scene knows. */
    public int unspent(String holder, Scene scene) {
        return held(holder).stream().mapToInt(block -> unspent(block, scene).cardinality()).sum();
    }

    private static BitSet unspent(NumberBlock block, Scene scene) {
        var numbers = new BitSet();
        numbers.set(block.first(), block.end());
        numbers.andNot(scene.spared());
        return numbers;
    }

    /**
     * The numbers that somebody holds longest and no entity ever had, for a holder who lost what
     * they knew of them; they count as held last from then on.
     *
     * @param count how many, about
     */
    public List<NumberBlock> again(String holder, int count, Scene scene) {
        var rest = new ArrayList<NumberBlock>();
        var again = new ArrayList<NumberBlock>();
        int size = 0;
        for (var block : held(holder)) {
            var numbers = unspent(block, scene);
            boolean isWanted = size < count && !numbers.isEmpty();
            (isWanted ? again : rest).addAll(isWanted ? runs(numbers) : List.of(block));
            size += isWanted ? numbers.cardinality() : 0;
        }
        rest.addAll(again);
        leases.put(holder, rest);
        return again;
    }

    private static List<NumberBlock> runs(BitSet numbers) {
        var runs = new ArrayList<NumberBlock>();
        for (int first = numbers.nextSetBit(0); first >= 0; ) {
            int end = numbers.nextClearBit(first);
            runs.add(new NumberBlock(first, end - first));
            first = numbers.nextSetBit(end);
        }
        return runs;
    }

    /** All blocks that anybody holds, by the addresses of who does. */
    public Map<String, List<NumberBlock>> all() {
        var all = new TreeMap<String, List<NumberBlock>>();
        leases.forEach((holder, blocks) -> all.put(holder, List.copyOf(blocks)));
        return all;
    }

    /** Notes a lease that somebody else gave, who kept the leases before. */
    public void note(String holder, NumberBlock block) {
        taken.set(block.first(), block.end());
        leases.computeIfAbsent(holder, h -> new ArrayList<>()).add(block);
    }

    /**
     * Takes back what somebody holds, who said so themselves; numbers of entities that were ever
     * seen stay taken.
     */
    public void release(String holder, Scene scene) {
        held(holder).forEach(block -> taken.clear(block.first(), block.end()));
        taken.or(scene.spared());
        leases.remove(holder);
    }
}
