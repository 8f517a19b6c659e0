// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.junit.jupiter.api.Test;

import java.util.List;

class FirstWindowTest {
    private final MApplication application = MApplicationFactory.INSTANCE.createApplication();

    FirstWindowTest() {
        application.getChildren().add(MBasicFactory.INSTANCE.createTrimmedWindow());
    }

    private void check(List<String> tags) {
        assertEquals(tags, application.getChildren().getFirst().getTags());
    }

    @Test
    void theFirstWindowHasAllOfTheScreen() {
        FirstWindow.maximize(application);
        check(List.of("shellMaximized"));
    }

    @Test
    void whereTheEditorIsInstalledWindowsAreAsTheyWere() {
        new FirstWindow().enlarge(application);
        check(List.of());
    }
}
