// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.runtime.PlayState;

/** What a scene and the editor say to each other is read in the real workbench. */
class MessagesViewTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor open;
    private Table table;

    @BeforeEach
    void playAndLook() throws PartInitException {
        var scene = BuiltScene.write(SceneText.boxes(), "spoken", "0,0").with(PlayScripts.RISING);
        open = new OpenEditor(robot, scene.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
        var view = open.page().showView(MessagesView.ID);
        resources.own(view, this::hide);
        table = robot.await("a table", () -> Robot.find(Table.class, "messages.table"));
        open.activate();
        robot.press("ctrl+p");
        robot.untilStarted(
                () -> "it is " + play().state(), () -> play().state() instanceof PlayState.Playing);
        robot.until("there are messages", () -> table.getItemCount() > 5);
    }

    private void hide(IViewPart view) {
        open.page().hideView(view);
    }

    @AfterEach
    void closeIt() {
        play().stop();
        robot.letGo();
        resources.close();
    }

    private ScenePlay play() {
        return open.scene().play();
    }

    /** What stands in a column of the last row that was written. */
    private String last(int column) {
        return table.getItem(table.getItemCount() - 1).getText(column);
    }

    private void click(int item) {
        var bar = Robot.find(ToolBar.class, "messages.bar").orElseThrow();
        var bounds = bar.getItem(item).getBounds();
        robot.click(bar, new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2));
    }

    private String state() {
        return Robot.find(Label.class, "messages.state").map(Label::getText).orElse("");
    }

    @Test
    void aFilterLeavesWhatFitsAndAMessageIsReadInFull() {
        var filter = Robot.find(Text.class, "messages.filter").orElseThrow();
        robot.click(filter, new Point(60, filter.getSize().y / 2));
        robot.type("transform from");
        robot.until("only these are left", () -> last(3).equals("core::Transform"));
        robot.until("they are the scene's", () -> last(1).equals("from scene"));
        robot.press("ctrl+a");
        robot.type("nosuchthing");
        robot.until("nothing is left", () -> table.getItemCount() == 0);
        robot.press("ctrl+a");
        robot.press("BackSpace");
        robot.until("all is there again", () -> table.getItemCount() > 5);
        click(0);
        robot.until("it waits", () -> state().endsWith("paused"));
        // Below the editor there is room for hardly a row.
        var view = open.page().findViewReference(MessagesView.ID);
        open.page().setPartState(view, IWorkbenchPage.STATE_MAXIMIZED);
        robot.until("there is room", () -> table.getSize().y > 200);
        robot.settle();
        var row = table.getItem(table.getTopIndex()).getBounds();
        robot.click(table, new Point(row.x + 20, row.y + row.height / 2));
        var value = Robot.find(Text.class, "messages.value").orElseThrow();
        robot.until("it is read", () -> value.getText().contains("{"));
        filter.setText("nosuchthing");
        robot.until("what is left out is not read", () -> value.getText().isEmpty());
        filter.setText("");
        robot.until("it is read again", () -> value.getText().contains("{"));
        click(1);
        robot.until("what is cleared is not read", () -> value.getText().isEmpty());
        open.page().setPartState(view, IWorkbenchPage.STATE_RESTORED);
    }

    @Test
    void inAPauseNothingComesAndClearedItIsEmpty() {
        click(0);
        robot.until("it waits", () -> state().endsWith("paused"));
        robot.settle();
        int count = table.getItemCount();
        robot.settle();
        assertEquals(count, table.getItemCount());
        assertFalse(play().messages().isNoting());
        click(1);
        robot.until("it is empty", () -> table.getItemCount() == 0);
        click(0);
        robot.until("it goes on", () -> table.getItemCount() > 0);
        assertTrue(play().messages().isNoting());
    }

    @Test
    void whatNobodySeesIsNotNoted() {
        var view = open.page().findView(MessagesView.ID);
        open.page().hideView(view);
        robot.until("nobody looks", () -> !play().messages().isNoting());
    }

    @Test
    void theKeysOfPlayWorkInTheViewThatIsWatched() {
        var filter = Robot.find(Text.class, "messages.filter").orElseThrow();
        robot.click(filter, new Point(60, filter.getSize().y / 2));
        robot.until("it has the focus", filter::isFocusControl);
        robot.press("ctrl+shift+p");
        robot.until("it waits", () -> play().state() instanceof PlayState.Paused);
        robot.press("ctrl+p");
        robot.until("it is over", () -> !play().isOn());
    }

    @Test
    void theKeysOfPlayWorkInTheConsole() throws PartInitException {
        resources.own(open.page().showView(IConsoleConstants.ID_CONSOLE_VIEW), this::hide);
        robot.settle();
        robot.press("ctrl+p");
        robot.until("it is over", () -> !play().isOn());
    }
}
