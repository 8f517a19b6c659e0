// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import java.util.OptionalDouble;

/**
 * What people type into a number field: a number, or sums and products of numbers with brackets.
 */
final class Arithmetic {
    private static final int LONGEST = 200;

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text;
    }

    /** The finite number that the text stands for, or nothing. A decimal comma is understood. */
    static OptionalDouble evaluate(String typed) {
        String text = typed.replace(',', '.').replace(" ", "");
        if (text.isEmpty() || text.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        var reader = new Arithmetic(text);
        double result = reader.sum();
        boolean whole = reader.at == text.length() && Double.isFinite(result);
        return whole ? OptionalDouble.of(result) : OptionalDouble.empty();
    }

    private double sum() {
        double result = product();
        while (true) {
            if (eat('+')) {
                result += product();
            } else if (eat('-')) {
                result -= product();
            } else {
                return result;
            }
        }
    }

    private double product() {
        double result = factor();
        while (true) {
            if (eat('*')) {
                result *= factor();
            } else if (eat('/')) {
                result /= factor();
            } else {
                return result;
            }
        }
    }

    private double factor() {
        if (eat('-')) {
            return -factor();
        }
        if (eat('(')) {
            double inner = sum();
            return eat(')') ? inner : Double.NaN;
        }
        return literal();
    }

    private double literal() {
        int start = at;
        while (at < text.length() && isPartOfNumber(start)) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private boolean isPartOfNumber(int start) {
        char c = text.charAt(at);
        boolean signOfExponent =
                (c == '-' || c == '+')
                        && at > start
                        && Character.toLowerCase(text.charAt(at - 1)) == 'e';
        return c >= '0' && c <= '9'
                || c == '.'
                || at > start && (c == 'e' || c == 'E')
                || signOfExponent;
    }

    private boolean eat(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }
}
