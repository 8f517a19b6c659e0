// SPDX-License-Identifier: EPL-2.0
package org.scenewright.architecture;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java file as far as the rules look into it; no parser, but strings and comments do not fool it.
 *
 * @param path where it lies
 * @param text all of it
 * @param code the same lines without comments and with empty string literals
 */
record SourceFile(Path path, String text, String code) {
    private static final Pattern NOT_CODE =
            Pattern.compile(
                    "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n"
                            + "])*\"|'(?:\\\\.|[^'\\\\\n"
                            + "])+'|//[^\n"
                            + "]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+\\w+[^=;]*$");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w.])((?:[a-z_][a-z_0-9]*\\.)+)([A-Z]\\w*|\\*)");

    static SourceFile read(Path path) {
        String text = Checkout.text(path);
        return new SourceFile(path, text, NOT_CODE.matcher(text).replaceAll(m -> blank(m.group())));
    }

    private static String blank(String match) {
        String quote = match.startsWith("/") ? "" : "\"\"";
        return quote + "\n".repeat((int) match.chars().filter(c -> c == '\n').count());
    }

    String name() {
        return Checkout.ROOT.relativize(path).toString();
    }

    boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    String packageName() {
        var matcher = Pattern.compile("(?m)^package ([\\w.]+);").matcher(code);
        return matcher.find() ? matcher.group(1) : "";
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Every type that is named with its package, in an import or in the middle of the code. */
    Stream<Reference> references() {
        return REFERENCE
                .matcher(code)
                .results()
                .map(m -> new Reference(m.group(1).replaceFirst("\\.$", ""), m.group(2)))
                // A name without a dot may as well be a variable, unless it is imported.
                .filter(
                        r ->
                                r.packageName().contains(".")
                                        || code.contains("import " + r.packageName() + "."));
    }

    /** The members and types that stand directly in a type or at the top, with their bodies. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Deque<Block> open = new ArrayDeque<>();
        int start = 0;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '{') {
                String header = code.substring(start, at).strip();
                open.push(new Block(header, at, at, isMember(open), TYPE.matcher(header).find()));
            } else if (c == '}' && !open.isEmpty()) {
                blocks.add(open.pop().endedAt(at));
            }
            start = c == '{' || c == '}' || c == ';' ? at + 1 : start;
        }
        return blocks.stream().filter(Block::member).toList();
    }

    private static boolean isMember(Deque<Block> open) {
        return open.stream().allMatch(Block::type);
    }

    int linesOf(Block block) {
        return (int) code.substring(block.from(), block.to()).chars().filter(c -> c == '\n').count()
                - 1;
    }

    /**
     * A type that is named with its package.
     *
     * @param packageName its package
     * @param type its simple name, or a star
     */
    record Reference(String packageName, String type) {}

    /**
     * A pair of braces.
     *
     * @param header what stands before it, since the last statement
     * @param from where it opens
     * @param to where it closes
     * @param member whether only types stand around it
     * @param type whether it is the body of a type
     */
    record Block(String header, int from, int to, boolean member, boolean type) {
        Block endedAt(int end) {
            return new Block(header, from, end, member, type);
        }
    }
}
