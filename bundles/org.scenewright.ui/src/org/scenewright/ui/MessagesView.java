// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;

import java.util.Optional;

/** The view that lists what the scene of the active editor and the editor say to each other. */
public final class MessagesView extends ViewPart {
    public static final String ID = "org.scenewright.ui.messages";

    private static final int REFRESH_MILLIS = 250;
    private static final int[] SHARES = {3, 1};

    private final MessageReading reading = new MessageReading();
    private final MessageDeeds deeds = new MessageDeeds(reading);
    private final Runnable refresh = this::refresh;
    private Optional<Area> area = Optional.empty();

    /** What is on the screen. */
    private record Area(Label state, MessageTable table, Text value) {}

    @Override
    @SuppressWarnings("null")
    public void createPartControl(Composite parent) {
        parent.setLayout(new GridLayout());
        var state = head(parent);
        var sash = new SashForm(parent, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        var table = new MessageTable(sash, reading.rows(), reading::row);
        var value = new Text(sash, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        value.setData("id", "messages.value");
        sash.setWeights(SHARES);
        table.control().addListener(SWT.Selection, event -> read(table, value));
        table.control().addListener(SWT.Dispose, event -> reading.close());
        area = Optional.of(new Area(state, table, value));
        refresh();
    }

    private Label head(Composite parent) {
        var head = new Composite(parent, SWT.NONE);
        head.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        head.setLayout(GridLayoutFactory.fillDefaults().numColumns(3).create());
        var filter = new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setData("id", "messages.filter");
        filter.setMessage("Filter by component or entity");
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        filter.addListener(SWT.Modify, event -> reading.filter(filter.getText()));
        var state = new Label(head, SWT.RIGHT);
        state.setData("id", "messages.state");
        state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        var bar = new ToolBarManager(SWT.FLAT);
        deeds.addTo(bar, parent.getShell());
        bar.createControl(head).setData("id", "messages.bar");
        return state;
    }

    /** Again and again, as long as there is something to show it on. */
    private void refresh() {
        area.filter(now -> !now.state().isDisposed())
                .ifPresent(
                        now -> {
                            show(now);
                            now.state().getDisplay().timerExec(REFRESH_MILLIS, refresh);
                        });
    }

    /** Behind others it notes what people may come back for, and shows nothing. */
    private void show(Area now) {
        reading.follow(SceneEditor.active(getSite().getPage()));
        deeds.show();
        if (now.state().isVisible()) {
            if (reading.update()) {
                now.table().show();
                read(now.table(), now.value());
            }
            tell(now.state());
        }
    }

    /** Shows what is chosen in full; nothing where it is not among the rows any more. */
    private void read(MessageTable table, Text value) {
        String words = table.chosen().map(reading::value).orElse("");
        // Else people would lose the place that they read at.
        if (!value.getText().equals(words)) {
            value.setText(words);
        }
    }

    private void tell(Label state) {
        String count = Counted.messages(reading.rows().count());
        String words = deeds.isPaused() ? count + ", paused" : count;
        if (!state.getText().equals(words)) {
            state.setText(words);
        }
    }

    @Override
    public void setFocus() {
        area.ifPresent(now -> now.table().control().setFocus());
    }
}
