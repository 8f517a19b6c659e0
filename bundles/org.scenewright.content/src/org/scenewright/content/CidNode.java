// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A block of the tree that large files are cut into, as its parent has to know it.
 *
 * @param address version, codec, and SHA-256 of the block
 * @param bytes how much of the file is below it
 * @param stored what it and all below it weigh as blocks
 */
record CidNode(byte[] address, long bytes, long stored) {
    private static final int RAW = 0x55;
    private static final int DAG_PB = 0x70;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    /** A chunk of the file. */
    static CidNode leaf(byte[] digest, int length) {
        return new CidNode(address(RAW, digest), length, length);
    }

    /** A block of links, encoded as dag-pb: the links first, then what UnixFS says of the file. */
    static CidNode parent(List<CidNode> children) {
        var block = new ByteArrayOutputStream(children.size() * 56);
        var file = new ByteArrayOutputStream(children.size() * 5 + 16);
        long bytes = children.stream().mapToLong(CidNode::bytes).sum();
        number(file, 1, 2); // a file
        number(file, 3, bytes);
        for (var child : children) {
            piece(block, 2, child.link());
            number(file, 4, child.bytes);
        }
        piece(block, 1, file.toByteArray());
        long stored = block.size() + children.stream().mapToLong(CidNode::stored).sum();
        byte[] digest = Sha256.of(block.toByteArray());
        return new CidNode(address(DAG_PB, digest), bytes, stored);
    }

    private byte[] link() {
        var link = new ByteArrayOutputStream(48);
        piece(link, 1, address);
        piece(link, 2, new byte[0]); // its name
        number(link, 3, stored);
        return link.toByteArray();
    }

    private static byte[] address(int codec, byte[] digest) {
        var address = new byte[4 + digest.length];
        address[0] = 1; // CIDv1
        address[1] = (byte) codec;
        address[2] = 0x12; // SHA-256
        address[3] = (byte) digest.length;
        System.arraycopy(digest, 0, address, 4, digest.length);
        return address;
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        out.write(field << 3);
        varint(out, value);
    }

    private static void piece(ByteArrayOutputStream out, int field, byte[] bytes) {
        out.write(field << 3 | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            out.write((int) rest | 0x80);
        }
        out.write((int) rest);
    }

    /** Its name in base32, which people and servers write. */
    AssetHash hash() {
        var text = new StringBuilder("b");
        int pending = 0;
        int bits = 0;
        for (byte next : address) {
            pending = pending << 8 | next & 255;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(LETTERS.charAt(pending >> bits - 5 & 31));
            }
            pending &= (1 << bits) - 1;
        }
        text.append(LETTERS.charAt(pending << 5 - bits & 31)); // 36 bytes leave three bits
        return new AssetHash(text.toString());
    }
}
