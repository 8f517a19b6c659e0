// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.scenewright.schema.ComponentType;

/**
 * One component in the sheet: a heading that folds, with a menu, and its fields, which are built
 * when first unfolded.
 */
final class ComponentSection implements Section {
    private final ComponentType type;
    private final ExpandableComposite section;
    private final Fields<ComponentSubject> fields;

    /**
     * @param wake called when there is something to do
     */
    ComponentSection(Composite parent, ComponentSubject subject, Runnable wake) {
        type = subject.type();
        fields = new Fields<>(subject, wake);
        // What editors keep for themselves is seldom looked at.
        boolean open = type.role() == ComponentType.Role.AUTHORED;
        section = new ExpandableComposite(parent, SWT.NONE, style(open));
        section.setText(type.shortName());
        section.setToolTipText(type.name());
        section.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        section.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        section.setClient(new Composite(section, SWT.NONE));
        section.setMenu(new ComponentMenu(section, fields::now).menu());
        section.setData("component", type.name());
        section.addExpansionListener(
                IExpansionListener.expansionStateChangingAdapter(event -> build()));
        section.addExpansionListener(
                IExpansionListener.expansionStateChangedAdapter(
                        event -> fields.steps().changed(section)));
        if (open) {
            build();
        }
    }

    /** To be unfolded from the start is cheap; to unfold later lays out and paints the window. */
    private static int style(boolean open) {
        return ExpandableComposite.TWISTIE
                | ExpandableComposite.CLIENT_INDENT
                | (open ? ExpandableComposite.EXPANDED : 0);
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
