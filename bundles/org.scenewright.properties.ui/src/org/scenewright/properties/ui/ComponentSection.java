// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Title;

import java.util.Optional;

/**
 * One component in the sheet: a heading that folds, with a menu, and its fields, which are built
 * when first unfolded.
 */
final class ComponentSection implements Section {
    /** What the sign that folds takes, and some more for fonts whose letters overlap. */
    private static final int BESIDE_HEADING = 24;

    private final ComponentType type;
    private final ExpandableComposite section;
    private final Fields<ComponentSubject> fields;
    private String heading;
    private boolean isUnfoldedBySearch;

    /**
     * @param wake called when there is something to do
     */
    ComponentSection(Composite parent, ComponentSubject subject, Runnable wake) {
        type = subject.type();
        fields = new Fields<>(subject, wake);
        // What editors keep for themselves is seldom looked at.
        boolean open = type.role() == ComponentType.Role.AUTHORED;
        section = new ExpandableComposite(parent, SWT.NONE, style(open));
        heading = title(type);
        section.setText(heading);
        section.setToolTipText(tip(type));
        section.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        section.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        section.setClient(new Composite(section, SWT.NONE));
        section.setMenu(new ComponentMenu(section, fields::now).menu());
        section.setData("component", type.name());
        section.setData("section", this);
        section.addListener(SWT.Resize, e -> fit());
        section.addExpansionListener(
                IExpansionListener.expansionStateChangingAdapter(event -> build()));
        section.addExpansionListener(
                IExpansionListener.expansionStateChangedAdapter(
                        event -> fields.steps().changed(section)));
        if (open) {
            build();
        }
        check(subject);
    }

    /** To be unfolded from the start is cheap; to unfold later lays out and paints the window. */
    private static int style(boolean open) {
        return ExpandableComposite.TWISTIE
                | ExpandableComposite.CLIENT_INDENT
                | (open ? ExpandableComposite.EXPANDED : 0);
    }

    /** Those of others say whose they are. */
    private static String title(ComponentType type) {
        String from = type.about().packageName();
        return Title.of(type.shortName()) + (from.isEmpty() ? "" : "  \u2013  " + from);
    }

    private static String tip(ComponentType type) {
        String said = type.about().text();
        return said.isEmpty() ? type.name() : said + "\n" + type.name();
    }

    /** The section whose heading and fields are in a composite. */
    static Optional<ComponentSection> of(ExpandableComposite composite) {
        return composite.getData("section") instanceof ComponentSection section
                ? Optional.of(section)
                : Optional.empty();
    }

    boolean isOpen() {
        return section.isExpanded();
    }

    void fold(boolean open) {
        if (open == isOpen()) {
            return;
        }
        if (open) {
            build();
        }
        section.setExpanded(open);
        fields.steps().changed(section);
    }

    /** Says at the heading, which is there while the fields are folded, that something is wrong. */
    void check(ComponentSubject subject) {
        var whole = new Slot(subject, FieldPath.WHOLE, "", type.schema(), type.initial());
        var misfit = whole.shown().isMixed() ? Optional.<String>empty() : whole.misfit();
        String sign = misfit.isPresent() ? "  \u26a0" : "";
        heading = title(type) + sign;
        fit();
        section.setToolTipText(misfit.map(why -> why + "\n").orElse("") + tip(type));
    }

    /** A heading that is too long ends in dots, rather than in a line that nobody sees. */
    private void fit() {
        int room = section.getClientArea().width - BESIDE_HEADING;
        String fitting = room > 0 ? fitting(room) : heading;
        if (!section.getText().equals(fitting)) {
            section.setText(fitting);
            fields.steps().changed(section);
        }
    }

    private String fitting(int room) {
        var gc = new GC(section);
        gc.setFont(section.getFont());
        String fitting = heading;
        for (int length = heading.length();
                length > 0 && gc.textExtent(fitting).x > room;
                length--) {
            fitting = heading.substring(0, length).strip() + "\u2026";
        }
        gc.dispose();
        return fitting;
    }

    /** The heading can be folded, and asked for its menu, in any case. */
    @Override
    public void enable(boolean isEnabled) {
        Form.enable(section.getClient(), isEnabled);
    }

    @Override
    public boolean narrow(Search search) {
        boolean found = search.finds(type, fields.now().target());
        fields.narrow(search.findsName(type) ? Search.EVERYTHING : search);
        if (found && !search.isEverything() && !section.isExpanded()) {
            fold(true);
            isUnfoldedBySearch = true;
        } else if (search.isEverything() && isUnfoldedBySearch) {
            isUnfoldedBySearch = false;
            fold(false);
        }
        return found;
    }

    private void build() {
        fields.build((Composite) section.getClient(), type.schema(), type.initial());
    }

    @Override
    public Composite control() {
        return section;
    }

    @Override
    public Fields<ComponentSubject> fields() {
        return fields;
    }
}
