// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * A model or a shape by how much of a scene it makes up.
 *
 * @param name the path of its file, or what the shape is called
 * @param entities how many show it
 * @param each triangles of one of them
 */
public record Heavy(String name, int entities, int each) {

    /** The triangles of all of them. */
    public long triangles() {
        return (long) entities * each;
    }
}
