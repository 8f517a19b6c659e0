// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Composites in the form that {@code Composite.toBinary} of the SDK 7.28.0 gives them. */
class BinaryCompositeTest {
    private static final String HEX =
            "080112c3010a11636f72652d736368656d613a3a4e616d651286012a83010a100a0474797065"
                    + "12081a066f626a6563740a530a0a70726f7065727469657312452a430a410a0576616c756512"
                    + "382a360a100a047479706512081a06737472696e670a220a1173657269616c697a6174696f6e"
                    + "54797065120d1a0b757466382d737472696e670a1a0a1173657269616c697a6174696f6e5479"
                    + "706512051a036d61701a1708800412120a102a0e0a0c0a0576616c756512031a01411a0c0881"
                    + "0412071205010000004212740a076d793a3a416c6c12302a2e0a1a0a1173657269616c697a61"
                    + "74696f6e5479706512051a036d61700a100a0a70726f7065727469657312022a001a37088004"
                    + "12320a302a2e0a230a0161121e321c0a0911000000000000f83f0a0208000a0220010a031a01"
                    + "780a022a000a070a016212022000";
    private static final String JSON =
            """
            {"version":1,"components":[{"name":"core-schema::Name","jsonSchema":{"type":"object",\
            "properties":{"value":{"type":"string","serializationType":"utf8-string"}},\
            "serializationType":"map"},"data":{"512":{"json":{"value":"A"}},\
            "513":{"binary":"AQAAAEI="}}},{"name":"my::All","jsonSchema":{"serializationType":"map",\
            "properties":{}},"data":{"512":{"json":{"a":[1.5,null,true,"x",{}],"b":false}}}}]}\
            """;

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static void refused(String hex) {
        assertThrows(SchemaException.class, () -> BinaryComposite.read(bytes(hex)), hex);
    }

    @Test
    void theBinaryFormSaysWhatTheJsonSays() {
        assertEquals(JSON, ValueJson.print(BinaryComposite.read(bytes(HEX))));
    }

    @Test
    void entitiesWithHighVersionsHaveNoSign() {
        // One component with one cell of the key -1, which holds a null.
        String hex = "080112131a1108ffffffffffffffffff0112040a020800";
        assertEquals(
                "{\"version\":1,\"components\":[{\"name\":\"\",\"data\":{\"4294967295\":"
                        + "{\"json\":null}}}]}",
                ValueJson.print(BinaryComposite.read(bytes(hex))));
    }

    @Test
    void fieldsThatAreNotKnownAreSkipped() {
        assertEquals(
                "{\"version\":1,\"components\":[]}",
                ValueJson.print(BinaryComposite.read(bytes("08019a06020102"))));
    }

    @Test
    void nothingAtAllIsNoComposite() {
        refused("");
    }

    @Test
    void aLengthThatLiesIsRefused() {
        refused("080112ffffffff07");
    }

    @Test
    void aGroupThatEndsWhereNoneBeganIsRefused() {
        refused("08011201" + "0c");
    }

    @Test
    void valuesThatNestTooDeepAreRefused() {
        // A list in a list in a list; lengths do not matter, as the depth is met first.
        String hex = "080112ffff011a" + "ffff0112ffff010a" + "ffff0132ffff010a".repeat(3000);
        refused(hex);
    }

    @Test
    void damagedBytesAreReadOrRefused() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(bytes(HEX), random.nextInt(HEX.length() / 2));
            for (int j = random.nextInt(4); j > 0 && damaged.length > 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                BinaryComposite.read(damaged);
            } catch (SchemaException expected) {
                // That is the other clean verdict.
            }
        }
    }
}
