// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class EntityTest {

    @ParameterizedTest
    @CsvSource({"0,0,0", "512,0,512", "512,1,66048", "65535,65535,4294967295", "600,3,197208"})
    void numberAndVersionMakeTheIdentityOfTheSdk(int number, int version, long id) {
        var entity = Entity.of(number, version);
        assertEquals(id, entity.toLong());
        assertEquals(number, entity.number());
        assertEquals(version, entity.version());
        assertEquals(Long.toString(id), entity.toString());
    }

    @Test
    void numbersBelow512AreReservedInEveryVersion() {
        assertTrue(Entity.of(511, 7).isReserved());
        assertEquals(false, Entity.of(512, 0).isReserved());
    }

    private static void checkNumber(double number, long... expected) {
        assertEquals(
                LongStream.of(expected).boxed().toList(),
                Entity.of(number).stream().map(Entity::toLong).toList());
    }

    private static void checkText(String text, long... expected) {
        assertEquals(
                LongStream.of(expected).boxed().toList(),
                Entity.parse(text).stream().map(Entity::toLong).toList());
    }

    @Test
    void aNumberInAFileIsAnEntityOrNone() {
        checkNumber(0, 0);
        checkNumber(512, 512);
        checkNumber(66_048, 66_048);
        checkNumber(0xFFFF_FFFEL, 0xFFFF_FFFEL);
    }

    @Test
    void whatNoEntityCanBearIsNone() {
        checkNumber(-1);
        checkNumber(512.5);
        checkNumber(0xFFFF);
        checkNumber(0x1_0000_0000L);
        checkNumber(1e300);
        checkNumber(Double.NaN);
        checkNumber(Double.POSITIVE_INFINITY);
    }

    @Test
    void aKeyInAFileSpellsAnEntityInOneWay() {
        checkText("0", 0);
        checkText("512", 512);
        checkText("4294967294", 0xFFFF_FFFEL);
        checkText("4294967296");
        checkText("99999999999999999999");
        checkText("0512");
        checkText("+512");
        checkText("-1");
        checkText("512.0");
        checkText("٥١٢");
        checkText("");
        checkText(" 512");
    }

    @Test
    void entitiesAndComponentsAreOrderedAsUnsignedNumbers() {
        var entities = Stream.of(-1, 0, 512, Integer.MIN_VALUE).map(Entity::new).sorted().toList();
        assertEquals(
                List.of(0L, 512L, 0x80000000L, 0xFFFFFFFFL),
                entities.stream().map(Entity::toLong).toList());
        var components = Stream.of(-1, 1, 2048).map(ComponentId::new).sorted().toList();
        assertEquals(
                List.of(1L, 2048L, 0xFFFFFFFFL),
                components.stream().map(ComponentId::toLong).toList());
    }
}
