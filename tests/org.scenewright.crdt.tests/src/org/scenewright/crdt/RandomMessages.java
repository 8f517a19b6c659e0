// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Few entities, components, timestamps and bytes, so that most messages meet others. */
final class RandomMessages {
    private final Random random;
    private final int entities;
    private final int longest;

    RandomMessages(Random random, int entities, int longest) {
        this.random = random;
        this.entities = entities;
        this.longest = longest;
    }

    List<CrdtMessage> take(int count) {
        var messages = new ArrayList<CrdtMessage>();
        for (int i = 0; i < count; i++) {
            messages.add(next());
        }
        return messages;
    }

    CrdtMessage next() {
        var entity = Entity.of(512 + random.nextInt(entities), random.nextInt(3));
        var component = new ComponentId(1 + random.nextInt(2));
        int time = random.nextInt(5);
        int network = random.nextInt(2) - 1;
        return switch (random.nextInt(40)) {
            case 0 -> new CrdtMessage.DeleteEntity(entity);
            case 1 -> new CrdtMessage.DeleteEntityNetwork(entity, network);
            case 2, 3, 4, 5, 6 -> new CrdtMessage.DeleteComponent(entity, component, time);
            case 7, 8 -> new CrdtMessage.DeleteComponentNetwork(entity, component, time, network);
            case 9, 10, 11 ->
                    new CrdtMessage.PutComponentNetwork(entity, component, time, network, data());
            default -> new CrdtMessage.PutComponent(entity, component, time, data());
        };
    }

    byte[] data() {
        byte[] data = new byte[random.nextInt(longest + 1)];
        random.nextBytes(data);
        return data;
    }
}
