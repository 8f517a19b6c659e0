// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;

import java.math.BigDecimal;

/**
 * Numbers as JavaScript spells them: shortest digits, no ".0", plain up to 1e21; but -0 keeps its
 * sign.
 */
final class JsonNumbers {
    private static final double EXACT = 1L << 53;

    private JsonNumbers() {}

    static String spell(double number) {
        if (!Double.isFinite(number)) {
            return "null";
        }
        if (isWhole(number)) {
            return number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number);
        }
        double size = Math.abs(number);
        var shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return size >= 1e-6 && size < 1e21 ? shortest.toPlainString() : exponential(shortest);
    }

    private static String exponential(BigDecimal shortest) {
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (shortest.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + fraction
                + "e"
                + (exponent < 0 ? "" : "+")
                + exponent;
    }

    static JsonNode node(double number) {
        if (!Double.isFinite(number)) {
            return NullNode.instance;
        }
        if (!isWhole(number) || number == 0 && 1 / number < 0) {
            return DoubleNode.valueOf(number);
        }
        long whole = (long) number;
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }

    static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= EXACT;
    }
}
