// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/**
 * One component in the sheet: a heading that folds, with a menu, and its fields, which are built
 * when first unfolded.
 */
final class ComponentSection implements FieldView {
    private final ComponentSubject subject;
    private final ExpandableComposite section;
    private final Runnable relayout;
    private Optional<FieldView> fields = Optional.empty();

    ComponentSection(Composite parent, ComponentSubject subject, Runnable relayout) {
        this.subject = subject;
        this.relayout = relayout;
        section =
                new ExpandableComposite(
                        parent,
                        SWT.NONE,
                        ExpandableComposite.TWISTIE | ExpandableComposite.CLIENT_INDENT);
        section.setText(subject.type().shortName());
        section.setToolTipText(subject.type().name());
        section.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        section.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        section.setClient(new Composite(section, SWT.NONE));
        section.setMenu(menu());
        section.setData("component", subject.type().name());
        section.addExpansionListener(
                IExpansionListener.expansionStateChangingAdapter(event -> build()));
        section.addExpansionListener(
                IExpansionListener.expansionStateChangedAdapter(event -> relayout.run()));
        // What editors keep for themselves is seldom looked at.
        if (subject.type().role() == ComponentType.Role.AUTHORED) {
            build();
            section.setExpanded(true);
        }
    }

    private void build() {
        if (fields.isEmpty()) {
            var form = Form.in((Composite) section.getClient(), relayout);
            var whole = new Slot(subject, FieldPath.WHOLE, "", subject.type().initial());
            fields = Optional.of(FieldViews.create(subject.type().schema(), whole, form));
        }
    }

    private Menu menu() {
        var menu = new Menu(section);
        item(menu, "Copy Values", this::copy);
        item(menu, "Paste Values", this::paste);
        item(menu, "Reset to Defaults", () -> subject.put(subject.type().initial()));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Remove Component", subject::remove);
        return menu;
    }

    private static void item(Menu menu, String text, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    private void copy() {
        if (subject.shown(FieldPath.WHOLE) instanceof Shown.Same(var value)) {
            var clipboard = new Clipboard(section.getDisplay());
            clipboard.setContents(
                    new Object[] {ValueJson.print(value)},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void paste() {
        var clipboard = new Clipboard(section.getDisplay());
        if (clipboard.getContents(TextTransfer.getInstance()) instanceof String json) {
            try {
                subject.put(ValueJson.parse(json));
            } catch (SchemaException notJson) {
                subject.road()
                        .refused()
                        .accept(
                                "The clipboard holds no values of a component: "
                                        + notJson.getMessage());
            }
        }
        clipboard.dispose();
    }

    @Override
    public void refresh() {
        fields.ifPresent(FieldView::refresh);
    }
}
