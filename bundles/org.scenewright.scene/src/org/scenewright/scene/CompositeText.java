// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a composite stand in its text.
 *
 * @param root the whole object
 * @param members the members of the whole object
 * @param components the list of components, if there is one
 * @param elements the elements of that list
 * @param sections those elements that are understood
 */
record CompositeText(
        byte[] text,
        Span root,
        List<Span> members,
        Optional<Span> components,
        List<Span> elements,
        List<Section> sections) {}
